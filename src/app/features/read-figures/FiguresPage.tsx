import { useCallback, useMemo } from 'react'
import { useFactBook } from '../../data/react/use-fact-book.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import type { TimeStep } from '../../../domain/statistics/timeline.ts'
import { Definitions } from './Definitions.tsx'
import { FigureFilters, type FilterFields } from './FigureFilters.tsx'
import { daysAsked } from './figures-question.ts'
import { FiguresShown } from './FiguresShown.tsx'
import { PeriodField } from './PeriodField.tsx'
import { periodWords } from './period-words.ts'
import { useFigures } from './use-figures.ts'
import { useFiguresQuestion } from './use-figures-question.ts'

/** Chiffres: one’s own reports counted, over any days and by every field, without network. */
export function FiguresPage({ Fields, Chosen }: FilterFields) {
  const today = useToday()
  const book = useFactBook()
  const [question, setQuestion] = useFiguresQuestion()
  const { period } = useMemo(() => daysAsked(question, today), [question, today])
  const asked = useFigures(book, question, today)
  const onStep = useCallback((step: TimeStep) => setQuestion({ ...question, step }), [question, setQuestion])
  return (
    <Page title="Chiffres" wide lead={`${capitalised(periodWords(period))}, par vos comptes rendus.`}>
      <Stack gap="section">
        <div>
          <PeriodField
            when={question.when}
            period={period}
            today={today}
            onWhen={(when) => setQuestion({ ...question, when, step: undefined })}
          />
          {book && (
            <FigureFilters
              {...{ Fields, Chosen, book, period }}
              values={question.values}
              onValues={(values) => setQuestion({ ...question, values })}
            />
          )}
        </div>
        {asked ? (
          <FiguresShown asked={asked} onStep={onStep} />
        ) : (
          <Loading>Vos chiffres se préparent…</Loading>
        )}
        <div data-print="hide">
          <Row>
            <Button icon="print" onClick={() => window.print()}>
              Imprimer
            </Button>
          </Row>
        </div>
        <Definitions />
      </Stack>
    </Page>
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
