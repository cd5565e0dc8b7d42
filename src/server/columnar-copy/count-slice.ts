import type { FacetValue } from '../../domain/report/search/facets.ts'
import type { Combinations } from './combinations.ts'
import type { FilterVariants } from './filter-variants.ts'
import type { MonthSlice } from './month-slice.ts'

/** What a month comes to by *mask* (`FilterVariants`), in lists of one block for each mask. */
export interface CountedSlice {
  readonly masks: number
  /** Those that `byValue` is of. */
  readonly values: readonly FacetValue[]
  /** How many activities, by place in the slice's `sums`. */
  readonly bySums: Uint32Array
  /** Activities and accompaniments, by department from 1 on: of everywhere, whatever is asked for. */
  readonly byDepartment: Float64Array
  /** Activities, accompaniments and minutes, by the value's place. */
  readonly byValue: Float64Array
}

/** Room for each department, and for what counts in none. */
export const departmentsRoom = 256

/** Goes through a month's activities once. @param department by its number from 1 on; undefined for everywhere */
export function countSlice(
  profiles: Combinations,
  slice: MonthSlice,
  variants: FilterVariants,
  department: number | undefined,
): CountedSlice {
  const { profileOf, traitsOf, departmentOf, sumsOf, sums } = slice
  const [conductOf = none, subjectOf = none, meansOf = none, outcomeOf = none] = profileOf
  const masks = variants.through.length
  const values = profiles.allValues()
  const isThrough = Uint8Array.from(variants.through, (filters) => (filters.length > 0 ? 1 : 0))
  const { ofProfile, ofTraits } = bitsIn(profiles, slice, variants)
  const accompanimentsOf = Float64Array.from(sums, ({ accompaniments }) => accompaniments)
  const minutesOf = Float64Array.from(sums, ({ minutes }) => minutes)
  const bySums = new Uint32Array(masks * sums.length)
  const byDepartment = new Float64Array(masks * departmentsRoom * 2)
  const perProfile = slice.profiles.length * 3
  const byProfile = new Float64Array(masks * perProfile)
  // The loop that a page of the nation's figures waits for: ten million rounds.
  for (let row = 0; row < slice.activities; row += 1) {
    const conduct = conductOf[row] ?? 0
    const subject = subjectOf[row] ?? 0
    const means = meansOf[row] ?? 0
    const outcome = outcomeOf[row] ?? 0
    const mask =
      (ofProfile[conduct] ?? 0) |
      (ofProfile[subject] ?? 0) |
      (ofProfile[means] ?? 0) |
      (ofProfile[outcome] ?? 0) |
      (ofTraits[traitsOf[row] ?? 0] ?? 0)
    if (isThrough[mask] === 0) continue
    const sum = sumsOf[row] ?? 0
    const persons = accompanimentsOf[sum] ?? 0
    const there = departmentOf[row] ?? 0
    const inDepartment = (mask * departmentsRoom + there) * 2
    byDepartment[inDepartment] = (byDepartment[inDepartment] ?? 0) + 1
    byDepartment[inDepartment + 1] = (byDepartment[inDepartment + 1] ?? 0) + persons
    if (department !== undefined && department !== there) continue
    const minutes = minutesOf[sum] ?? 0
    const ofSum = mask * sums.length + sum
    bySums[ofSum] = (bySums[ofSum] ?? 0) + 1
    const from = mask * perProfile
    add(byProfile, from + conduct * 3, persons, minutes)
    add(byProfile, from + subject * 3, persons, minutes)
    add(byProfile, from + means * 3, persons, minutes)
    add(byProfile, from + outcome * 3, persons, minutes)
  }
  return {
    masks,
    values,
    bySums,
    byDepartment,
    byValue: byValueOf(profiles, slice, byProfile, { masks, values: values.length }),
  }
}

function add(to: Float64Array, at: number, persons: number, minutes: number): void {
  to[at] = (to[at] ?? 0) + 1
  to[at + 1] = (to[at + 1] ?? 0) + persons
  to[at + 2] = (to[at + 2] ?? 0) + minutes
}

/** The bits of a mask that each of the month's profiles and traits brings. */
function bitsIn(texts: Combinations, { profiles, traits }: MonthSlice, variants: FilterVariants) {
  const ofProfile = new Uint8Array(profiles.length)
  const bit = new Map<FacetValue, number>()
  for (const [place, value] of variants.values.entries()) {
    bit.set(value, 2 ** place)
    const having = new Set(texts.codesWith([value]))
    for (const [profile, code] of profiles.entries())
      if (having.has(code)) ofProfile[profile] = (ofProfile[profile] ?? 0) | (2 ** place)
  }
  const bitsOf = (values: readonly FacetValue[]) =>
    values.reduce((mask, value) => mask | (bit.get(value) ?? 0), 0)
  return { ofProfile, ofTraits: Uint8Array.from(traits, bitsOf) }
}

/** What each value comes to, by the profiles that have it. */
function byValueOf(
  texts: Combinations,
  { profiles }: MonthSlice,
  byProfile: Float64Array,
  { masks, values }: { readonly masks: number; readonly values: number },
): Float64Array {
  const byValue = new Float64Array(masks * values * 3)
  for (let mask = 0; mask < masks; mask += 1)
    for (let profile = 0; profile < profiles.length; profile += 1) {
      const from = (mask * profiles.length + profile) * 3
      const activities = byProfile[from] ?? 0
      if (activities === 0) continue
      const numbers = texts.valueNumbersAt(profiles[profile] ?? 0)
      for (let index = 0; index < numbers.length; index += 1) {
        const to = (mask * values + (numbers[index] ?? 0)) * 3
        byValue[to] = (byValue[to] ?? 0) + activities
        byValue[to + 1] = (byValue[to + 1] ?? 0) + (byProfile[from + 1] ?? 0)
        byValue[to + 2] = (byValue[to + 2] ?? 0) + (byProfile[from + 2] ?? 0)
      }
    }
  return byValue
}

const none = new Uint16Array()
