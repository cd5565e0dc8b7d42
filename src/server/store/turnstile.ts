import { CodedError } from '../../domain/errors.ts'

export interface TurnstileLimits {
  /** How many may be inside at once. */
  places: number
  /** How many may wait for a place; the next one is told `busy` at once. */
  waiting: number
  /** Milliseconds that one may wait before it is told `busy`. */
  patience: number
}

/** Lets a bounded number in, first come first served, behind a bounded queue (sync.md P42). */
export interface Turnstile {
  /** Waits for a place. The answer gives it back; called twice, it counts once. Throws CodedError `busy`. */
  enter(): Promise<() => void>
}

export function turnstile(limits: TurnstileLimits): Turnstile {
  const queue = new Set<() => void>()
  let inside = 0

  function admit(): () => void {
    inside += 1
    let left = false
    return () => {
      if (left) return
      left = true
      inside -= 1
      const [next] = queue
      next?.()
    }
  }

  function waitForPlace(): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        queue.delete(called)
        reject(new CodedError('busy', { waitedMs: limits.patience }))
      }, limits.patience)
      const called = (): void => {
        clearTimeout(timer)
        queue.delete(called)
        resolve(admit())
      }
      queue.add(called)
    })
  }

  return {
    async enter() {
      if (inside < limits.places) return admit()
      if (queue.size >= limits.waiting) throw new CodedError('busy', { waiting: queue.size })
      return waitForPlace()
    },
  }
}
