/** A count of so many persons or more tells of nobody (domain.md, "Small counts"). */
export const leastShown = 5

/** Whether a count of persons is hidden from the State and the public: none tells of nobody, and neither do five. */
export function isSmall(persons: number): boolean {
  return persons > 0 && persons < leastShown
}

/**
 * Which cells of one table are hidden, by their places: those that are small, and as many others, the smallest first,
 * as it takes for nobody to find a small one again by subtracting what is shown from the table's total. Cells of nobody
 * are shown: they are no help.
 *
 * @param besides places of cells that are hidden whatever they count, since another table has them hidden
 */
export function hiddenCells(
  persons: readonly number[],
  besides: ReadonlySet<number> = new Set(),
): ReadonlySet<number> {
  const hidden = new Set(
    persons.flatMap((count, place) => (isSmall(count) || (besides.has(place) && count > 0) ? [place] : [])),
  )
  const others = [...persons.entries()]
    .filter(([place, count]) => count > 0 && !hidden.has(place))
    .sort(([, a], [, b]) => a - b)
  while (hidden.size > 0 && isFound([...hidden].map((place) => persons[place] ?? 0))) {
    const [next] = others.shift() ?? []
    if (next === undefined) break
    hidden.add(next)
  }
  return hidden
}

/**
 * Whether the sum of hidden cells, which anybody finds, tells of somebody: it is small itself, or leaves only one
 * possibility: a single cell, or all as small or all as large as can be.
 */
function isFound(persons: readonly number[]): boolean {
  if (persons.length === 1 || isSmall(persons.reduce((sum, count) => sum + count, 0))) return true
  return [1, leastShown - 1].some((edge) => persons.every((count) => count === edge))
}
