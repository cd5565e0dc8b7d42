import { setTimeout as rest } from 'node:timers/promises'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { Clock } from '../clock-and-ids.ts'
import type { Store } from '../store/store.ts'
import type { StoreLog } from '../store/store-log.ts'
import { readEpoch } from '../store/sync-epoch.ts'
import { retriedRead } from '../store/transaction.ts'
import { openCopy, type ColumnarCopy } from './columnar-copy.ts'
import { catchUp } from './follow-scopes.ts'
import { refreshSlices } from './month-slices.ts'
import type { WholeReader } from './reading-thread.ts'

/** Between two looks at what was pushed: nine times what the last one took, so that those who push have the machine, within these. */
const shortestRestMs = 4000
const longestRestMs = 8000

/** How long a question waits for a copy that isn't there yet: who asks gives up soon after, and then nothing is counted for it. */
const patienceMs = 20_000

export interface RunningCopyParts {
  readonly store: Store
  /** Where it is kept; in memory without one. */
  readonly folder: string | undefined
  /** What a copy that has nothing yet is read by; this very thread without it. */
  readonly openReader?: () => WholeReader
  readonly clock: Clock
  readonly log: StoreLog
}

/** An answer of the copy, and the moment up to which all that was pushed is in it. */
export interface CopyAnswer<T> {
  readonly value: T
  readonly countedAt: string
}

/**
 * The columnar copy of a running server. It follows what is pushed and says how far it is; where something breaks, it is
 * closed and opened again, and nothing depends on it.
 */
export class RunningCopy {
  readonly #parts: RunningCopyParts
  readonly #stopping = new AbortController()
  #copy: ColumnarCopy | undefined
  #countedAt: string | undefined
  #look: Promise<void> | undefined
  #following: Promise<void> | undefined

  constructor(parts: RunningCopyParts) {
    this.#parts = parts
  }

  /** Begins to follow what is pushed; the first question does so too. */
  start(): void {
    this.#following ??= this.#follow()
  }

  /** Throws `unavailable` as long as the copy can't be had. */
  async answer<T>(ask: (copy: ColumnarCopy, countedAt: string) => Promise<T>): Promise<CopyAnswer<T>> {
    this.start()
    if (this.#countedAt === undefined)
      await Promise.race([this.#look, rest(patienceMs, undefined, { ref: false })])
    if (this.#copy === undefined || this.#countedAt === undefined) throw new CodedError('unavailable')
    const countedAt = this.#countedAt
    return { value: await ofOneState(this.#copy, (copy) => ask(copy, countedAt)), countedAt }
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#following
    this.#close()
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      const began = performance.now()
      this.#look = this.#catchUp()
      await this.#look
      const took = performance.now() - began
      const restMs = Math.min(Math.max(9 * took, shortestRestMs), longestRestMs)
      // Stopping is no failure.
      await rest(restMs, undefined, { ref: false, signal }).catch(() => undefined)
    }
  }

  async #catchUp(): Promise<void> {
    const { store, clock, folder, openReader, log } = this.#parts
    try {
      const now = clock()
      const epoch = await retriedRead(store, readEpoch)
      this.#copy ??= await openCopy(folder, epoch)
      if (this.#copy.epoch !== epoch) throw new Error('The history of the server is another one')
      await catchUp(store, this.#copy, openReader)
      await ofOneState(this.#copy, (copy) => refreshSlices(copy, frenchDayOf(now)))
      this.#countedAt = now.toISOString()
    } catch (error) {
      log.warn({ error }, 'The copy that figures are counted from is closed, and opened again')
      this.#close()
    }
  }

  #close(): void {
    this.#copy?.close()
    this.#copy = undefined
    this.#countedAt = undefined
  }
}

/** What is written meanwhile is seen by none of the answers that belong together. */
async function ofOneState<T>(copy: ColumnarCopy, ask: (copy: ColumnarCopy) => Promise<T>): Promise<T> {
  const reader = await copy.connect()
  try {
    await reader.run('begin')
    return await ask({ ...copy, reader })
  } finally {
    // It has only read: nothing is kept open for it.
    reader.closeSync()
  }
}
