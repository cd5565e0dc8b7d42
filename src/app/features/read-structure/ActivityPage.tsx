import { useLocation, useSearch } from 'wouter'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import type { DocumentId, StructureId } from '../../../domain/ids.ts'
import { structureAddress } from '../../addresses.ts'
import { withQuery } from '../../data/filter-address.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { OpenItem } from '../../ui/SideBySide.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { activityLines, kindOfActivity } from './activity-lines.ts'
import { NotShown } from './NotShown.tsx'
import { ActivityQuestions } from './questions/ActivityQuestions.tsx'
import { ReadState } from './ReadState.tsx'
import styles from './read-structure.module.css'
import { useStructureReport } from './report/use-structure-report.ts'

export interface ActivityPageProps {
  structureId: StructureId
  id: DocumentId
  /** Undefined for whoever isn't a member: the server says so. */
  membership: Membership | undefined
}

/** One activity, as the employer may read it, on a page of its own: where there is no room beside the list. */
export function ActivityPage({ structureId, id, membership }: ActivityPageProps) {
  const read = useStructureReport(structureId, id)
  const search = useSearch()
  return (
    <Page
      title={titleOf(read) ?? 'Activité'}
      back={{ href: withQuery(structureAddress(structureId), search), label: 'Retour aux activités' }}
    >
      <Activity {...{ read, id, membership }} />
    </Page>
  )
}

/** The same beside the list. */
export function ActivityPane({ structureId, id, membership }: ActivityPageProps) {
  const read = useStructureReport(structureId, id)
  const [, navigate] = useLocation()
  const search = useSearch()
  return (
    <OpenItem
      title={titleOf(read) ?? (read.phase === 'asking' ? undefined : 'Activité')}
      closeLabel="Fermer l’activité"
      onClose={() => navigate(withQuery(structureAddress(structureId), search))}
    >
      <Activity {...{ read, id, membership }} />
    </OpenItem>
  )
}

type ReadReport = ReturnType<typeof useStructureReport>

function titleOf({ answer }: ReadReport): string | undefined {
  return answer?.said ? kindOfActivity(answer.said.activity) : undefined
}

interface ActivityProps extends Pick<ActivityPageProps, 'id' | 'membership'> {
  read: ReadReport
}

function Activity({ read: { answer, phase }, id, membership }: ActivityProps) {
  const read = answer?.said ?? undefined
  const activity = read?.activity
  return (
    <Stack>
      <ReadState phase={phase} readAt={answer?.said ? answer.readAt : null} isEmpty={!activity} />
      {activity && (
        <dl className={styles.fields}>
          {activityLines(activity).map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {!activity && phase === 'read' && (
        <EmptyState
          icon="search"
          title="Cette activité n’est pas, ou plus, parmi celles que vous pouvez lire."
        >
          Elle a pu être supprimée, ou datée d’un autre jour.
        </EmptyState>
      )}
      {membership && <ActivityQuestions {...{ membership, read }} report={id} />}
      <NotShown />
    </Stack>
  )
}
