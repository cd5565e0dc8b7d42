import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { PersonId } from '../../../../domain/ids.ts'
import type { TimeStep } from '../../../../domain/statistics/timeline.ts'
import type { Group } from '../../../data/group-figures.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { useServerAnswer } from '../../../data/react/use-server-answer.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { CountingState } from '../CountingState.tsx'
import { Definitions } from '../Definitions.tsx'
import { DownloadFigures } from '../DownloadFigures.tsx'
import { figuresFile } from '../figures-file.ts'
import { daysAsked, queryOfQuestion } from '../figures-question.ts'
import { FiguresShown } from '../FiguresShown.tsx'
import { PeriodField } from '../PeriodField.tsx'
import { periodTitle } from '../period-words.ts'
import styles from '../read-figures.module.css'
import { Totals } from '../Totals.tsx'
import { useFiguresQuestion } from '../use-figures-question.ts'
import { Advisors } from './Advisors.tsx'
import { askedIn, namesIn } from './answered-figures.ts'
import { countedGroup } from './counted-group.ts'
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
  /** Where a page to show is made of the figures, for the same days; undefined where there is none. */
  bilanAddressOf?: (query: string) => string
}

/** What a group's advisors did, counted by the server: the same blocks, by the same rules, as on their own devices. */
export function GroupFiguresPage(props: GroupFiguresPageProps) {
  const { group, name, back, leadOf, nobody, rule, bilanAddressOf } = props
  const today = useToday()
  const [question, setQuestion] = useFiguresQuestion()
  const [advisor, setAdvisor] = useState<PersonId>()
  const days = useMemo(() => daysAsked(question, today), [question, today])
  const view = useServerAnswer(
    useMemo(() => ({ group, ...days, advisor }), [group, days, advisor]),
    countedGroup,
  )
  const { answer: figures } = view
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
                {bilanAddressOf && (
                  <Link href={bilanAddressOf(queryOfQuestion(question))} asChild>
                    <ButtonLink icon="pencil">Préparer un bilan</ButtonLink>
                  </Link>
                )}
                <Button icon="print" onClick={() => window.print()}>
                  Imprimer
                </Button>
                <DownloadFigures file={() => figuresFile(asked, names, advisors)} />
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
