import { formatNumber } from './number.ts'

/** Whole minutes as « 45 min », « 2 h », « 1 h 05 ». */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest}\u00A0min`
  const wholeHours = `${formatNumber(hours)}\u00A0h`
  return rest === 0 ? wholeHours : `${wholeHours}\u00A0${String(rest).padStart(2, '0')}`
}

/** Whole minutes to the nearest hour, for totals: « 31 h ». */
export function formatHours(minutes: number): string {
  return `${formatNumber(Math.round(minutes / 60))}\u00A0h`
}

/** As `formatDuration`; nothing for what has no duration. */
export function formatDurationIfAny(minutes: number): string | undefined {
  return minutes === 0 ? undefined : formatDuration(minutes)
}
