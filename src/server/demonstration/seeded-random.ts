/** A stream of numbers in [0, 1) that is the same for the same seed. Not for secrets. */
export type Random = () => number

/** Generator sfc32 with 128 bits of state, from a text that names the stream. */
export function seededRandom(seed: string): Random {
  let [a, b, c, d] = stateOf(seed)
  const next = () => {
    const sum = (a + b + d) >>> 0
    d = (d + 1) >>> 0
    a = (b ^ (b >>> 9)) >>> 0
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0
    return sum / 2 ** 32
  }
  // The first numbers still show the seed: they are thrown away.
  for (let turn = 0; turn < 16; turn += 1) next()
  return next
}

/** A whole number from `low` to `high`, both included. */
export function wholeBetween(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

export function happens(random: Random, probability: number): boolean {
  return random() < probability
}

export function oneOf<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random() * items.length)] ?? items[0]
}

/** One key of a table of weights; the weights need not add up to anything. */
export function weighted<Key extends string>(random: Random, weights: Readonly<Record<Key, number>>): Key {
  // Object.entries forgets that the keys of a record are its literal keys.
  const entries = Object.entries(weights) as [Key, number][]
  return weightedItem(random, entries)
}

/** One item of a list of [item, weight]. */
export function weightedItem<Item>(random: Random, entries: readonly (readonly [Item, number])[]): Item {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
  let rest = random() * total
  for (const [item, weight] of entries) {
    rest -= weight
    if (rest < 0) return item
  }
  const last = entries.at(-1)
  if (!last) throw new Error('nothing to choose from')
  return last[0]
}

/** FNV-1a over the text, once for each of the four words of state. */
function stateOf(seed: string): [number, number, number, number] {
  const word = (start: number) =>
    Array.from(seed).reduce(
      (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0,
      start,
    )
  return [word(0x811c9dc5), word(0x9e3779b9), word(0x85ebca6b), word(0xc2b2ae35)]
}
