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

/** Activities, accompaniments and minutes of a thing. */
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
  const { things, there } = job
  const blocks = Math.max(-1, ...job.blocks) + 1
  const counting = { ...job, blocks }
  const sums = new Int32Array(things * blocks * sumsOfThing)
  const picked = pick(job)
  if (there === undefined) addUp(sums, counting, picked)
  else addUpIn(there, sums, counting, picked)
  return sums
}

type Counting = Omit<RowsJob, 'blocks'> & { readonly blocks: number }

/** Rows that count, by their places, and the block of each. */
interface Picked {
  readonly places: Uint32Array
  readonly blockOf: Uint8Array
}

/** Where the rows of a month are picked: the next month needs as much room again, and new room is slow to come by. */
let places = new Uint32Array()
let blockOf = new Uint8Array()

/**
 * Picks rows by their masks. Each is put down, and the next one over it where it doesn't count: a processor guesses where
 * a branch goes, and half of the time it would be wrong.
 */
function pick({ rows, bits: { of, columns }, blocks }: RowsJob): Picked {
  if (places.length * rowWidth < rows.length) {
    places = new Uint32Array(rows.length / rowWidth)
    blockOf = new Uint8Array(places.length)
  }
  const [one = 0, two = one, three = one, ...others] = columns
  const more = others.length === 0 ? undefined : masksOfRows(rows, { of, columns: others })
  const counts = Uint8Array.from(blocks, (block) => (block < 0 ? 0 : 1))
  let length = 0
  for (let row = 0, start = 0; start < rows.length; row += 1, start += rowWidth) {
    const mask =
      (of[rows[start + one] ?? 0] ?? 0) |
      (of[rows[start + two] ?? 0] ?? 0) |
      (of[rows[start + three] ?? 0] ?? 0) |
      (more?.[row] ?? 0)
    places[length] = row
    blockOf[length] = blocks[mask] ?? 0
    length += counts[mask] ?? 0
  }
  return { places: places.subarray(0, length), blockOf: blockOf.subarray(0, length) }
}

/**
 * Adds up what the things of rows come to: the loop that a page of the nation's figures waits for, ten million rounds. In
 * a round nothing waits for what was just added, as that goes to other things; and none of them is in a loop of its own,
 * which would take half as long again.
 */
function addUp(sums: Int32Array, counting: Counting, picked: Picked): void {
  const { rows, blocks, personsOf, minutesOf } = counting
  for (let index = 0; index < picked.places.length; index += 1) {
    const start = (picked.places[index] ?? 0) * rowWidth
    const block = picked.blockOf[index] ?? 0
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
function addUpIn(there: number, sums: Int32Array, counting: Counting, picked: Picked): void {
  const { rows, blocks, personsOf, minutesOf } = counting
  for (let index = 0; index < picked.places.length; index += 1) {
    const start = (picked.places[index] ?? 0) * rowWidth
    const block = picked.blockOf[index] ?? 0
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
