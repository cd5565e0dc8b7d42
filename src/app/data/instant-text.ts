/**
 * An instant as it travels: with the device's offset from UTC, and within the years that can be stored (a device's
 * clock may be off by any number of years, and is never refused for it).
 */
export function instantText(ms: number): string {
  const instant = new Date(Math.min(Math.max(ms, earliest), latest))
  const offset = -instant.getTimezoneOffset()
  const local = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, -1)
  const sign = offset < 0 ? '-' : '+'
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  return `${local}${sign}${two(hours)}:${two(minutes)}`
}

const earliest = Date.UTC(1900, 0, 2)
const latest = Date.UTC(9998, 0, 1)

function two(value: number): string {
  return String(value).padStart(2, '0')
}
