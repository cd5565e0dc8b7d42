import { setImmediate as turn } from 'node:timers/promises'

/** One entry of a log, as its reader got it. */
export interface Entry {
  readonly id: string
  /** The part of the log that has an order of its own. */
  readonly part: string
  readonly place: number | string
}

/** A log that many write at once, in transactions that commit late, and one reads from a cursor. */
export interface SharedLog {
  readonly name: string
  /** Writes one entry and answers its id after the commit. */
  write(writer: number): Promise<string>
  /** What has come after the reader's cursor, which moves past it. */
  read(): Promise<readonly Entry[]>
  /** Entries that committed before one of a lower place: the order of commits told by PostgreSQL itself. */
  disorders(): Promise<number>
}

export interface Race {
  readonly name: string
  readonly written: number
  /** Committed, and never given to a reader who goes on from its cursor. */
  readonly missed: number
  readonly doubled: number
  /** Given to the reader after one of a higher place in the same part. */
  readonly late: number
  readonly disorders: number
  readonly reads: number
  readonly seconds: number
}

/** Each writer writes its entries one after the other while a reader polls; the reader then reads to the end. */
export async function race(
  log: SharedLog,
  { writers, rounds }: { writers: number; rounds: number },
): Promise<Race> {
  const over = { yet: false }
  const started = performance.now()
  const reading = follow(log, over)
  const written = (
    await Promise.all(Array.from({ length: writers }, (_, writer) => writeAll(log, writer, rounds)))
  ).flat()
  const seconds = (performance.now() - started) / 1000
  over.yet = true
  const { entries, reads } = await reading
  const seen = new Set(entries.map(({ id }) => id))
  return {
    name: log.name,
    written: written.length,
    missed: written.filter((id) => !seen.has(id)).length,
    doubled: entries.length - seen.size,
    late: lateOf(entries),
    disorders: await log.disorders(),
    reads,
    seconds,
  }
}

async function writeAll(log: SharedLog, writer: number, rounds: number): Promise<string[]> {
  const ids: string[] = []
  for (let round = 0; round < rounds; round += 1) ids.push(await log.write(writer))
  return ids
}

/** Reads until nothing comes any more after the last write. */
async function follow(log: SharedLog, over: { yet: boolean }) {
  const entries: Entry[] = []
  let reads = 0
  for (let last = false; !last;) {
    const { yet } = over
    const more = await log.read()
    entries.push(...more)
    reads += 1
    last = yet && more.length === 0
    await turn()
  }
  return { entries, reads }
}

function lateOf(entries: readonly Entry[]): number {
  const reached = new Map<string, number | string>()
  return entries.filter(({ part, place }) => {
    const before = reached.get(part)
    reached.set(part, place)
    return before !== undefined && place <= before
  }).length
}
