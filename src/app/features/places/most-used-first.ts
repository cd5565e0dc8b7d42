import type { LocalPlace } from '../../data/places.ts'

/** Places in the order in which they are used, those that never are by name. */
export function mostUsedFirst(places: readonly LocalPlace[], usual: readonly string[]): LocalPlace[] {
  const rank = ({ id }: LocalPlace) => (usual.includes(id) ? usual.indexOf(id) : usual.length)
  return [...places].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'fr'))
}
