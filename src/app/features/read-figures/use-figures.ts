import { useMemo } from 'react'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import {
  computeFigures,
  computeTotals,
  factsAsked,
  type Figures,
  type Totals,
} from '../../../domain/statistics/compute-figures.ts'
import type { BookedFact, FactBook } from '../../../domain/statistics/fact-book.ts'
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

/** Totals of one's own reports, with what they were counted from. */
export interface OwnTotals extends AskedTotals {
  book: FactBook
  facts: readonly BookedFact[]
}

/** The totals, at once; undefined until the book is there. */
export function useTotals(
  book: FactBook | undefined,
  question: FiguresQuestion,
  today: CalendarDay,
): OwnTotals | undefined {
  return useMemo(() => (book ? ownTotals(book, question, today) : undefined), [book, question, today])
}

/** Everything, for totals that are there; undefined while nothing is asked for yet. */
export function useFigures(totals: OwnTotals | undefined, today: CalendarDay): AskedFigures | undefined {
  return useMemo(() => (totals ? withBreakdowns(totals, today) : undefined), [totals, today])
}

export function ownTotals(book: FactBook, question: FiguresQuestion, today: CalendarDay): OwnTotals {
  const { period, before } = daysAsked(question, today)
  const facts = factsAsked(book, period, question)
  return {
    question,
    period,
    figures: computeTotals(book, facts, period),
    before: { period: before, totals: computeTotals(book, factsAsked(book, before, question), before) },
    canList: true,
    book,
    facts,
  }
}

export function withBreakdowns({ book, facts, ...totals }: OwnTotals, today: CalendarDay): AskedFigures {
  const { question, period } = totals
  const { step } = daysAsked(question, today)
  return {
    ...totals,
    figures: computeFigures(book, facts, period),
    step,
    bars: timelineOf(facts, period, step),
  }
}
