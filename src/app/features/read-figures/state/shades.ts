/** How many shades a map has: more can't be told apart. */
const shades = 4

/**
 * The least count of each shade of a map, the lightest first: as many territories have each, and a shade is never of
 * two meanings. Fewer where there are few different counts.
 */
export function shadesOf(counts: readonly number[]): number[] {
  const sorted = counts.filter((count) => count > 0).toSorted((a, b) => a - b)
  const least = Array.from(
    { length: shades },
    (_, shade) => sorted[Math.floor((shade * sorted.length) / shades)],
  )
  return [...new Set(least.filter((count) => count !== undefined))]
}

/** Which shade a count has, from 1; 0 for none at all. */
export function shadeOf(count: number, shadesFrom: readonly number[]): number {
  return shadesFrom.filter((least) => count > 0 && count >= least).length
}
