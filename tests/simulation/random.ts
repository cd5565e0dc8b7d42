/** Numbers that follow from a seed (mulberry32): the only randomness of a run. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** From 0 to 1, 1 excluded. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 to `below`, excluded. */
  below(below: number): number {
    return Math.floor(this.next() * below)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** One of some values, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T {
    let left = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, value] of choices) {
      left -= weight
      if (left < 0) return value
    }
    const last = choices.at(-1)
    if (!last) throw new Error('nothing to choose from')
    return last[1]
  }
}

/** Ids in the order in which they are asked for: UUIDv7 in form, and no two alike in one run. */
export function idMaker(seed: number): () => string {
  let made = 0
  return () => {
    made += 1
    const tail = made.toString(16).padStart(12, '0')
    return `0193${(seed & 0xffff).toString(16).padStart(4, '0')}-0000-7000-8000-${tail}`
  }
}

/** The one at a number, counted round and round; undefined where there is none. */
export function pickOne<T>(from: readonly T[], number: number): T | undefined {
  return from[number % Math.max(1, from.length)]
}
