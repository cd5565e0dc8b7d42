/** Whole numbers from 0, the small ones in one byte: seven bits at a time, the least first. */
export class NumberWriter {
  readonly #bytes: number[] = []

  add(value: number): void {
    let rest = value
    while (rest > 0x7f) {
      this.#bytes.push((rest % 0x80) + 0x80)
      rest = Math.floor(rest / 0x80)
    }
    this.#bytes.push(rest)
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

/** Reads them in their order; past the end there are zeros. */
export class NumberReader {
  readonly #bytes: Uint8Array
  #position = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  next(): number {
    let value = 0
    let unit = 1
    for (;;) {
      const byte = this.#bytes[this.#position] ?? 0
      this.#position += 1
      if (byte < 0x80) return value + byte * unit
      value += (byte - 0x80) * unit
      unit *= 0x80
    }
  }
}
