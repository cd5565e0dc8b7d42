import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { daysAsked, type FiguresQuestion } from '../figures-question.ts'
import { stepOnPaper } from './bars-on-paper.ts'
import type { BilanModel } from './bilan-models.ts'

/** What a bilan asks for: days that its model is made for, or that were chosen, and as many bars as paper has room for. */
export function bilanQuestion(
  { periods, firstPeriod, step }: BilanModel,
  question: FiguresQuestion,
  today: CalendarDay,
): FiguresQuestion {
  const { when } = question
  const suits = typeof when !== 'string' || periods.includes(when)
  const asked = { ...question, when: suits ? when : firstPeriod }
  return { ...asked, step: step ?? stepOnPaper(daysAsked(asked, today).period) }
}
