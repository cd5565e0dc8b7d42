import * as z from 'zod/mini'
import { calendarDaySchema, daysBetween } from '../calendar-day.ts'
import { codeOf } from '../report/code-of.ts'

/** Why somebody is away: a word of a list, so that nothing medical can be written. */
export const absenceKindLabels = {
  conge: 'Congé',
  maladie: 'Maladie',
  formation: 'Formation',
  temps_partiel: 'Temps partiel',
  autre: 'Autre absence',
} as const
export type AbsenceKind = keyof typeof absenceKindLabels

/** Days of an absence at most: a part-time year is one, and a slip of the year isn't. */
export const absenceMaxDays = 1100

/** Which days of the week one doesn't work on, from 0 for Monday to 4 for Friday. */
const weekdaysSchema = z
  .array(z.int().check(z.minimum(0), z.maximum(4)))
  .check(
    z.minLength(1, { error: 'Choisissez au moins un jour de la semaine.' }),
    z.maxLength(4, { error: 'Quatre jours de la semaine au plus.' }),
  )

/** The days of an absence, both ends included. */
const absenceDays = {
  from: calendarDaySchema,
  to: calendarDaySchema,
  /** It begins at noon of its first day. */
  fromNoon: z.optional(z.boolean()),
  /** It ends at noon of its last day. */
  toNoon: z.optional(z.boolean()),
  /** Only these days of the week, in between: of a part-time week. */
  weekdays: z.optional(weekdaysSchema),
}

/** The days alone: all that counting needs, and all that is read of one of a newer version. */
export const absenceDaysSchema = z.object(absenceDays)
export type AbsenceDays = z.infer<typeof absenceDaysSchema>

/** What a person says of an absence. */
const saidFields = { kind: codeOf(absenceKindLabels), ...absenceDays }

const daysInOrder = z.refine<AbsenceDays>(({ from, to }) => from <= to, {
  error: 'Le dernier jour précède le premier.',
  path: ['to'],
})
const notTooLong = z.refine<AbsenceDays>(({ from, to }) => daysBetween(from, to) < absenceMaxDays, {
  error: 'Une absence dure trois ans au plus.',
  path: ['to'],
})
const somethingLeft = z.refine<AbsenceDays>(
  ({ from, to, fromNoon, toNoon }) => from < to || !fromNoon || !toNoon,
  { error: 'Choisissez le matin ou l’après-midi.', path: ['toNoon'] },
)
const weekdaysOfPartTime = z.refine<AbsenceDays & { kind: AbsenceKind }>(
  ({ kind, weekdays }) => (kind === 'temps_partiel') === (weekdays !== undefined),
  { error: 'Choisissez les jours non travaillés d’une semaine à temps partiel.', path: ['weekdays'] },
)

/** What is typed, and what an employer sends. */
export const saidAbsenceSchema = z
  .object(saidFields)
  .check(daysInOrder, notTooLong, somethingLeft, weekdaysOfPartTime)
export type SaidAbsence = z.infer<typeof saidAbsenceSchema>

/**
 * Days on which an advisor isn't expected to work: a document of their scope, declared by them or by their employer
 * (domain.md, "Who may see what"). It holds no free text.
 */
export const absenceSchema = z
  .looseObject({
    ...saidFields,
    /** Shown to the advisor without network; the history is what tells who. */
    declaredBy: z.enum(['advisor', 'structure']),
  })
  .check(daysInOrder, notTooLong, somethingLeft, weekdaysOfPartTime)
export type Absence = z.infer<typeof absenceSchema>
