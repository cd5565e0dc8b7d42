import { departmentAt, rowWidth, sumsAt } from './row-layout.ts'
import type { Numbers } from './numbers.ts'

/** How a month's activities are counted, all by numbers: a thread that knows nothing else can do it. */
export interface RowsJob {
  /** Of `rowWidth` numbers each (`MonthSlice`). */
  readonly rows: Numbers
  /** How many things there are. */
  readonly things: number
  /** Of each thing that is the sums of an activity. */
  readonly personsOf: Int32Array
  readonly minutesOf: Int32Array
  readonly bits: ThingBits
  /** By mask, the place of the block in which it is counted; below 0 where it isn't. */
  readonly blocks: Int32Array
  /** The number of a department: others count in what is told of departments alone. Undefined for everywhere. */
  readonly there: number | undefined
}

/** What each thing brings to an activity's mask (`FilterVariants`), and where in a row such things are. */
export interface ThingBits {
  readonly of: Uint8Array
  readonly columns: readonly number[]
}

/** Activities, accompaniments and minutes of a thing; of the sums of an activity, activities alone. */
export const sumsOfThing = 3

/** The mask of each row: three columns at a time, some of them twice where there are fewer. */
export function masksOfRows(rows: Numbers, { of, columns }: ThingBits): Uint8Array {
  const masks = new Uint8Array(rows.length / rowWidth)
  for (let from = 0; from < columns.length; from += 3) {
    const [one = 0, two = one, three = one] = columns.slice(from, from + 3)
    for (let row = 0, start = 0; row < masks.length; row += 1, start += rowWidth)
      masks[row] =
        (masks[row] ?? 0) |
        (of[rows[start + one] ?? 0] ?? 0) |
        (of[rows[start + two] ?? 0] ?? 0) |
        (of[rows[start + three] ?? 0] ?? 0)
  }
  return masks
}

/**
 * `sumsOfThing` numbers for each thing and each block, the blocks of a thing beside each other: activities' masks differ
 * more than their things do. A month of the nation has far fewer minutes than fit in 32 bits.
 */
export function countRows(job: RowsJob): Int32Array<ArrayBuffer> {
  const { rows, things, blocks, there } = job
  const counting = { ...job, maskOf: masksOfRows(rows, job.bits) }
  const sums = new Int32Array(things * blocksIn(blocks) * sumsOfThing)
  const picked = pick(counting.maskOf, blocks)
  addUp(sums, counting, picked, there === undefined ? 0 : departmentAt, sumsAt)
  const those =
    there === undefined ? picked : picked.filter((row) => rows[row * rowWidth + departmentAt] === there)
  if (there !== undefined) addUp(sums, counting, those, 0, departmentAt)
  countSums(sums, counting, those)
  return sums
}

type Counting = RowsJob & { readonly maskOf: Uint8Array }

/** Rows that count, by their places. A processor guesses where a branch goes, and half of the time it would be wrong. */
function pick(maskOf: Uint8Array, blocks: Int32Array): Uint32Array {
  const places = new Uint32Array(maskOf.length)
  const counts = Uint8Array.from(blocks, (block) => (block < 0 ? 0 : 1))
  let length = 0
  for (let row = 0; row < maskOf.length; row += 1) {
    places[length] = row
    length += counts[maskOf[row] ?? 0] ?? 0
  }
  return places.subarray(0, length)
}

/**
 * Adds up what the things of rows come to, from one place in a row to another: the loop that a page of the nation's
 * figures waits for, ten million rounds. In a round nothing waits for what was just added: that goes to other things.
 */
function addUp(sums: Int32Array, counting: Counting, picked: Uint32Array, from: number, to: number): void {
  const { rows, maskOf, blocks, personsOf, minutesOf } = counting
  const all = blocksIn(blocks)
  for (let index = 0; index < picked.length; index += 1) {
    const row = picked[index] ?? 0
    const block = blocks[maskOf[row] ?? 0] ?? 0
    const start = row * rowWidth
    const ofSums = rows[start + sumsAt] ?? 0
    const persons = personsOf[ofSums] ?? 0
    const minutes = minutesOf[ofSums] ?? 0
    for (let at = start + from; at < start + to; at += 1) {
      const sum = ((rows[at] ?? 0) * all + block) * sumsOfThing
      sums[sum] = (sums[sum] ?? 0) + 1
      sums[sum + 1] = (sums[sum + 1] ?? 0) + persons
      sums[sum + 2] = (sums[sum + 2] ?? 0) + minutes
    }
  }
}

function countSums(sums: Int32Array, counting: Counting, picked: Uint32Array): void {
  const { rows, maskOf, blocks } = counting
  const all = blocksIn(blocks)
  for (let index = 0; index < picked.length; index += 1) {
    const row = picked[index] ?? 0
    const thing = rows[row * rowWidth + sumsAt] ?? 0
    const sum = (thing * all + (blocks[maskOf[row] ?? 0] ?? 0)) * sumsOfThing
    sums[sum] = (sums[sum] ?? 0) + 1
  }
}

function blocksIn(blocks: Int32Array): number {
  return Math.max(-1, ...blocks) + 1
}
