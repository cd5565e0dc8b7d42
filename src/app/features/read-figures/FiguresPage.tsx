import { useCallback, useDeferredValue, useMemo } from 'react'
import { Link } from 'wouter'
import { facetCounts } from '../../../domain/report/search/facet-counts.ts'
import { emptyFilter, type ReportFilter } from '../../../domain/report/search/report-filter.ts'
import { factsAsked } from '../../../domain/statistics/compute-figures.ts'
import type { LedTeam } from '../../../domain/access/signed-in-person.ts'
import { addresses } from '../../addresses.ts'
import { teamFiguresAddress } from '../../later-addresses.ts'
import { useFacetNames } from '../../data/react/use-facet-names.ts'
import { useFactBook } from '../../data/react/use-fact-book.ts'
import { useToday } from '../../data/react/use-today.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { TimeStep } from '../../../domain/statistics/timeline.ts'
import { DownloadFigures } from './DownloadFigures.tsx'
import { figuresFile } from './figures-file.ts'
import { Definitions } from './Definitions.tsx'
import { FigureFilters, type FilterFields } from './FigureFilters.tsx'
import { daysAsked, queryOfQuestion, type FiguresQuestion } from './figures-question.ts'
import { FiguresShown } from './FiguresShown.tsx'
import { PeriodField } from './PeriodField.tsx'
import { periodTitle } from './period-words.ts'
import { StillArriving } from './StillArriving.tsx'
import { Totals } from './Totals.tsx'
import { useFigures, useTotals } from './use-figures.ts'
import { useFiguresQuestion } from './use-figures-question.ts'

export interface FiguresPageProps extends FilterFields {
  /** Those that the person coordinates, whose figures are read on pages of their own. */
  teams: readonly LedTeam[]
}

/** Chiffres: one’s own reports counted, over any days and by every field, without network. */
export function FiguresPage({ Fields, Chosen, teams }: FiguresPageProps) {
  const today = useToday()
  const book = useFactBook()
  const [question, setQuestion] = useFiguresQuestion()
  const { when } = question
  const { period } = useMemo(() => daysAsked({ when, step: undefined }, today), [when, today])
  const countsOf = useCallback(
    (filter: ReportFilter) => facetCounts(book ? factsAsked(book, period, emptyFilter) : [], filter),
    [book, period],
  )
  const totals = useTotals(book, question, today)
  // Totals first; the rest as soon as nothing else is to be done.
  const asked = useFigures(useDeferredValue(totals, undefined), today)
  const names = useFacetNames(asked !== undefined)
  const onStep = useCallback(
    (step: TimeStep) => setQuestion((before) => ({ ...before, step })),
    [setQuestion],
  )
  const onWhen = useCallback(
    (next: FiguresQuestion['when']) => setQuestion((before) => ({ ...before, when: next, step: undefined })),
    [setQuestion],
  )
  return (
    <Page title="Chiffres" wide lead={`${periodTitle(period)}, par vos comptes rendus.`}>
      <Stack gap="section">
        {teams.length > 0 && <TeamLinks teams={teams} />}
        <div>
          <PeriodField {...{ when, period, today, onWhen }} />
          {book && (
            <FigureFilters
              {...{ Fields, Chosen, countsOf }}
              values={question.values}
              onValues={(values) => setQuestion({ ...question, values })}
            />
          )}
        </div>
        <StillArriving />
        {totals ? (
          <section>
            <h2>
              <VisuallyHidden>Totaux</VisuallyHidden>
            </h2>
            <Totals asked={totals} />
          </section>
        ) : (
          <Loading>Vos chiffres se préparent…</Loading>
        )}
        {asked && <FiguresShown asked={asked} names={names} onStep={onStep} />}
        <div data-print="hide">
          <Row>
            <Link href={bilanAddress(question)} asChild>
              <ButtonLink icon="pencil">Préparer un bilan</ButtonLink>
            </Link>
            <Button icon="print" onClick={() => window.print()}>
              Imprimer
            </Button>
            {asked && <DownloadFigures file={() => figuresFile(asked, names)} />}
          </Row>
        </div>
        {definitions}
      </Stack>
    </Page>
  )
}

/** The same whatever is asked: not drawn again. */
const definitions = <Definitions />

function TeamLinks({ teams }: Pick<FiguresPageProps, 'teams'>) {
  return (
    <div data-print="hide">
      <Row>
        {teams.map(({ teamId, teamName }) => (
          <Link key={teamId} href={teamFiguresAddress(teamId)} asChild>
            <ButtonLink icon="people">
              {teams.length > 1 ? teamName : 'Voir les chiffres de l’équipe'}
            </ButtonLink>
          </Link>
        ))}
      </Row>
    </div>
  )
}

/** The bilan of the days and the filters that are shown. */
function bilanAddress(question: FiguresQuestion): string {
  const query = queryOfQuestion(question)
  return query === '' ? addresses.bilan : `${addresses.bilan}?${query}`
}
