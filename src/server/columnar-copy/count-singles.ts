import { departmentAt, rowWidth, sumsAt, traitsAt } from './row-layout.ts'
import type { Numbers } from './numbers.ts'

/** How a month's activities are counted by every value alone. */
export interface SinglesJob {
  /** Of `rowWidth` numbers each (`MonthSlice`). */
  readonly rows: Numbers
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
  const { rows, personsOf, minutesOf, counted, sums, departments } = job
  const found = {
    values: new Int32Array(job.values * counted * 3),
    departments: new Int32Array(job.values * departments.length * 2),
    sums: new Int32Array(job.values * sums.length),
  }
  const own = new Int32Array(job.values)
  for (let start = 0; start < rows.length; start += rowWidth) {
    const ofCounted = valuesIn(own, 0, job, start, departmentAt)
    const all = valuesIn(own, ofCounted, job, start + traitsAt, 1)
    const ofSums = rows[start + sumsAt] ?? 0
    const persons = personsOf[ofSums] ?? 0
    const minutes = minutesOf[ofSums] ?? 0
    const sum = ofSums - sums.first
    const department = (rows[start + departmentAt] ?? 0) - departments.first
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

/** Puts the values of some things of a row into a list; answers how many it has then. */
function valuesIn(
  own: Int32Array,
  from: number,
  { rows, starts, numbers }: SinglesJob,
  start: number,
  things: number,
): number {
  let length = from
  for (let at = start; at < start + things; at += 1) {
    const thing = rows[at] ?? 0
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
