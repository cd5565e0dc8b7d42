import { absenceKindLabels, type AbsenceDays } from '../../../domain/absence/absence.ts'
import { weekdayNames } from '../../../domain/absence/weekday-names.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { labelOf } from '../../../domain/report/nomenclature.ts'
import { formatDay, formatDayWithYear } from '../../ui/format/date.ts'
import { counted } from '../../ui/format/number.ts'

/** « Congé »; a kind of a newer version is shown as such. */
export function kindInWords(kind: string): string {
  return labelOf(absenceKindLabels, kind)
}

/** « du lundi 23 novembre à midi au vendredi 27 novembre », « le lundi 23 novembre, le matin ». */
export function daysInWords(absence: AbsenceDays, today: CalendarDay): string {
  const { from, to, fromNoon, toNoon, weekdays } = absence
  const name = (day: CalendarDay) =>
    day.slice(0, 4) === today.slice(0, 4) ? formatDay(day) : formatDayWithYear(day)
  if (from === to) return `le ${name(from)}${halfInWords(absence)}`
  const first = `${name(from)}${fromNoon ? ' à midi' : ''}`
  const last = `${name(to)}${toNoon ? ' à midi' : ''}`
  const days = `du ${first} au ${last}`
  return weekdays ? `${weekdaysInWords(weekdays)}, ${days}` : days
}

function halfInWords({ fromNoon, toNoon }: AbsenceDays): string {
  if (fromNoon) return ', l’après-midi'
  return toNoon ? ', le matin' : ''
}

/** « chaque mercredi », « chaque mercredi et vendredi ». */
function weekdaysInWords(weekdays: readonly number[]): string {
  const names = weekdays.toSorted((a, b) => a - b).flatMap((weekday) => weekdayNames[weekday] ?? [])
  const [last, ...before] = names.toReversed()
  return `chaque ${before.length > 0 ? `${before.toReversed().join(', ')} et ${last}` : last}`
}

/** « 1 jour travaillé », « 2,5 jours travaillés ». */
export function workingDaysInWords(days: number): string {
  return counted(days, 'jour travaillé', 'jours travaillés')
}

/** To begin a line with. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
