import { departmentAt, rowWidth, sumsAt } from './row-layout.ts'
import type { Numbers } from './numbers.ts'
import { pickRows, type RowSet } from './row-set.ts'

/** How a month's activities are counted, all by numbers: a thread that knows nothing else can do it. */
export interface RowsJob {
  /** Of `rowWidth` numbers each (`MonthSlice`). */
  readonly rows: Numbers
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
  const { rows, things, sets, there } = job
  const blocks = Math.max(-1, ...job.blocks) + 1
  const sums = new Int32Array(things * blocks * sumsOfThing)
  for (const [mask, block] of job.blocks.entries()) {
    if (block < 0) continue
    const counting = { ...job, blocks, block, picked: pickRows(sets, mask, rows.length / rowWidth) }
    if (there === undefined) addUp(sums, counting)
    else addUpIn(there, sums, counting)
  }
  return sums
}

/** Some rows, all of them counted in one block of so many. */
interface Counting extends Pick<RowsJob, 'rows' | 'personsOf' | 'minutesOf'> {
  readonly picked: Uint32Array
  readonly block: number
  readonly blocks: number
}

/**
 * Adds up what the things of rows come to: the loop that a page of the nation's figures waits for, ten million rounds. In
 * a round nothing waits for what was just added, as that goes to other things; and none of them is in a loop of its own,
 * which would take half as long again.
 */
function addUp(sums: Int32Array, { rows, picked, block, blocks, personsOf, minutesOf }: Counting): void {
  for (let index = 0; index < picked.length; index += 1) {
    const start = (picked[index] ?? 0) * rowWidth
    const ofSums = rows[start + sumsAt] ?? 0
    const persons = personsOf[ofSums] ?? 0
    const minutes = minutesOf[ofSums] ?? 0
    add(sums, (rows[start] ?? 0) * blocks + block, persons, minutes)
    add(sums, (rows[start + 1] ?? 0) * blocks + block, persons, minutes)
    add(sums, (rows[start + 2] ?? 0) * blocks + block, persons, minutes)
    add(sums, (rows[start + 3] ?? 0) * blocks + block, persons, minutes)
    add(sums, (rows[start + 4] ?? 0) * blocks + block, persons, minutes)
    add(sums, (rows[start + departmentAt] ?? 0) * blocks + block, persons, minutes)
    add(sums, ofSums * blocks + block, persons, minutes)
  }
}

/** The same of one department: the others count in what is told of departments alone. */
function addUpIn(
  there: number,
  sums: Int32Array,
  { rows, picked, block, blocks, personsOf, minutesOf }: Counting,
): void {
  for (let index = 0; index < picked.length; index += 1) {
    const start = (picked[index] ?? 0) * rowWidth
    const ofSums = rows[start + sumsAt] ?? 0
    const persons = personsOf[ofSums] ?? 0
    const minutes = minutesOf[ofSums] ?? 0
    const department = rows[start + departmentAt] ?? 0
    const [from, to] = department === there ? [0, sumsAt + 1] : [departmentAt, departmentAt + 1]
    for (let at = start + from; at < start + to; at += 1)
      add(sums, (rows[at] ?? 0) * blocks + block, persons, minutes)
  }
}

function add(sums: Int32Array, place: number, persons: number, minutes: number): void {
  const at = place * sumsOfThing
  sums[at] = (sums[at] ?? 0) + 1
  sums[at + 1] = (sums[at + 1] ?? 0) + persons
  sums[at + 2] = (sums[at + 2] ?? 0) + minutes
}
