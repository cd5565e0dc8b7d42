import { parentPort, Worker } from 'node:worker_threads'

/* A thread of this process that does jobs, told of them one by one; and its other end, which does them. */

/** A job by its number. */
interface ToThread<Job> {
  readonly id: number
  readonly job: Job
}

interface FromThread<Result> {
  readonly id: number
  readonly result: Result
}

interface Waiting<Result> {
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

/** Where one of its jobs fails, the thread ends, and whatever else it was told of fails with it. */
export class JobThread<Job, Result> {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting<Result>>()
  #asked = 0
  isOver = false

  /**
   * @param program starts a module that calls `doJobs`
   * @param about what the program finds as its `workerData`
   */
  constructor(program: URL, about?: unknown) {
    this.#worker = new Worker(program, { execArgv: [], workerData: about })
    this.#worker.on('message', ({ id, result }: FromThread<Result>) => {
      this.#waiting.get(id)?.resolve(result)
      this.#forget(id)
    })
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => this.#end(threadEnded()))
    this.#worker.unref()
  }

  /** How many jobs it was told of, and hasn't done. */
  get underWay(): number {
    return this.#waiting.size
  }

  do(job: Job): Promise<Result> {
    if (this.isOver) return Promise.reject(threadEnded())
    const id = (this.#asked += 1)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      // As long as somebody waits for it, the process goes on.
      this.#worker.ref()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, only a window has
      this.#worker.postMessage({ id, job } satisfies ToThread<Job>)
    })
  }

  /** Refuses at once: what the thread had done by then, and was still on its way, comes too late. */
  close(): void {
    this.#end(threadEnded())
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

/**
 * Does the jobs that this thread is told of.
 *
 * @param doJob of whatever type is sent: both ends are typed by the module that starts the thread
 * @param listsIn what of a result is given away rather than copied
 */
export function doJobs<Result>(
  doJob: (job: never) => Result | Promise<Result>,
  listsIn: (result: Result) => readonly ArrayBufferView[],
): void {
  const answer = async ({ id, job }: ToThread<never>) => {
    const result = await doJob(job)
    parentPort?.postMessage(
      { id, result } satisfies FromThread<Result>,
      // What is shared both have anyway.
      listsIn(result).flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
    )
  }
  // Where it fails nobody hears of it here: it ends the thread, which its other end does.
  parentPort?.on('message', (message: ToThread<never>) => void answer(message))
}

export function threadEnded(): Error {
  return new Error('The thread that worked on it has ended')
}
