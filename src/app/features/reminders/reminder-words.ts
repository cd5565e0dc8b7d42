import { absenceKindLabels } from '../../../domain/absence/absence.ts'
import type { SentReminder, StructureSilence } from '../../../domain/access/reminders.ts'
import { frenchDayOf, type CalendarDay } from '../../../domain/calendar-day.ts'
import type { ReminderReader } from '../../../domain/reminders/reminder-readers.ts'
import { reasonEntry } from '../../../domain/reminders/reminder-reasons.ts'
import { labelOf } from '../../../domain/report/nomenclature.ts'
import { formatDay, formatDayWithYear } from '../../ui/format/date.ts'
import { counted } from '../../ui/format/number.ts'

/* How pages say silences, what was sent about them, and what was answered. */

/** « du lundi 5 octobre », with the year where it isn't that of `today`. */
export function dayIn(day: CalendarDay, today: CalendarDay): string {
  return day.slice(0, 4) === today.slice(0, 4) ? formatDay(day) : formatDayWithYear(day)
}

interface Said {
  readonly lastActivity: CalendarDay | null
  readonly days: number
}

/** « 35 jours sans activité. La dernière est du lundi 5 octobre. » */
export function silenceInWords({ lastActivity, days }: Said, today: CalendarDay): string {
  const length = `${counted(days, 'jour', 'jours')} sans activité ni absence qui l’explique.`
  return lastActivity === null
    ? `${length} Aucune activité n’a encore été déposée.`
    : `${length} La dernière activité est du ${dayIn(lastActivity, today)}.`
}

const toWhom: Readonly<Record<ReminderReader, string>> = {
  advisor: 'à la personne',
  structure: 'à la structure',
  coordinator: 'à la coordination',
  state: 'à l’État',
}

/** « Courriels envoyés : à la personne le lundi 5 octobre et le lundi 12 octobre ; à la structure le … » */
export function sentInWords(sent: readonly SentReminder[], today: CalendarDay): string {
  const readers = [...new Set(sent.map(({ reader }) => reader))]
  const parts = readers.map((reader) => {
    const days = sent
      .filter((one) => one.reader === reader)
      .map(({ at }) => `le ${dayIn(frenchDayOf(new Date(at)), today)}`)
    return `${toWhom[reader]} ${listed([...new Set(days)])}`
  })
  return parts.length === 0 ? 'Aucun courriel envoyé.' : `Courriels envoyés\u00A0: ${parts.join('\u00A0; ')}.`
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} et ${last}`
}

/** What is known that explains part of it: absences, then answers, each a sentence. */
export function explainedBy({ absences, answers }: StructureSilence, today: CalendarDay): string[] {
  const away = absences.map(({ kind, from, to }) => {
    const days = from === to ? `le ${dayIn(from, today)}` : `du ${dayIn(from, today)} au ${dayIn(to, today)}`
    return `${labelOf(absenceKindLabels, kind)} ${days}.`
  })
  const said = answers.map(({ reader, reason, on }) => {
    const who = reader === 'advisor' ? 'La personne' : 'Votre structure'
    return `${who} ${reasonEntry(reason).told}, le ${dayIn(on, today)}.`
  })
  return [...away, ...said]
}
