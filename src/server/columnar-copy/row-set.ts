import type { Numbers } from './numbers.ts'

/** Some of a month's rows, one bit each: what is asked of 32 of them is asked at once. Threads can read it too. */
export type RowSet = Uint32Array<SharedArrayBuffer>

export interface RowSetJob {
  readonly activities: number
  /** One of the columns of a month (`MonthSlice`). */
  readonly column: Numbers
  /** Of each thing, 1 where its rows are in the set. */
  readonly has: Uint8Array
}

/** The rows that have one of some things. */
export function findRows({ activities, column, has }: RowSetJob): RowSet {
  const found = new Uint32Array(new SharedArrayBuffer(wordsOf(activities) * 4))
  for (let row = 0; row < activities; row += 1)
    found[row >>> 5] = (found[row >>> 5] ?? 0) | ((has[column[row] ?? 0] ?? 0) << (row & 31))
  return found
}

/** Room for picking: the next month needs as much again, and new room is slow to come by. */
let roomForBits = new Int32Array()
let roomForPlaces = new Uint32Array()

/**
 * The places of the rows that are in those sets whose bits a mask has, and in no other of them; they hold until the next
 * ones are picked.
 *
 * @param length how many rows there are
 */
export function pickRows(sets: readonly RowSet[], mask: number, length: number): Uint32Array {
  const words = wordsOf(length)
  if (roomForBits.length < words) {
    roomForBits = new Int32Array(words)
    roomForPlaces = new Uint32Array(words * 32)
  }
  const [left, places] = [roomForBits, roomForPlaces]
  left.fill(-1, 0, words)
  // The last word has bits of no row.
  if (length % 32 > 0) left[words - 1] = (1 << (length % 32)) - 1
  for (const [bit, set] of sets.entries()) {
    const flipped = (mask >> bit) % 2 === 1 ? 0 : -1
    for (let at = 0; at < words; at += 1) left[at] = (left[at] ?? 0) & ((set[at] ?? 0) ^ flipped)
  }
  let count = 0
  for (let at = 0; at < words; at += 1)
    for (let word = left[at] ?? 0; word !== 0; count += 1) {
      const lowest = word & -word
      places[count] = at * 32 + 31 - Math.clz32(lowest)
      word ^= lowest
    }
  return places.subarray(0, count)
}

function wordsOf(rows: number): number {
  return Math.ceil(rows / 32)
}
