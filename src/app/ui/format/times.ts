import { formatTime } from './instant.ts'

/** « 14 h 00 – 15 h 30 », « 14 h 00 » where the end is the beginning; undefined for a whole day. */
export function formatTimes(starts: string | undefined, ends: string | undefined): string | undefined {
  if (starts === undefined) return undefined
  const from = formatTime(Date.parse(starts))
  return ends === undefined || ends === starts ? from : `${from}\u00A0– ${formatTime(Date.parse(ends))}`
}
