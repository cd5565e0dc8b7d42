import { parseNumber } from '../../ui/format/number.ts'

/** A duration as the form asks it: a chip, or hours and minutes typed after *Autre*. */
export interface DurationFields {
  /** Minutes of the chip chosen, `autre`, or nothing. */
  duration: string
  otherHours: string
  otherMinutes: string
}

/** Minutes that the form says; null where it says nothing, NaN where what is typed isn't a number. */
export function minutesOf({ duration, otherHours, otherMinutes }: DurationFields): number | null {
  if (duration === '') return null
  if (duration !== 'autre') return Number(duration)
  const [hours, minutes] = [otherHours, otherMinutes].map(typedNumber)
  return otherHours.trim() === '' && otherMinutes.trim() === '' ? null : (hours ?? 0) * 60 + (minutes ?? 0)
}

export function durationFields(minutes: number, offered: readonly number[]): DurationFields {
  if (offered.includes(minutes)) return { duration: String(minutes), otherHours: '', otherMinutes: '' }
  const hours = Math.floor(minutes / 60)
  return {
    duration: 'autre',
    otherHours: hours > 0 ? String(hours) : '',
    otherMinutes: minutes % 60 > 0 ? String(minutes % 60) : '',
  }
}

/** Chips of durations, *Autre* apart: two lines of a phone. */
const chipCount = 6

/** The durations that have a chip: this advisor's usual ones, then those offered to everybody; the shortest first. */
export function chipMinutes(usual: readonly number[], offered: readonly number[]): number[] {
  return [...new Set([...usual, ...offered])].slice(0, chipCount).sort((a, b) => a - b)
}

function typedNumber(text: string): number {
  if (text.trim() === '') return 0
  return parseNumber(text) ?? Number.NaN
}
