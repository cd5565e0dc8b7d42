import * as z from 'zod/mini'
import type { ReminderReader } from './reminder-readers.ts'

/** What explains a silence: words of a list, so that nothing private can be written. */
export const reminderReasons = {
  'to-file': {
    by: ['advisor'],
    label: 'J’ai des comptes rendus à saisir',
    told: 'a des comptes rendus à saisir',
    quiets: ['advisor'],
  },
  'no-activity': {
    by: ['advisor'],
    label: 'Je n’ai pas eu d’activité',
    told: 'n’a pas eu d’activité',
    quiets: ['advisor'],
  },
  left: {
    by: ['advisor'],
    label: 'Je ne travaille plus ici',
    told: 'dit ne plus travailler ici',
    quiets: ['advisor'],
  },
  asked: {
    by: ['structure'],
    label: 'Demander à la personne',
    told: 'a demandé des nouvelles à la personne',
    quiets: ['structure'],
  },
  planned: {
    by: ['structure'],
    label: 'Pas d’activité en ce moment, c’est prévu',
    told: 'dit que c’est prévu',
    quiets: ['structure', 'advisor'],
  },
  gone: {
    by: ['structure'],
    label: 'Cette personne ne travaille plus ici',
    told: 'dit que la personne ne travaille plus ici',
    quiets: ['structure', 'advisor'],
  },
  contacting: {
    by: ['coordinator', 'state'],
    label: 'Je prends contact avec la structure',
    told: 'prend contact avec la structure',
    quiets: [],
  },
  known: {
    by: ['coordinator', 'state'],
    label: 'La situation est connue',
    told: 'dit que la situation est connue',
    quiets: [],
  },
} as const satisfies Readonly<Record<string, ReasonEntry>>

interface ReasonEntry {
  /** Who may give it. Whoever gives it is not reminded for a while. */
  readonly by: readonly ReminderReader[]
  /** French: as whoever gives it says it. */
  readonly label: string
  /** French: as others read it, after the name of who gave it. */
  readonly told: string
  /** Whose reminders it stops as well: never of those who come later, so that a silence goes on growing. */
  readonly quiets: readonly ReminderReader[]
}

export type ReminderReason = keyof typeof reminderReasons

// Object.keys forgets the literal types that the table has.
export const reasonNames = Object.keys(reminderReasons) as ReminderReason[]
export const reminderReasonSchema = z.enum(reasonNames)

export function reasonEntry(reason: ReminderReason): ReasonEntry {
  return reminderReasons[reason]
}

/** What a reader may answer, in the order in which it is offered. */
export function reasonsOf(reader: ReminderReader): ReminderReason[] {
  return reasonNames.filter((reason) => reasonEntry(reason).by.includes(reader))
}
