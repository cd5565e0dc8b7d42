/** Places in a list: few enough, in most months, for two bytes each. */
export type Numbers = Uint16Array | Uint32Array

/** What there always is in its place, where types can't tell. */
export const none: Numbers = new Uint16Array()

/**
 * The same numbers, counted from a first one on, where threads can read them too.
 *
 * @param different how many there are, from 0 on
 */
export function shared(numbers: Uint32Array, first: number, different: number): Numbers {
  const isNarrow = different <= 2 ** 16
  const room = new SharedArrayBuffer(numbers.length * (isNarrow ? 2 : 4))
  const all = isNarrow ? new Uint16Array(room) : new Uint32Array(room)
  for (let at = 0; at < all.length; at += 1) all[at] = (numbers[at] ?? 0) + first
  return all
}

/** So many zeros, where threads can read them too. */
export function sharedInt32(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4))
}

/** The same list, or one twice as long with the same at its beginning. */
export function withRoomFor(numbers: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= numbers.length) return numbers
  const more = new Uint32Array(Math.max(length, numbers.length * 2))
  more.set(numbers)
  return more
}
