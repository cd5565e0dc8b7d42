import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { documentIdSchema } from '../ids.ts'
import { codeOf } from '../report/code-of.ts'

export const appointmentTitleMaxLength = 200
export const appointmentTextMaxLength = 2000

/** How a planned accompaniment stands; that it is over without a report is derived, never stored. */
export const appointmentStateLabels = {
  prevu: 'Prévu',
  pas_venu: 'Pas venu',
  annule: 'Annulé',
  depose: 'Compte rendu déposé',
} as const
export type AppointmentState = keyof typeof appointmentStateLabels

/** A planned accompaniment: what comes next on an advisor's day, and what a report is to be filed on. */
export const appointmentSchema = z
  .looseObject({
    title: z.string().check(z.minLength(1), z.maxLength(appointmentTitleMaxLength)),
    /** The day on which it begins, in the advisor's own time zone: what lists are sorted by. */
    date: calendarDaySchema,
    /** The last day of one that lasts whole days; absent where it is the first. */
    lastDate: z.optional(calendarDaySchema),
    /** Instants, with their offset; an appointment of a whole day has none. */
    starts: z.optional(z.iso.datetime({ offset: true })),
    ends: z.optional(z.iso.datetime({ offset: true })),
    location: z.optional(z.string().check(z.maxLength(appointmentTextMaxLength))),
    description: z.optional(z.string().check(z.maxLength(appointmentTextMaxLength))),
    state: codeOf(appointmentStateLabels),
    /** The report that was filed on it. */
    reportId: z.optional(documentIdSchema),
    /** Where it was imported from: UID and RECURRENCE-ID of RFC 5545, and the SEQUENCE that was read last. */
    uid: z.optional(z.string().check(z.maxLength(500))),
    occurrence: z.optional(z.string().check(z.maxLength(40))),
    sequence: z.optional(z.int()),
    /** What the file said the last time, by marks: a new reading changes only what changed in the file. */
    read: z.optional(z.record(z.string(), z.string().check(z.maxLength(40)))),
  })
  .check(
    z.refine(({ starts, ends }) => !starts || !ends || Date.parse(starts) <= Date.parse(ends), {
      error: 'La fin précède le début.',
      path: ['ends'],
    }),
  )
export type Appointment = z.infer<typeof appointmentSchema>
