import type { ImportFate, ImportLine } from '../../../domain/appointment/plan-import.ts'
import type { UnreadableReason } from '../../../domain/appointment/planned-event.ts'
import { calendarDaySchema, type CalendarDay } from '../../../domain/calendar-day.ts'
import { valueAt } from '../../../domain/json.ts'
import type { CalendarRefusal } from '../../data/import-calendar.ts'
import { formatDayInFigures } from '../../ui/format/date.ts'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { formatTimes } from '../../ui/format/times.ts'

/** One event or one series, as the account shows it. */
export interface AccountLine {
  uid: string
  title: string
  /** When: of one, its day and hours; of several, how many and from when to when. */
  detail: string
  /** Shown as free in the calendar: not proposed. */
  isFree: boolean
}

/** Lines of one fate, those of a series together, in the order in which they come. */
export function accountLines(
  lines: readonly ImportLine[],
  fates: readonly ImportFate[],
  today: CalendarDay,
): AccountLine[] {
  const groups = new Map<string, ImportLine[]>()
  for (const line of lines) {
    if (fates.includes(line.fate)) groups.set(line.uid, [...(groups.get(line.uid) ?? []), line])
  }
  return [...groups].flatMap(([uid, group]) => {
    const [first, last] = [group.at(0), group.at(-1)]
    if (!first || !last) return []
    const detail =
      group.length === 1
        ? whenOf(first, today)
        : `${group.length}\u00A0fois, du ${dayOf(first)} au ${dayOf(last)}`
    return [{ uid, title: textOf(first, 'title') ?? '', detail, isFree: group.every(({ isFree }) => isFree) }]
  })
}

function whenOf(line: ImportLine, today: CalendarDay): string {
  const day = calendarDaySchema.safeParse(textOf(line, 'date'))
  const times = formatTimes(textOf(line, 'starts'), textOf(line, 'ends')) ?? 'toute la journée'
  return [day.success && relativeDay(day.data, today).toLowerCase(), times].filter(Boolean).join(', ')
}

function dayOf(line: ImportLine): string {
  const day = calendarDaySchema.safeParse(textOf(line, 'date'))
  return day.success ? formatDayInFigures(day.data) : ''
}

function textOf({ body }: ImportLine, field: string): string | undefined {
  const value = valueAt(body, field)
  return typeof value === 'string' ? value : undefined
}

export const refusals: Record<CalendarRefusal, string> = {
  'too-big':
    'Ce fichier dépasse 5\u00A0Mo. Exportez une période plus courte, puis réessayez. Rien n’a été repris.',
  'no-calendar':
    'Ce fichier n’est pas un calendrier. Choisissez un fichier «\u00A0.ics\u00A0». Rien n’a été repris.',
  unreadable: 'Cet appareil n’a pas pu lire le fichier. Choisissez-le à nouveau. Rien n’a été repris.',
}

export const unreadableReasons: Record<UnreadableReason, string> = {
  broken: 'une de ses lignes est abîmée',
  cut: 'le fichier s’arrête avant sa fin',
  'no-uid': 'il n’a pas d’identifiant, et serait doublé à l’import suivant',
  'no-start': 'il n’a pas de début',
  'unknown-zone': 'son fuseau horaire est inconnu',
  'ends-before-it-starts': 'il finit avant de commencer',
  'unreadable-rule': 'sa répétition est illisible',
  'too-often': 'il se répète plusieurs fois par jour',
  'too-long': 'sa répétition ne peut pas être suivie',
}
