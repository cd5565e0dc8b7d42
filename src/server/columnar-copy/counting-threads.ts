import { availableParallelism } from 'node:os'
import {
  counters,
  type CountedBy,
  type CounterName,
  type CountingJob,
  type JobOf,
} from './counting-protocol.ts'
import { JobThread, threadEnded } from './job-thread.ts'

/** Fewer than that are counted before a thread would have heard of them. */
const fewActivities = 4_000
/** More threads gain little: all of them read from the same memory. */
const mostThreads = 4

/** Each thread has one to go on with while its answer is on its way; the rest is for whoever is done first. */
const atOnce = 2

interface Queued extends CountingJob {
  readonly resolve: (counted: CountedBy<CounterName>) => void
  readonly reject: (error: Error) => void
}

const program = new URL('start-counting-worker.js', import.meta.url)

/** Counts months beside each other, on as many threads as the machine has. They start with the first large month. */
export class CountingThreads {
  #threads: JobThread<CountingJob, CountedBy<CounterName>>[] = []
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
        () => new JobThread(program),
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
          .do({ name: next.name, job: next.job })
          .then(next.resolve, next.reject)
          .then(() => this.#share())
      }
  }

  #refuseQueued(): void {
    for (const { reject } of this.#queue.splice(0)) reject(threadEnded())
  }
}
