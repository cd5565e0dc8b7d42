import { none, type Numbers } from './numbers.ts'
import { departmentAt, sumsAt } from './slice-columns.ts'
import { pickRows, type RowSet } from './row-set.ts'

/** How a month's activities are counted, all by numbers: a thread that knows nothing else can do it. */
export interface RowsJob {
  readonly activities: number
  /** Those of a month (`MonthSlice`). */
  readonly columns: readonly Numbers[]
  /** How many things there are. */
  readonly things: number
  /** Of each thing that is the sums of an activity. */
  readonly personsOf: Int32Array
  readonly minutesOf: Int32Array
  /** The rows of each value that is asked by: a row's mask has one bit for each (`FilterVariants`). */
  readonly sets: readonly RowSet[]
  /** By mask, the place of the block in which it is counted; below 0 where it isn't. */
  readonly blocks: Int32Array
  /** The number of a department: others count in what is told of departments alone. Undefined for everywhere. */
  readonly there: number | undefined
}

/** Activities, accompaniments and minutes of a thing. */
export const sumsOfThing = 3

/**
 * `sumsOfThing` numbers for each thing and each block, the blocks of a thing beside each other: activities' masks differ
 * more than their things do. A month of the nation has far fewer minutes than fit in 32 bits.
 */
export function countRows(job: RowsJob): Int32Array<ArrayBuffer> {
  const { activities, things, sets, there } = job
  const blocks = Math.max(-1, ...job.blocks) + 1
  const sums = new Int32Array(things * blocks * sumsOfThing)
  for (const [mask, block] of job.blocks.entries()) {
    if (block < 0) continue
    const counting = { ...job, blocks, block, picked: pickRows(sets, mask, activities) }
    if (there === undefined) addUp(sums, counting)
    else addUpIn(there, sums, counting)
  }
  return sums
}

/** Some rows, all of them counted in one block of so many. */
interface Counting extends Pick<RowsJob, 'columns' | 'personsOf' | 'minutesOf'> {
  readonly picked: Uint32Array
  readonly block: number
  readonly blocks: number
}

/**
 * Adds up what the things of rows come to: the loop that a page of the nation's figures waits for, ten million rounds. In
 * a round nothing waits for what was just added, as that goes to other things; and none of them is in a loop of its own,
 * which would take half as long again.
 */
function addUp(sums: Int32Array, { columns, picked, block, blocks, personsOf, minutesOf }: Counting): void {
  const [a = none, b = none, c = none, d = none, e = none, department = none, sumsOf = none] = columns
  for (let index = 0; index < picked.length; index += 1) {
    const row = picked[index] ?? 0
    const ofSums = sumsOf[row] ?? 0
    const persons = personsOf[ofSums] ?? 0
    const minutes = minutesOf[ofSums] ?? 0
    add(sums, (a[row] ?? 0) * blocks + block, persons, minutes)
    add(sums, (b[row] ?? 0) * blocks + block, persons, minutes)
    add(sums, (c[row] ?? 0) * blocks + block, persons, minutes)
    add(sums, (d[row] ?? 0) * blocks + block, persons, minutes)
    add(sums, (e[row] ?? 0) * blocks + block, persons, minutes)
    add(sums, (department[row] ?? 0) * blocks + block, persons, minutes)
    add(sums, ofSums * blocks + block, persons, minutes)
  }
}

/** The same of one department: the others count in what is told of departments alone. */
function addUpIn(
  there: number,
  sums: Int32Array,
  { columns, picked, block, blocks, personsOf, minutesOf }: Counting,
): void {
  const departmentOf = columns[departmentAt] ?? none
  const sumsOf = columns[sumsAt] ?? none
  const others = [...columns.slice(0, departmentAt), sumsOf]
  for (let index = 0; index < picked.length; index += 1) {
    const row = picked[index] ?? 0
    const ofSums = sumsOf[row] ?? 0
    const persons = personsOf[ofSums] ?? 0
    const minutes = minutesOf[ofSums] ?? 0
    const department = departmentOf[row] ?? 0
    add(sums, department * blocks + block, persons, minutes)
    if (department === there)
      for (const column of others) add(sums, (column[row] ?? 0) * blocks + block, persons, minutes)
  }
}

function add(sums: Int32Array, place: number, persons: number, minutes: number): void {
  const at = place * sumsOfThing
  sums[at] = (sums[at] ?? 0) + 1
  sums[at + 1] = (sums[at + 1] ?? 0) + persons
  sums[at + 2] = (sums[at + 2] ?? 0) + minutes
}
