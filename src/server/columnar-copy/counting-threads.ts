import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import {
  counters,
  type CountedBy,
  type CounterName,
  type FromCounting,
  type JobOf,
  type ToCounting,
} from './counting-protocol.ts'

/** Fewer than that are counted before a thread would have heard of them. */
const fewActivities = 4_000
/** More threads gain little: all of them read from the same memory. */
const mostThreads = 4

/** Each thread has one to go on with while its answer is on its way; the rest is for whoever is done first. */
const atOnce = 2

interface Waiting {
  readonly resolve: (counted: CountedBy<CounterName>) => void
  readonly reject: (error: Error) => void
}

interface Queued extends Waiting {
  readonly name: CounterName
  readonly job: JobOf<CounterName>
}

/** Counts months beside each other, on as many threads as the machine has. They start with the first large month. */
export class CountingThreads {
  #threads: CountingThread[] = []
  #queue: Queued[] = []

  async count<N extends CounterName>(name: N, job: JobOf<N>): Promise<CountedBy<N>> {
    const isLarge = job.activities >= fewActivities
    // A name goes with its job, and with what is counted.
    const counted = isLarge ? await this.#countLater(name, job) : counters[name](job as never)
    return counted as CountedBy<N>
  }

  /** What is asked meanwhile is refused. */
  close(): void {
    for (const thread of this.#threads) thread.close()
    this.#threads = []
    this.#refuseQueued()
  }

  #countLater(name: CounterName, job: JobOf<CounterName>): Promise<CountedBy<CounterName>> {
    if (this.#threads.some(({ isOver }) => isOver)) this.close()
    if (this.#threads.length === 0)
      this.#threads = Array.from(
        { length: Math.min(availableParallelism(), mostThreads) },
        () => new CountingThread(),
      )
    return new Promise((resolve, reject) => {
      this.#queue.push({ name, job, resolve, reject })
      this.#share()
    })
  }

  #share(): void {
    const threads = this.#threads.filter(({ isOver }) => !isOver)
    if (threads.length === 0) this.#refuseQueued()
    for (const thread of threads)
      while (thread.underWay < atOnce) {
        const next = this.#queue.shift()
        if (!next) return
        void thread
          .count(next.name, next.job)
          .then(next.resolve, next.reject)
          .then(() => this.#share())
      }
  }

  #refuseQueued(): void {
    for (const { reject } of this.#queue.splice(0)) reject(ended())
  }
}

class CountingThread {
  readonly #worker = new Worker(new URL('start-counting-worker.js', import.meta.url), { execArgv: [] })
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  isOver = false

  constructor() {
    this.#worker.on('message', ({ id, counted }: FromCounting) => {
      this.#waiting.get(id)?.resolve(counted)
      this.#forget(id)
    })
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => this.#end(ended()))
    this.#worker.unref()
  }

  /** How many months it was told of, and hasn't told what they come to. */
  get underWay(): number {
    return this.#waiting.size
  }

  count(name: CounterName, job: JobOf<CounterName>): Promise<CountedBy<CounterName>> {
    const id = (this.#asked += 1)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      // As long as somebody waits for it, the process goes on.
      this.#worker.ref()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, only a window has
      this.#worker.postMessage({ id, name, job } satisfies ToCounting)
    })
  }

  /** Refuses at once: what the thread had counted by then, and was still on its way, comes too late. */
  close(): void {
    this.#end(ended())
    void this.#worker.terminate()
  }

  #forget(id: number): void {
    this.#waiting.delete(id)
    if (this.#waiting.size === 0) this.#worker.unref()
  }

  #end(error: Error): void {
    this.isOver = true
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

function ended(): Error {
  return new Error('The thread that counted has ended')
}
