import { calendarDaySchema, type CalendarDay } from '../../../../../domain/calendar-day.ts'
import type { BodySaysTraining } from '../../../../../domain/commitments/training/said-training-fact.ts'
import {
  trainingSessionIdSchema,
  type TrainingSessionId,
} from '../../../../../domain/commitments/training/training-ids.ts'
import type { TrainingPath } from '../../../../../domain/commitments/training/training-paths.ts'
import type {
  Exam,
  Exemption,
  Half,
  Part,
} from '../../../../../domain/commitments/training/training-words.ts'
import { newDocumentId } from '../../../../data/new-id.ts'
import type { Session } from '../training-sentences.ts'

/** What a body is about to say of a trainee, but for who was there. */
export type ToldOpened =
  | { readonly kind: 'positioned' | 'exempted' | 'half-day' | 'convoked' | 'completed' | 'module' }
  | { readonly kind: 'cancelled' | 'exam-result'; readonly session: Session }

type WithoutId<S> = S extends unknown ? Omit<S, 'id'> : never
/** What is said, before it has an id. */
export type SaidOfTrainee = WithoutId<BodySaysTraining['says']>

export type SayOfTrainee = (says: SaidOfTrainee) => void

/** What stands in the form, whichever fields it shows. */
export interface ToldValues {
  readonly session: TrainingSessionId
  readonly day: string
  readonly hours: string
  readonly half: Half | null
  readonly part: Part | null
  readonly exam: Exam | null
  readonly from: Exemption | null
  readonly passed: 'oui' | 'non' | null
  readonly title: string
  readonly place: string
}

export type WrongField = 'day' | 'hours' | 'title'

export function firstValues(opened: ToldOpened, path: TrainingPath, today: CalendarDay): ToldValues {
  const planned = 'session' in opened ? opened.session.planned : undefined
  return {
    session: planned?.session ?? trainingSessionIdSchema.parse(newDocumentId()),
    day: planned?.day ?? today,
    hours: 'among' in path.hours ? String(path.hours.among[0]) : '',
    half: 'matin',
    part: 'formation',
    exam: path.exams[0] ?? null,
    from: 'formation',
    passed: 'oui',
    title: '',
    place: '',
  }
}

export function asksTitle(kind: ToldOpened['kind']): boolean {
  return kind === 'half-day' || kind === 'module'
}

/** What the values say, or the first field that keeps them from it. */
export function toldBy(
  kind: ToldOpened['kind'],
  values: ToldValues,
): { readonly says: SaidOfTrainee } | { readonly wrong: WrongField } {
  const day = calendarDaySchema.safeParse(values.day).data
  if (!day) return { wrong: 'day' }
  if (kind === 'positioned' && !/^\d+$/.test(values.hours)) return { wrong: 'hours' }
  const title = values.title.trim()
  if (asksTitle(kind) && title === '') return { wrong: 'title' }
  return { says: saidOn(day, kind, { ...values, title }) }
}

function saidOn(day: CalendarDay, kind: ToldOpened['kind'], values: ToldValues): SaidOfTrainee {
  const { session, title } = values
  const told = { replaces: null, day }
  const at = { session, half: values.half ?? 'matin', place: values.place.trim() }
  switch (kind) {
    case 'positioned':
      return { ...told, kind, hours: Number(values.hours) }
    case 'exempted':
      return { ...told, kind, from: values.from ?? 'formation' }
    case 'half-day':
      return { ...told, ...at, kind, part: values.part ?? 'formation', title }
    case 'convoked':
      return { ...told, ...at, kind, exam: values.exam ?? 'ccp1' }
    case 'completed':
      return { ...told, kind }
    case 'module':
      return { ...told, kind, title }
    case 'cancelled':
      return { ...told, kind, session }
    case 'exam-result':
      return { ...told, kind, session, passed: values.passed === 'oui' }
  }
}
