import type { CalendarDay } from '../../calendar-day.ts'
import type { TrainingSessionId } from './training-ids.ts'
import type { TrainingRecord } from './training-record.ts'
import { examLabels, type Half, type Presence } from './training-words.ts'

/** A half-day of training, of placement or of an exam, as whoever goes there reads it. */
export interface OwnHalfDay {
  readonly session: TrainingSessionId
  readonly day: CalendarDay
  readonly half: Half
  readonly title: string
  /** Empty where it isn't known. */
  readonly place: string
  readonly isExam: boolean
  /** Whether they were there; null as long as the body hasn't said. */
  readonly presence: Presence | null
}

/** Where a person is to be, in order; nothing that was cancelled. */
export function ownHalfDays({ halfDays, exams }: TrainingRecord): OwnHalfDay[] {
  const sessions = halfDays
    .filter(({ cancelled }) => !cancelled)
    .map(({ session, attended, planned: { day, half, title, place } }) => {
      return { session, day, half, title, place, isExam: false, presence: attended?.presence ?? null }
    })
  const sat = exams
    .filter(({ cancelled }) => !cancelled)
    .map(({ session, attended, planned: { day, half, exam, place } }) => {
      const title = `Examen\u00A0: ${examLabels[exam]}`
      return { session, day, half, title, place, isExam: true, presence: attended?.presence ?? null }
    })
  return [...sessions, ...sat].sort(
    (a, b) => a.day.localeCompare(b.day) || Number(a.half === 'apres_midi') - Number(b.half === 'apres_midi'),
  )
}
