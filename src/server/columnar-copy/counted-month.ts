import { departmentCodes } from '../../domain/territory/departments.ts'
import type { Combinations } from './combinations.ts'
import type { ColumnarCopy } from './columnar-copy.ts'
import { sumsOfThing } from './count-rows.ts'
import type { FilterVariants } from './filter-variants.ts'
import { departmentThing, type ActivitySums, type MonthSlice } from './month-slice.ts'
import { rowsOfValues } from './value-rows.ts'

export const totalNames = [
  'activities',
  'accompaniments',
  'minutes',
  'minutesOfPeople',
  'eventParticipants',
  'anonymous',
  'newAnonymous',
] as const
export type TotalName = (typeof totalNames)[number]

/** What the activities of a month come to by one filter. */
export interface CountedMonth {
  readonly totals: Record<TotalName, number>
  /** Activities, accompaniments and minutes of each value, by its number among those of the copy's profiles. */
  readonly values: Float64Array
  /** Activities and accompaniments of each department, from 1 on: of everywhere, whatever is asked for. */
  readonly departments: Float64Array
  /** How many activities were filed after so many days. */
  readonly delays: Map<number, number>
}

export function noCounts(texts: Combinations): CountedMonth {
  return {
    // One for each of them.
    totals: Object.fromEntries(totalNames.map((name) => [name, 0])) as Record<TotalName, number>,
    values: new Float64Array(texts.allValues().length * sumsOfThing),
    departments: new Float64Array((departmentCodes.length + 1) * 2),
    delays: new Map(),
  }
}

/** What a month comes to by each of some filters. @param there as `askedDepartment` numbers it */
export async function countMonth(
  copy: ColumnarCopy,
  slice: MonthSlice,
  variants: FilterVariants,
  there: number | undefined,
): Promise<CountedMonth[]> {
  const { activities, columns, things, personsOf, minutesOf } = slice
  // Masks that the same filters let through are counted together.
  const blocks = new Map(
    variants.through.filter(({ length }) => length > 0).map((filters) => [filters.join(' '), filters]),
  )
  const keys = [...blocks.keys()]
  const sums = await copy.counting.count('rows', {
    activities,
    columns,
    things,
    personsOf,
    minutesOf,
    sets: await rowsOfValues(copy, slice, variants.values),
    blocks: Int32Array.from(variants.through, (filters) => keys.indexOf(filters.join(' '))),
    there: there === undefined ? undefined : departmentThing(slice, there),
  })
  const all = variants.filters.map(() => noCounts(copy.profiles))
  for (const [block, filters] of [...blocks.values()].entries()) {
    const counts = { sums, block, blocks: keys.length }
    const values = valuesIn(slice, counts)
    for (const filter of filters) {
      const to = all[filter]
      if (!to) continue
      addTotals(to, slice, counts)
      for (let at = 0; at < values.length; at += 1) to.values[at] = (to.values[at] ?? 0) + (values[at] ?? 0)
      addDepartments(to, slice, counts)
    }
  }
  return all
}

/** What was counted of the things of a month, in one of the blocks. */
interface BlockCounts {
  readonly sums: Int32Array
  readonly block: number
  readonly blocks: number
}

function placeOf({ block, blocks }: BlockCounts, thing: number): number {
  return (thing * blocks + block) * sumsOfThing
}

/** Adds so many activities of the same sums. */
export function addSums({ totals, delays }: CountedMonth, one: ActivitySums, count: number): void {
  if (count === 0) return
  totals.activities += count
  totals.accompaniments += count * one.accompaniments
  totals.minutes += count * one.minutes
  if (one.isOfPeople) totals.minutesOfPeople += count * one.minutes
  totals.eventParticipants += count * one.participants
  totals.anonymous += count * one.anonymous
  totals.newAnonymous += count * (one.anonymous - one.already)
  // What came from a file says nothing of its filing.
  if (one.delay >= 0) delays.set(one.delay, (delays.get(one.delay) ?? 0) + count)
}

function addTotals(to: CountedMonth, { sums }: MonthSlice, counts: BlockCounts): void {
  for (const [index, one] of sums.all.entries()) {
    addSums(to, one, counts.sums[placeOf(counts, sums.first + index)] ?? 0)
  }
}

/** A value comes to the sum of the profiles that have it. */
function valuesIn(slice: MonthSlice, counts: BlockCounts): Float64Array {
  const { starts, numbers, counted } = slice.values
  const values = new Float64Array(counted * sumsOfThing)
  // Profiles are the first things of all.
  for (let thing = 0; thing < slice.departments.first; thing += 1) {
    const from = placeOf(counts, thing)
    const activities = counts.sums[from] ?? 0
    if (activities === 0) continue
    const persons = counts.sums[from + 1] ?? 0
    const minutes = counts.sums[from + 2] ?? 0
    for (let at = starts[thing] ?? 0; at < (starts[thing + 1] ?? 0); at += 1) {
      const to = (numbers[at] ?? 0) * sumsOfThing
      values[to] = (values[to] ?? 0) + activities
      values[to + 1] = (values[to + 1] ?? 0) + persons
      values[to + 2] = (values[to + 2] ?? 0) + minutes
    }
  }
  return values
}

function addDepartments(to: CountedMonth, { departments }: MonthSlice, counts: BlockCounts): void {
  for (const [index, number] of departments.all.entries()) {
    const from = placeOf(counts, departments.first + index)
    for (const sum of [0, 1])
      to.departments[number * 2 + sum] =
        (to.departments[number * 2 + sum] ?? 0) + (counts.sums[from + sum] ?? 0)
  }
}
