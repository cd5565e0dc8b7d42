import { none, type Numbers } from './numbers.ts'
import { departmentAt, sumsAt, traitsAt } from './slice-columns.ts'

/** How a month's activities are counted by every value alone. */
export interface SinglesJob {
  readonly activities: number
  /** Those of a month (`MonthSlice`). */
  readonly columns: readonly Numbers[]
  /** Of each thing that is the sums of an activity. */
  readonly personsOf: Int32Array
  readonly minutesOf: Int32Array
  /** Numbers of the values of each thing (`ThingValues`). */
  readonly starts: Int32Array
  readonly numbers: Int32Array
  /** How many values there are; those below `counted` are counted by each of them. */
  readonly values: number
  readonly counted: number
  readonly sums: ThingRange
  readonly departments: ThingRange
}

/** Things of a kind: how many, from which on. */
export interface ThingRange {
  readonly first: number
  readonly length: number
}

/** What a month comes to by each value alone, one block after the other. */
export interface Singles {
  /** Activities, accompaniments and minutes of each value that is counted. */
  readonly values: Int32Array<ArrayBuffer>
  /** Activities and accompaniments of each department. */
  readonly departments: Int32Array<ArrayBuffer>
  /** Activities of each of the sums. */
  readonly sums: Int32Array<ArrayBuffer>
}

/**
 * Goes through a month's activities once, and through the values of each by each other. A filter of one value is the first
 * that anybody asks, and what every filter of two leaves out.
 */
export function countSingles(job: SinglesJob): Singles {
  const { activities, columns, personsOf, minutesOf, counted, sums, departments } = job
  const found = {
    values: new Int32Array(job.values * counted * 3),
    departments: new Int32Array(job.values * departments.length * 2),
    sums: new Int32Array(job.values * sums.length),
  }
  const own = new Int32Array(job.values)
  const profiles = columns.slice(0, departmentAt)
  const traits = columns.slice(traitsAt)
  const departmentOf = columns[departmentAt] ?? none
  const sumsOf = columns[sumsAt] ?? none
  for (let row = 0; row < activities; row += 1) {
    const ofCounted = valuesIn(own, 0, job, profiles, row)
    const all = valuesIn(own, ofCounted, job, traits, row)
    const ofSums = sumsOf[row] ?? 0
    const persons = personsOf[ofSums] ?? 0
    const minutes = minutesOf[ofSums] ?? 0
    const sum = ofSums - sums.first
    const department = (departmentOf[row] ?? 0) - departments.first
    for (let by = 0; by < all; by += 1) {
      const value = own[by] ?? 0
      add(found.sums, value * sums.length + sum, 1)
      const there = (value * departments.length + department) * 2
      add(found.departments, there, 1)
      add(found.departments, there + 1, persons)
      const block = value * counted
      for (let other = 0; other < ofCounted; other += 1) {
        const at = (block + (own[other] ?? 0)) * 3
        add(found.values, at, 1)
        add(found.values, at + 1, persons)
        add(found.values, at + 2, minutes)
      }
    }
  }
  return found
}

/** Puts the values that some columns have of a row into a list; answers how many it has then. */
function valuesIn(
  own: Int32Array,
  from: number,
  { starts, numbers }: SinglesJob,
  columns: readonly Numbers[],
  row: number,
): number {
  let length = from
  for (const column of columns) {
    const thing = column[row] ?? 0
    for (let index = starts[thing] ?? 0; index < (starts[thing + 1] ?? 0); index += 1) {
      own[length] = numbers[index] ?? 0
      length += 1
    }
  }
  return length
}

function add(to: Int32Array, at: number, more: number): void {
  to[at] = (to[at] ?? 0) + more
}
