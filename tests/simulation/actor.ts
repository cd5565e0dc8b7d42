/** Where an actor stands: waiting at a point, or at its end. */
export type Stand =
  { kind: 'parked'; point: string } | { kind: 'ended'; value: unknown } | { kind: 'failed'; error: unknown }

/** Longer than anything takes: an actor that neither parks nor ends is stuck. In real milliseconds. */
const stuckMs = 20_000

/**
 * Something that runs by itself from one point to the next and waits there until it is told to go on. One actor at a
 * time is under way in a run, so that what happens depends on the seed alone and not on this machine.
 */
export class Actor {
  #resume: (() => void) | undefined
  #tell: ((stand: Stand) => void) | undefined
  #isRunning = false
  #end: Stand | undefined

  /** Whether it is under way just now: whoever asks at another time isn't this actor. */
  get isRunning(): boolean {
    return this.#isRunning
  }

  /** Runs until the first point. */
  start(run: () => Promise<unknown>): Promise<Stand> {
    return this.#untilNext(() => {
      run().then(
        (value) => this.#finish({ kind: 'ended', value }),
        (error: unknown) => this.#finish({ kind: 'failed', error }),
      )
    })
  }

  /** From the point at which it waits to the next one; to its end, where it ended while a page asked ahead waited. */
  goOn(): Promise<Stand> {
    if (this.#end) return Promise.resolve(this.#end)
    return this.#untilNext(() => this.#resume?.())
  }

  /** Called by what the actor runs: waits here. */
  park(point: string): Promise<void> {
    return new Promise((resolve) => {
      this.#resume = resolve
      this.#stop({ kind: 'parked', point })
    })
  }

  #untilNext(go: () => void): Promise<Stand> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('an actor is stuck')), stuckMs)
      this.#tell = (stand) => {
        clearTimeout(timer)
        resolve(stand)
      }
      this.#isRunning = true
      go()
    })
  }

  #finish(end: Stand): void {
    this.#end = end
    this.#stop(end)
  }

  #stop(stand: Stand): void {
    this.#isRunning = false
    this.#tell?.(stand)
  }
}
