import { useMemo } from 'react'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import {
  computeFigures,
  computeTotals,
  factsAsked,
  type Figures,
  type Totals,
} from '../../../domain/statistics/compute-figures.ts'
import type { FactBook } from '../../../domain/statistics/fact-book.ts'
import type { Period } from '../../../domain/statistics/period.ts'
import { timelineOf, type TimeBar, type TimeStep } from '../../../domain/statistics/timeline.ts'
import { daysAsked, type FiguresQuestion } from './figures-question.ts'

/** The answer to a question. */
export interface AskedFigures {
  question: FiguresQuestion
  period: Period
  figures: Figures
  before: { period: Period; totals: Totals }
  step: TimeStep
  bars: readonly TimeBar[]
}

/** Undefined until the book is there. */
export function useFigures(
  book: FactBook | undefined,
  question: FiguresQuestion,
  today: CalendarDay,
): AskedFigures | undefined {
  return useMemo(() => (book ? askedFigures(book, question, today) : undefined), [book, question, today])
}

export function askedFigures(book: FactBook, question: FiguresQuestion, today: CalendarDay): AskedFigures {
  const { period, before, step } = daysAsked(question, today)
  const facts = factsAsked(book, period, question)
  const totals = computeTotals(book, factsAsked(book, before, question), before)
  return {
    question,
    period,
    figures: computeFigures(book, facts, period),
    before: { period: before, totals },
    step,
    bars: timelineOf(facts, period, step),
  }
}
