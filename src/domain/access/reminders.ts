import * as z from 'zod/mini'
import { absenceDaysSchema } from '../absence/absence.ts'
import { calendarDaySchema } from '../calendar-day.ts'
import { calendarMonthSchema } from '../calendar-month.ts'
import { countSchema } from './figures-on-the-wire.ts'
import { personIdSchema, structureIdSchema } from '../ids.ts'
import { askingStandings } from '../reminders/months-to-tell.ts'
import { reminderReaderSchema, turnSchema } from '../reminders/reminder-readers.ts'
import { reminderReasonSchema } from '../reminders/reminder-reasons.ts'

/*
 * What each may read of silences (domain.md, "Reminders"): the host structure who is silent, what explains it and what
 * was answered; who coordinates a team, who is silent and what was sent, without any answer's words; the State, how many
 * posts of which structure are silent, without their advisors.
 */

const days = countSchema

/** A message that went: to whom, and when. */
const sentSchema = z.object({ reader: reminderReaderSchema, at: z.iso.datetime() })
export type SentReminder = z.infer<typeof sentSchema>

const silence = {
  lastActivity: z.nullable(calendarDaySchema),
  since: calendarDaySchema,
  days,
}

const answerSchema = z.object({
  reader: reminderReaderSchema,
  reason: reminderReasonSchema,
  on: calendarDaySchema,
})

export const structureRemindersSchema = z.object({
  silences: z.array(
    z.object({
      advisorId: personIdSchema,
      advisorName: z.string(),
      ...silence,
      turn: turnSchema,
      /** Absences that touch the silence without explaining all of it. */
      absences: z.array(z.extend(absenceDaysSchema, { kind: z.string() })),
      answers: z.array(answerSchema),
      /** The last day on which the structure isn't reminded, because of what was answered. */
      stoppedUntil: z.nullable(calendarDaySchema),
      sent: z.array(sentSchema),
    }),
  ),
})
export type StructureReminders = z.infer<typeof structureRemindersSchema>
export type StructureSilence = StructureReminders['silences'][number]

/** What a watcher said last, as they said it themselves; of others only that they answered. */
const watched = {
  sent: z.array(sentSchema),
  /** The last day on which the advisor or the structure answered. */
  answeredOn: z.nullable(calendarDaySchema),
  own: z.nullable(z.object({ reason: reminderReasonSchema, on: calendarDaySchema })),
}

export const teamRemindersSchema = z.object({
  silences: z.array(
    z.object({
      advisorId: personIdSchema,
      advisorName: z.string(),
      structureId: structureIdSchema,
      structureName: z.string(),
      ...silence,
      ...watched,
    }),
  ),
})
export type TeamReminders = z.infer<typeof teamRemindersSchema>
export type TeamSilence = TeamReminders['silences'][number]

export const stateRemindersSchema = z.object({
  structures: z.array(
    z.object({
      structureId: structureIdSchema,
      structureName: z.string(),
      department: z.nullable(z.string()),
      hasResponsable: z.boolean(),
      /** How long each silent post of it has been, the longest first. */
      posts: z.array(z.object({ since: calendarDaySchema, days })),
      ...watched,
    }),
  ),
})
export type StateReminders = z.infer<typeof stateRemindersSchema>
export type SilentStructure = StateReminders['structures'][number]

/** One's own: what was sent to one, and what one's structures and oneself answered of one's own silence. */
export const ownRemindersSchema = z.object({
  /** Since when nothing is sent by mail, on one's own demand; null where it is. */
  stoppedAt: z.nullable(z.iso.datetime()),
  sent: z.array(z.object({ reader: reminderReaderSchema, structureName: z.string(), at: z.iso.datetime() })),
  /** Of which months one was told that they wait for one's word. What an earlier build kept on a device has none. */
  months: z._default(
    z.array(
      z.object({
        structureName: z.string(),
        month: calendarMonthSchema,
        standing: z.enum(askingStandings),
        at: z.iso.datetime(),
      }),
    ),
    [],
  ),
  answers: z.array(z.extend(answerSchema, { structureId: structureIdSchema })),
})
export type OwnReminders = z.infer<typeof ownRemindersSchema>

/** An answer of an advisor; the same `key` sent twice is one answer. */
export const ownAnswerSchema = z.object({
  key: z.uuid(),
  structure: structureIdSchema,
  reason: reminderReasonSchema,
  /** The day on which it was given, which may be before it is sent. */
  on: calendarDaySchema,
})
export type OwnAnswer = z.infer<typeof ownAnswerSchema>

/** An answer about somebody, of an employer or of who coordinates. */
export const answerAboutSchema = z.object({
  key: z.uuid(),
  advisor: personIdSchema,
  /** Where a reader knows somebody at several. */
  structure: structureIdSchema,
  reason: reminderReasonSchema,
})
export type AnswerAbout = z.infer<typeof answerAboutSchema>

/** An answer of the State, about the posts of a structure. */
export const stateAnswerSchema = z.object({ key: z.uuid(), reason: reminderReasonSchema })
