/** Gives each code that comes its place, in the order of their coming: codes, from 0 on, are few enough for a list of them all. */
export class CodePlaces {
  readonly #codes: number[] = []
  /** One more than a place; 0 where there is none. */
  #places = new Int32Array(1024)

  get length(): number {
    return this.#codes.length
  }

  placeOf(code: number): number {
    const known = this.#places[code] ?? 0
    if (known > 0) return known - 1
    if (code >= this.#places.length) {
      const more = new Int32Array(2 ** Math.ceil(Math.log2(code + 1)))
      more.set(this.#places)
      this.#places = more
    }
    this.#codes.push(code)
    this.#places[code] = this.#codes.length
    return this.#codes.length - 1
  }

  /** All of them, each at its place. */
  all(): Int32Array {
    return Int32Array.from(this.#codes)
  }
}
