import type { CalendarDay } from '../../calendar-day.ts'
import type { TrainingRecord } from './training-record.ts'
import { examLabels, type Half } from './training-words.ts'

/** A half-day of training, of placement or of an exam, as whoever goes there reads it. */
export interface OwnHalfDay {
  readonly day: CalendarDay
  readonly half: Half
  readonly title: string
  /** Empty where it isn't known. */
  readonly place: string
  readonly isExam: boolean
}

/** Where a person is to be, in order; nothing that was cancelled. */
export function ownHalfDays({ halfDays, exams }: TrainingRecord): OwnHalfDay[] {
  const sessions = halfDays
    .filter(({ cancelled }) => !cancelled)
    .map(({ planned: { day, half, title, place } }) => ({ day, half, title, place, isExam: false }))
  const sat = exams
    .filter(({ cancelled }) => !cancelled)
    .map(({ planned: { day, half, exam, place } }) => {
      return { day, half, title: `Examen\u00A0: ${examLabels[exam]}`, place, isExam: true }
    })
  return [...sessions, ...sat].sort(
    (a, b) => a.day.localeCompare(b.day) || Number(a.half === 'apres_midi') - Number(b.half === 'apres_midi'),
  )
}
