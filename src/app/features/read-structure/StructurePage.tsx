import { useMemo } from 'react'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import { isNoFilter, noActivityFilter } from '../../../domain/access/activity-filter.ts'
import { errorCatalogue } from '../../../domain/errors.ts'
import type { DocumentId, StructureId } from '../../../domain/ids.ts'
import { addresses } from '../../addresses.ts'
import { queryOfActivities } from '../../data/activity-address.ts'
import { useForgetOtherStructures } from '../../data/react/use-forget-other-structures.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { counted } from '../../ui/format/number.ts'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { SideBySide } from '../../ui/SideBySide.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useWideScreen } from '../../ui/use-wide-screen.ts'
import type { ActivitiesView } from './activities-view.ts'
import { ActivityPage, ActivityPane } from './ActivityPage.tsx'
import { ActivityFiles } from './ActivityFiles.tsx'
import { ActivityList } from './ActivityList.tsx'
import { namesIn } from './activity-names.ts'
import { ActivitySearch, needsNames } from './ActivitySearch.tsx'
import { NotShown } from './NotShown.tsx'
import { PrintedQuestion } from './PrintedQuestion.tsx'
import { ReadState } from './ReadState.tsx'
import { useActivityQuestion } from './use-activity-question.ts'
import { useNamesWanted } from './use-names-wanted.ts'
import { useStructureActivities } from './use-structure-activities.ts'

export interface StructurePageProps {
  memberships: readonly Membership[]
  structureId: StructureId
  /** The activity that is open, beside the list where there is room, in its place elsewhere. */
  openId?: DocumentId | undefined
}

/** The employer's list: its advisors' activities as it asks for them, the newest first, as the server lets it read them. */
export function StructurePage({ memberships, structureId, openId }: StructurePageProps) {
  useForgetOtherStructures(memberships)
  const membership = memberships.find((own) => own.structureId === structureId)
  const isWide = useWideScreen()
  // Whoever isn't a member is told so by the server, of an activity as of any other.
  if (openId && (!isWide || !membership)) return <ActivityPage id={openId} {...{ structureId, membership }} />
  if (!membership) return <NotYours />
  const list = (
    <Stack>
      <Activities key={structureId} {...{ structureId, openId }} hasPane={isWide} />
    </Stack>
  )
  return (
    <Page title={membership.structureName} lead="Activités de vos conseillers et conseillères" wide={isWide}>
      {isWide ? (
        <SideBySide
          list={list}
          open={openId && <ActivityPane key={openId} id={openId} {...{ structureId, membership }} />}
          isOpen={openId !== undefined}
          paneLabel="Activité ouverte"
          hint="Choisissez une activité dans la liste pour la lire ici."
        />
      ) : (
        list
      )}
    </Page>
  )
}

/** Activities of one page of the server, that come at each step down the list. */
const pageStep = 50

interface ActivitiesProps {
  structureId: StructureId
  openId: DocumentId | undefined
  /** Whether what isn't shown is said beside the list already. */
  hasPane: boolean
}

function Activities({ structureId, openId, hasPane }: ActivitiesProps) {
  const [question, ask] = useActivityQuestion()
  const query = queryOfActivities(question)
  const asked = useMemo(() => ({ structureId, query }), [structureId, query])
  const { view, hasMore, readMore } = useStructureActivities(asked)
  const wanted = useNamesWanted(asked, needsNames(question.filter))
  const names = useMemo(() => namesIn(view.items, wanted), [view.items, wanted])
  const isFiltering = !isNoFilter(question.filter)
  // Until its own answer is there, what is shown answers the question before.
  const isAnswered = view.query === query && view.total !== undefined
  const isEmpty = view.items.length === 0
  const clear = () => ask({ ...question, filter: noActivityFilter })
  return (
    <>
      <ListState view={view} isEmpty={isEmpty} onClear={clear} />
      {question.refused.length > 0 && (
        <Notice tone="warn" announce="never" title={errorCatalogue['filter-not-permitted'].title}>
          Il est laissé de côté&nbsp;: la liste n’en tient pas compte.
        </Notice>
      )}
      {(!isEmpty || isFiltering) && (
        <ActivitySearch
          {...{ asked, question, names }}
          found={isAnswered ? counted(view.total ?? 0, 'compte rendu', 'comptes rendus') : ''}
          files={isAnswered && !isEmpty && <ActivityFiles asked={asked} total={view.total ?? 0} />}
          onAsk={ask}
        />
      )}
      <PrintedQuestion {...{ question, names }} shown={view.items.length} total={view.total} />
      <ActivityList {...{ structureId, openId, query }} activities={view.items} sort={question.sort} />
      {hasMore && (
        <div data-print="hide">
          <MoreRows step={pageStep} onMore={readMore} />
        </div>
      )}
      {view.phase === 'read' && isEmpty && <NothingFound isFiltering={isFiltering} onClear={clear} />}
      {!(hasPane && openId) && <NotShown />}
    </>
  )
}

interface ListStateProps {
  view: ActivitiesView
  isEmpty: boolean
  onClear: () => void
}

/** Whether the list is the server's of now; where it knows no such filter, what to do. */
function ListState({ view: { phase, readAt }, isEmpty, onClear }: ListStateProps) {
  if (phase !== 'not-permitted') return <ReadState phase={phase} readAt={readAt} isEmpty={isEmpty} />
  const { title, next } = errorCatalogue['filter-not-permitted']
  return (
    <Notice tone="warn" title={title} actions={<Button onClick={onClear}>Tout effacer</Button>}>
      {next}
    </Notice>
  )
}

function NothingFound({ isFiltering, onClear }: { isFiltering: boolean; onClear: () => void }) {
  return isFiltering ? (
    <EmptyState
      icon="search"
      title="Aucun compte rendu ne correspond."
      action={<Button onClick={onClear}>Tout effacer</Button>}
    >
      Retirez un filtre, ou choisissez une autre période.
    </EmptyState>
  ) : (
    <EmptyState icon="list" title="Aucune activité pour le moment.">
      Les comptes rendus de vos conseillers et conseillères apparaissent ici dès qu’ils sont envoyés.
    </EmptyState>
  )
}

function NotYours() {
  return (
    <Page title="Structure" back={{ href: addresses.structure }}>
      <EmptyState icon="lock" title="Vous n’avez pas accès à cette structure.">
        Demandez l’accès à la personne qui en est responsable.
      </EmptyState>
    </Page>
  )
}
