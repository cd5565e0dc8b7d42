import type { LocalPlace } from '../../data/places.ts'

/** Places in the order in which they are used, those that never are by name. */
export function mostUsedFirst(places: readonly LocalPlace[], usual: readonly string[]): LocalPlace[] {
  // A place that took another's is as usual as that one was.
  const rank = ({ id, replaces = [] }: LocalPlace) => {
    const position = usual.findIndex((one) => one === id || replaces.includes(one))
    return position === -1 ? usual.length : position
  }
  return [...places].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'fr'))
}
