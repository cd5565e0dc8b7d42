/**
 * Gives each row of numbers that comes its place, in the order of their coming: the same numbers have the same place. A
 * table of open addresses over flat lists: it is asked for each activity of a month.
 */
export class NumberRows {
  readonly #width: number
  #rows: Int32Array
  #length = 0
  /** One more than a place; 0 where there is none. */
  #slots: Int32Array

  constructor(width: number) {
    this.#width = width
    this.#rows = new Int32Array(width * 64)
    this.#slots = new Int32Array(128)
  }

  get length(): number {
    return this.#length
  }

  /** The place of the numbers that stand at some row of each of the columns. */
  placeOf(columns: readonly Int32Array[], row: number): number {
    let hash = 0
    for (let column = 0; column < this.#width; column += 1) hash = mixed(hash, columns[column]?.[row] ?? 0)
    let slot = this.#slotOf(hash)
    for (;;) {
      const place = (this.#slots[slot] ?? 0) - 1
      if (place < 0) return this.#put(slot, columns, row)
      if (this.#isAt(place, columns, row)) return place
      slot = (slot + 1) & (this.#slots.length - 1)
    }
  }

  /** The place of each row of the columns, put into a list as long as they are. */
  setPlaces(places: Uint32Array, columns: readonly Int32Array[]): void {
    for (let row = 0; row < places.length; row += 1) places[row] = this.placeOf(columns, row)
  }

  at(place: number): Int32Array {
    return this.#rows.subarray(place * this.#width, (place + 1) * this.#width)
  }

  #slotOf(hash: number): number {
    return hash & (this.#slots.length - 1)
  }

  #isAt(place: number, columns: readonly Int32Array[], row: number): boolean {
    const from = place * this.#width
    for (let column = 0; column < this.#width; column += 1)
      if (this.#rows[from + column] !== columns[column]?.[row]) return false
    return true
  }

  #put(slot: number, columns: readonly Int32Array[], row: number): number {
    const place = this.#length
    this.#length += 1
    if (this.#length * this.#width > this.#rows.length) this.#rows = doubled(this.#rows)
    for (let column = 0; column < this.#width; column += 1)
      this.#rows[place * this.#width + column] = columns[column]?.[row] ?? 0
    this.#slots[slot] = place + 1
    if (this.#length * 2 > this.#slots.length) this.#spread()
    return place
  }

  /** Twice as many slots, so that half of them stay empty. */
  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (let place = 0; place < this.#length; place += 1) {
      let hash = 0
      for (let column = 0; column < this.#width; column += 1)
        hash = mixed(hash, this.#rows[place * this.#width + column] ?? 0)
      let slot = this.#slotOf(hash)
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1)
      this.#slots[slot] = place + 1
    }
  }
}

function mixed(hash: number, number: number): number {
  const product = Math.imul(hash ^ number, 0x9e3779b1)
  return product ^ (product >>> 15)
}

function doubled(numbers: Int32Array): Int32Array {
  const twice = new Int32Array(numbers.length * 2)
  twice.set(numbers)
  return twice
}
