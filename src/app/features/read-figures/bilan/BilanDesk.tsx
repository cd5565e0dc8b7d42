import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { Period } from '../../../../domain/statistics/period.ts'
import type { BilanKey } from '../../../data/bilan.ts'
import { useBilan } from '../../../data/react/use-bilan.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Page, type PageProps } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import type { FiguresQuestion } from '../figures-question.ts'
import { PeriodField } from '../PeriodField.tsx'
import { periodWords } from '../period-words.ts'
import type { AskedFigures } from '../use-figures.ts'
import { BilanForm } from './BilanForm.tsx'
import type { BilanModel } from './bilan-models.ts'
import { BilanSheets, titleOf, type BilanSubject } from './BilanSheets.tsx'
import { useSheetsNeeded } from './use-sheets-needed.ts'

export interface BilanDeskProps {
  back: PageProps['back']
  model: BilanModel
  /** The way to another model, where there is one. */
  modelField?: ReactNode
  /** Under which the choices are kept. */
  choicesOf: BilanKey
  subject: BilanSubject
  question: FiguresQuestion
  /** The days that are asked for. */
  period: Period
  today: CalendarDay
  onWhen: (when: FiguresQuestion['when']) => void
  /** The answer, once there is one. */
  asked: AskedFigures | undefined
  names: FacetNames
  /** Where it is opened to the public, for those who may. */
  publish?: string | undefined
  /** What is to be known of the answer: awaited, or how old. */
  state: ReactNode
}

/** Where a bilan is prepared: what it is made of on top, and below it the page as it will be handed over. */
export function BilanDesk(props: BilanDeskProps) {
  const { model, choicesOf, subject, question, period, today, onWhen, asked, names } = props
  const [choices, onChoices] = useBilan(choicesOf, model.first)
  const [element, sheets] = useSheetsNeeded()
  // Also the name of the file when it is kept as PDF.
  const name =
    choices && asked && [titleOf(model, choices), subject.whose, periodWords(asked.period)].join(', ')
  return (
    <Page title="Préparer un bilan" {...(name !== undefined && { documentTitle: name })} back={props.back}>
      <Stack>
        {props.modelField}
        <PeriodField
          when={question.when}
          period={period}
          today={today}
          offered={model.periods}
          onWhen={onWhen}
        />
        {props.state}
        {asked && choices && (
          <>
            <BilanForm {...{ model, choices, asked, sheets, onChoices }} />
            <Row>
              <Button icon="print" onClick={() => window.print()}>
                Imprimer ou enregistrer en PDF
              </Button>
              {props.publish !== undefined && (
                <Link href={props.publish} asChild>
                  <ButtonLink icon="external">Publier par un lien</ButtonLink>
                </Link>
              )}
            </Row>
          </>
        )}
      </Stack>
      {asked && choices && (
        <BilanSheets ref={element} {...subject} {...{ model, choices, asked, names, today }} />
      )}
    </Page>
  )
}
