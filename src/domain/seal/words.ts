import { absenceKindLabels } from '../absence/absence.ts'
import { countInWords, durationInWords, numberInWords } from '../anomalies/words.ts'
import { daysOfMonth, type CalendarMonth } from '../calendar-month.ts'
import type { CalendarDay } from '../calendar-day.ts'
import { isOfMinutes, type FigureName } from './figure-names.ts'
import type { LineDays } from './line-days.ts'

/* How what is vouched for is said, on the page of the month and on the attestation alike. */

const inFrance = { timeZone: 'Europe/Paris' } as const
const inUtc = { timeZone: 'UTC' } as const
const monthAndYear = new Intl.DateTimeFormat('fr-FR', { ...inUtc, month: 'long', year: 'numeric' })
const whole = { day: 'numeric', month: 'long', year: 'numeric' } as const
const dayOfUtc = new Intl.DateTimeFormat('fr-FR', { ...inUtc, ...whole })
const dayOfFrance = new Intl.DateTimeFormat('fr-FR', { ...inFrance, ...whole })

/** « novembre 2026 ». */
export function monthInWords(month: CalendarMonth): string {
  return monthAndYear.format(new Date(`${daysOfMonth(month).from}T00:00:00Z`))
}

/** « d’octobre 2026 », « de novembre 2026 ». */
export function ofMonthInWords(month: CalendarMonth): string {
  const words = monthInWords(month)
  return /^[aeiouy]/.test(words) ? `d’${words}` : `de ${words}`
}

/** « 1er décembre 2026 ». */
export function wholeDayInWords(day: CalendarDay): string {
  return withFirst(dayOfUtc, new Date(`${day}T00:00:00Z`))
}

/** The day in France of an instant. */
export function dayOfInstantInWords(instant: string): string {
  return withFirst(dayOfFrance, new Date(instant))
}

function withFirst(format: Intl.DateTimeFormat, date: Date): string {
  return format
    .formatToParts(date)
    .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
    .join('')
    .replace(/(\d(?:er)?) /, '$1\u00A0')
}

/** A figure as it is read: hours where it is of minutes. */
export function figureInWords(name: FigureName, value: number): string {
  return isOfMinutes(name) ? durationInWords(value) : numberInWords(value)
}

/** What a change does to a figure: « +2 », « −1 h 30 ». */
export function differenceInWords(name: FigureName, value: number): string {
  if (value === 0) return '='
  return `${value > 0 ? '+' : '−'}${figureInWords(name, Math.abs(value))}`
}

/** « 3 jours sans compte rendu : 2 de congé, 1 sans explication. » Nothing where there is none. */
export function silenceInWords({ silent, workingDays }: LineDays): string {
  if (workingDays === 0) return 'Aucun jour ouvré dans un contrat.'
  if (silent.length === 0) return 'Au moins un compte rendu chaque jour ouvré.'
  const reasons = [...new Set(silent.map(({ why }) => why))]
  const said = [...reasons.filter((why) => why !== null), ...reasons.filter((why) => why === null)].map(
    (why) => `${silent.filter((day) => day.why === why).length} ${reasonInWords(why)}`,
  )
  const days = countInWords(silent.length, 'jour ouvré sans compte rendu', 'jours ouvrés sans compte rendu')
  return `${days}\u00A0: ${said.join(', ')}.`
}

function reasonInWords(why: string | null): string {
  if (why === null) return 'sans absence notée'
  const label = Object.entries(absenceKindLabels).find(([kind]) => kind === why)?.[1]
  return (label ?? 'Absence').toLowerCase()
}

/** What may still come from somebody's devices. */
export function waitingInWords(
  name: string,
  { lastSeen, isWaiting }: { readonly lastSeen: string | null; readonly isWaiting: boolean },
): string {
  if (lastSeen === null) return `${name}\u00A0: aucun appareil connu.`
  const since = `dernier contact le ${dayOfInstantInWords(lastSeen)}`
  return isWaiting
    ? `${name}\u00A0: des envois attendaient encore sur un appareil (${since}).`
    : `${name}\u00A0: rien depuis la fin du mois (${since}).`
}
