import type { DocumentId } from '../ids.ts'
import { foldName } from '../territory/fold-name.ts'
import type { PlannedTime } from './to-complete.ts'

/** What an appointment says of the report on it. Never its title nor its notes: they may name somebody. */
export interface ReportHints {
  kind: 'individuel' | 'collectif'
  minutes: number | undefined
  /** A place of activity, or a kind of place without one; nothing where the appointment says a place that isn't known. */
  place: DocumentId | 'a_distance' | '' | undefined
}

/**
 * What a report is begun with from an appointment.
 *
 * @param offered the durations that have a chip: up to the longest, the nearest one is taken
 */
export function reportHints(
  appointment: PlannedTime & { title: string; location?: string | undefined },
  { offered, places }: { offered: readonly number[]; places: readonly { id: DocumentId; name: string }[] },
): ReportHints {
  return {
    kind: /\batelier/i.test(appointment.title) ? 'collectif' : 'individuel',
    minutes: minutesOf(appointment, offered),
    place: placeIn(appointment.location, places),
  }
}

function minutesOf({ starts, ends }: PlannedTime, offered: readonly number[]): number | undefined {
  if (starts === undefined || ends === undefined) return undefined
  const minutes = Math.round((Date.parse(ends) - Date.parse(starts)) / 60_000)
  if (minutes <= 0) return undefined
  if (minutes > Math.max(...offered)) return Math.min(1439, Math.round(minutes / 5) * 5)
  return offered.reduce((best, each) => (Math.abs(each - minutes) < Math.abs(best - minutes) ? each : best))
}

/** The known place whose name is in the text, the longest such name; undefined where the text says nothing. */
function placeIn(location: string | undefined, places: readonly { id: DocumentId; name: string }[]) {
  if (!location) return undefined
  const text = ` ${foldName(location)} `
  const named = places.filter(({ name }) => text.includes(` ${foldName(name)} `))
  const [best] = named.sort((a, b) => b.name.length - a.name.length)
  if (best) return best.id
  return /\b(visio|teams|zoom|meet|telephone|distance)/.test(text) || /https?:/.test(location)
    ? 'a_distance'
    : ''
}
