import { calendarDaySchema } from '../../calendar-day.ts'
import type { Versioned } from '../versioned-milestones.ts'
import type { Exam } from './training-words.ts'

/** What advisors who begin from a day on are trained by. */
export interface TrainingPath extends Versioned {
  /** French, what people call it. */
  readonly label: string
  /** Hours that the positioning test may give: some lengths, or any between two. */
  readonly hours: { readonly among: readonly number[] } | { readonly from: number; readonly to: number }
  /** Hours of placement, beside those. */
  readonly placementHours: number
  /** Whether nobody takes up the post with the public before the end of the initial training. */
  readonly isBeforePublic: boolean
  readonly exams: readonly Exam[]
  /** Months from the end of the initial training in which the exams are held; null where the path says none. */
  readonly examsWithinMonths: number | null
  /** Thematic modules; null where the path says none. */
  readonly modules: {
    /** In the year that begins with the initial training. */
    readonly inFirstYear: number
    readonly inLaterYears: number
    /** The first calendar year of which any is due. */
    readonly fromYear: number
  } | null
}

/**
 * The training of each generation. Hours, exams and modules are what was published of them; the days on which a
 * generation begins are our own, since only years were said. A path forbids taking up the post where that was written of
 * it, and nowhere else.
 */
export const trainingPaths: readonly [TrainingPath, ...TrainingPath[]] = [
  {
    version: 1,
    since: calendarDaySchema.parse('2021-01-01'),
    label: 'Parcours de 2021',
    hours: { among: [105, 280, 350, 420] },
    placementHours: 0,
    isBeforePublic: true,
    exams: ['pix', 'ccp1'],
    examsWithinMonths: 6,
    modules: { inFirstYear: 0, inLaterYears: 1, fromYear: 2024 },
  },
  {
    version: 2,
    since: calendarDaySchema.parse('2024-01-01'),
    label: 'Parcours de 2024',
    hours: { from: 70, to: 315 },
    placementHours: 0,
    isBeforePublic: false,
    exams: ['ccp1'],
    examsWithinMonths: null,
    modules: { inFirstYear: 2, inLaterYears: 1, fromYear: 2024 },
  },
  {
    version: 3,
    since: calendarDaySchema.parse('2025-01-01'),
    label: 'Parcours de 2025, en alternance',
    hours: { among: [175] },
    placementHours: 210,
    isBeforePublic: false,
    exams: ['titre'],
    examsWithinMonths: null,
    modules: null,
  },
]

/** Hours that a half-day counts for: half of a day of seven hours. */
export const halfDayHours = 3.5

/** Days and months that no text sets: they are our own, and changed here. */
export const trainingDelays = {
  /** Days in which a structure acknowledges a calendar before that is late. */
  acknowledgeWithinDays: 7,
  /** Months for which an absence without an accepted reason is told of. */
  absenceToldMonths: 12,
} as const

/** Whether a positioning test of the path may give this many hours. */
export function mayGiveHours({ hours: possible }: TrainingPath, hours: number): boolean {
  return 'among' in possible ? possible.among.includes(hours) : possible.from <= hours && hours <= possible.to
}
