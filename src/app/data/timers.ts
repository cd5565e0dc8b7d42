/** Time as the scheduler knows it; tests give a clock of their own. */
export interface Timers {
  /** Ms since some moment; never goes back, whatever is done to the device's clock. */
  now(): number
  /** Calls back once; returns the way to call it off. */
  after(ms: number, run: () => void): () => void
}

export const pageTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
