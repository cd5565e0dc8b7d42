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

/** The totals that a question asks for, with those that they are compared with. */
export interface AskedTotals {
  question: FiguresQuestion
  period: Period
  figures: Totals
  before: { period: Period; totals: Totals }
  /** Whether the reports that are counted are on this device, to be listed. */
  canList: boolean
}

/** The whole answer to a question. */
export interface AskedFigures extends AskedTotals {
  figures: Figures
  step: TimeStep
  bars: readonly TimeBar[]
}

/** The totals, at once; undefined until the book is there. */
export function useTotals(
  book: FactBook | undefined,
  question: FiguresQuestion,
  today: CalendarDay,
): AskedTotals | undefined {
  return useMemo(() => {
    if (!book) return undefined
    const { period } = daysAsked(question, today)
    const figures = computeTotals(book, factsAsked(book, period, question), period)
    return { question, period, figures, before: totalsBefore(book, question, today), canList: true }
  }, [book, question, today])
}

/** Everything; undefined until the book is there, or while nothing is asked for yet. */
export function useFigures(
  book: FactBook | undefined,
  question: FiguresQuestion | undefined,
  today: CalendarDay,
): AskedFigures | undefined {
  return useMemo(
    () => (book && question ? askedFigures(book, question, today) : undefined),
    [book, question, today],
  )
}

export function askedFigures(book: FactBook, question: FiguresQuestion, today: CalendarDay): AskedFigures {
  const { period, step } = daysAsked(question, today)
  const facts = factsAsked(book, period, question)
  return {
    question,
    period,
    figures: computeFigures(book, facts, period),
    before: totalsBefore(book, question, today),
    canList: true,
    step,
    bars: timelineOf(facts, period, step),
  }
}

function totalsBefore(book: FactBook, question: FiguresQuestion, today: CalendarDay) {
  const { before } = daysAsked(question, today)
  return { period: before, totals: computeTotals(book, factsAsked(book, before, question), before) }
}
