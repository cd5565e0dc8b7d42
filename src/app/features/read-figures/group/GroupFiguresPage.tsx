import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { figuresIn, type GroupFigures } from '../../../../domain/access/group-figures.ts'
import type { PersonId } from '../../../../domain/ids.ts'
import type { FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { TimeStep } from '../../../../domain/statistics/timeline.ts'
import {
  fetchGroupFigures,
  keepGroupFigures,
  readKeptFigures,
  type Group,
} from '../../../data/group-figures.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { Button } from '../../../ui/Button.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { CountingState } from '../CountingState.tsx'
import { Definitions } from '../Definitions.tsx'
import { DownloadFigures } from '../DownloadFigures.tsx'
import { daysAsked, type FiguresQuestion } from '../figures-question.ts'
import { FiguresShown } from '../FiguresShown.tsx'
import { PeriodField } from '../PeriodField.tsx'
import { periodTitle } from '../period-words.ts'
import styles from '../read-figures.module.css'
import { Totals } from '../Totals.tsx'
import type { AskedFigures } from '../use-figures.ts'
import { useCountedAnswer } from '../use-counted-answer.ts'
import { useFiguresQuestion } from '../use-figures-question.ts'
import { Advisors } from './Advisors.tsx'
import { WhoField } from './WhoField.tsx'

export interface GroupFiguresPageProps {
  /** The same object as long as it is the same group. */
  group: Group
  name: string
  /** Where back goes. */
  back: string
  /** Under the name, a whole sentence: it begins with the days. */
  leadOf: (days: string) => string
  /** In place of figures, where the group has nobody. */
  nobody: ReactNode
  /** Which days are counted, and what isn't shown. */
  rule: ReactNode
}

/** What a group's advisors did, counted by the server: the same blocks, by the same rules, as on their own devices. */
export function GroupFiguresPage({ group, name, back, leadOf, nobody, rule }: GroupFiguresPageProps) {
  const today = useToday()
  const [question, setQuestion] = useFiguresQuestion()
  const [advisor, setAdvisor] = useState<PersonId>()
  const days = useMemo(() => daysAsked(question, today), [question, today])
  const view = useCountedAnswer(
    useMemo(() => ({ group, ...days, advisor }), [group, days, advisor]),
    countedByServer,
  )
  const { figures } = view
  const advisors = figures?.advisors ?? []
  const asked = useMemo(() => figures && askedIn(figures, question), [figures, question])
  const names = useMemo(() => namesIn(figures), [figures])
  const onStep = useCallback(
    (step: TimeStep) => setQuestion((before) => ({ ...before, step })),
    [setQuestion],
  )
  return (
    <Page
      title={name}
      documentTitle={`Chiffres, ${name}`}
      wide
      lead={leadOf(periodTitle((figures ?? days).period))}
      back={{ href: back }}
    >
      <Stack gap="section">
        <div className={styles.period} data-print="hide">
          <PeriodField
            when={question.when}
            period={days.period}
            today={today}
            onWhen={(when) => setQuestion({ ...question, when, step: undefined })}
          />
          {advisors.length > 1 && <WhoField {...{ advisors, advisor }} onAdvisor={setAdvisor} />}
        </div>
        <CountingState view={view} />
        {asked && advisors.length === 0 && nobody}
        {asked && advisors.length > 0 && (
          <>
            <section>
              <h2>
                <VisuallyHidden>Totaux</VisuallyHidden>
              </h2>
              <Totals asked={asked} />
            </section>
            <Advisors advisors={advisors} today={today} />
            <FiguresShown asked={asked} names={names} onStep={onStep} />
            <div data-print="hide">
              <Row>
                <Button icon="print" onClick={() => window.print()}>
                  Imprimer
                </Button>
                <DownloadFigures asked={asked} names={names} />
              </Row>
            </div>
          </>
        )}
        <p>{rule}</p>
        <Definitions countedBy="server" />
      </Stack>
    </Page>
  )
}

const countedByServer = { fetch: fetchGroupFigures, keep: keepGroupFigures, readKept: readKeptFigures }

/** The answer as the blocks read it. */
function askedIn(answer: GroupFigures, question: FiguresQuestion): AskedFigures {
  const { period, before, step, bars } = answer
  // No field but the days and the person is chosen here.
  return {
    question: { ...question, values: [] },
    period,
    before,
    step,
    bars,
    figures: figuresIn(answer),
    canList: false,
  }
}

function namesIn(figures: GroupFigures | undefined): FacetNames {
  return {
    places: new Map(Object.entries(figures?.places ?? {})),
    communes: new Map(Object.entries(figures?.communes ?? {})),
    people: new Map(),
  }
}
