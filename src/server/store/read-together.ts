/** Reads what is asked for under some keys; a key that nothing is found under isn't in the answer. */
export type ReadMany<K, V> = (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>

interface Batch<K, V> {
  readonly keys: Set<K>
  readonly answer: Promise<ReadonlyMap<K, V>>
  begin(): void
}

/** Milliseconds after which what waits no longer waits for a reading that hangs, on a connection that may be dead. */
const patience = 25

/**
 * Reads what is asked for at the same time in one statement: at once where none is under way, and otherwise together
 * with what else comes until it ends. A reading begins after everything that it answers was asked for, so nobody is
 * told what was true before. It fails for all that asked in it.
 */
export function readTogether<K, V>(read: ReadMany<K, V>): ReadMany<K, V> {
  let underWay = 0
  let waiting: Batch<K, V> | undefined

  async function run(keys: ReadonlySet<K>): Promise<ReadonlyMap<K, V>> {
    underWay += 1
    try {
      return await read([...keys])
    } finally {
      underWay -= 1
      beginNext()
    }
  }

  function beginNext(): void {
    const next = waiting
    waiting = undefined
    next?.begin()
  }

  function newBatch(): Batch<K, V> {
    const keys = new Set<K>()
    let begin: () => void = () => undefined
    const answer = new Promise<ReadonlyMap<K, V>>((resolve) => {
      const timer = setTimeout(beginNext, patience)
      begin = () => {
        clearTimeout(timer)
        resolve(run(keys))
      }
    })
    return { keys, answer, begin }
  }

  return (keys) => {
    if (underWay === 0) return run(new Set(keys))
    waiting ??= newBatch()
    for (const key of keys) waiting.keys.add(key)
    return waiting.answer
  }
}
