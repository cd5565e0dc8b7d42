import { absenceKindLabels } from '../absence/absence.ts'
import { countInWords, dayOfInstantInWords, durationInWords, numberInWords } from '../french-words.ts'
import { isOfMinutes, type FigureName } from './figure-names.ts'
import type { LineDays } from './line-days.ts'

/* How what is vouched for is said, on the page of the month and on the attestation alike. */

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
  { lastSeen, isWaiting }: { readonly lastSeen: string | null; readonly isWaiting: boolean | null },
): string {
  if (lastSeen === null) return `${name}\u00A0: aucun appareil connu.`
  const since = `dernier contact le ${dayOfInstantInWords(lastSeen)}`
  if (isWaiting === null) return `${name}\u00A0: on ne sait pas si des envois attendent (${since}).`
  return isWaiting
    ? `${name}\u00A0: des envois attendaient encore sur un appareil (${since}).`
    : `${name}\u00A0: rien depuis la fin du mois (${since}).`
}
