import type { PageEvent, PageEvents } from '../../../src/app/data/page-events.ts'
import type { Timers } from '../../../src/app/data/timers.ts'

/** A clock that only tests move. */
export interface VirtualTimers extends Timers {
  /** Lets time pass, and whatever it sets off come to rest. */
  pass(ms: number): Promise<void>
  /** When the next callback is due, in ms from now. */
  next(): number | undefined
}

export function virtualTimers(): VirtualTimers {
  let now = 0
  let waiting: { at: number; run: () => void }[] = []
  const soonest = () => [...waiting].sort((a, b) => a.at - b.at)[0]
  return {
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run }
      waiting.push(timer)
      return () => {
        waiting = waiting.filter((other) => other !== timer)
      }
    },
    next: () => {
      const timer = soonest()
      return timer && timer.at - now
    },
    pass: async (ms) => {
      const until = now + ms
      for (let timer = soonest(); timer && timer.at <= until; timer = soonest()) {
        const due = timer
        now = due.at
        waiting = waiting.filter((other) => other !== due)
        due.run()
        await rest()
      }
      now = until
      await rest()
    },
  }
}

/** Lets promises that wait for nothing but each other come to their end. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

export interface FakePage extends PageEvents {
  visible: boolean
  fire(event: PageEvent): void
  listeners(): number
}

export function fakePage(): FakePage {
  const listeners = new Set<(event: PageEvent) => void>()
  const page: FakePage = {
    visible: true,
    isVisible: () => page.visible,
    listen: (onEvent) => {
      listeners.add(onEvent)
      return () => listeners.delete(onEvent)
    },
    fire: (event) => {
      for (const listener of listeners) listener(event)
    },
    listeners: () => listeners.size,
  }
  return page
}
