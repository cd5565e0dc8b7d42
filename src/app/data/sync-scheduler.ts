import { delayAfter, parkedDelay, pollDelay, retryDelay } from '../../domain/sync/retry-delay.ts'
import type { CycleOutcome } from './cycle-step.ts'
import type { PageEvents } from './page-events.ts'
import type { Timers } from './timers.ts'

/** Why a cycle is asked for. */
export type NudgeReason =
  'start' | 'save' | 'online' | 'visible' | 'restored' | 'other-tab' | 'signed-in' | 'background'

export interface SchedulerParts {
  /** Runs a cycle; 'busy' where another tab is at it. Its signal is the watchdog's. */
  readonly cycle: (signal: AbortSignal) => Promise<CycleOutcome | 'busy'>
  readonly onEnd: (outcome: CycleOutcome | 'busy') => void
  readonly timers: Timers
  readonly page: PageEvents
  readonly random: () => number
}

/** A moment for the next saves of somebody who is typing. */
const afterSaveMs = 1_500
/** Another tab's cycle takes about that long. */
const afterBusyMs = 2_000
/** No cycle lasts longer (I19). */
const watchdogMs = 60_000
const shortestPauseMs = 250

/**
 * When to sync (sync.md 3.7, triggers): one cycle at a time, soon after a save, at once when the network or the page is
 * back, every minute while the page is shown, later and later after failures, and never giving up.
 */
export class SyncScheduler {
  readonly #parts: SchedulerParts
  readonly #stopListening: () => void
  #due: { at: number; cancel: () => void } | undefined
  #running: Promise<void> | undefined
  #abort: AbortController | undefined
  #again = false
  #failures = 0
  #restarts = 0
  /** The server asked not to come back before. */
  #notBefore = 0
  #stopped = false

  constructor(parts: SchedulerParts) {
    this.#parts = parts
    this.#stopListening = parts.page.listen((event) => this.nudge(event))
  }

  nudge(reason: NudgeReason): void {
    if (this.#stopped) return
    if (reason !== 'save' && reason !== 'other-tab') this.#failures = 0
    if (this.#running) this.#again = true
    else this.#schedule(reason === 'save' ? afterSaveMs : 0)
  }

  /** A cycle that begins after this call, whatever the backoff says: a person asks for it. */
  async syncNow(): Promise<void> {
    await this.#running
    if (this.#stopped) return
    this.#failures = 0
    await (this.#running ?? this.#run())
  }

  stop(): void {
    this.#stopped = true
    this.#stopListening()
    this.#due?.cancel()
    this.#due = undefined
    this.#abort?.abort()
  }

  /** Keeps the earlier of what was planned and what is asked. */
  #schedule(delayMs: number): void {
    const now = this.#parts.timers.now()
    const at = Math.max(now + delayMs, this.#notBefore)
    if (this.#stopped || (this.#due && this.#due.at <= at)) return
    this.#due?.cancel()
    this.#due = { at, cancel: this.#parts.timers.after(at - now, () => void this.#run()) }
  }

  #run(): Promise<void> {
    this.#due?.cancel()
    this.#due = undefined
    this.#again = false
    this.#running = this.#runToEnd()
    return this.#running
  }

  async #runToEnd(): Promise<void> {
    const outcome = await this.#watchedCycle()
    this.#running = undefined
    if (!this.#stopped) this.#end(outcome)
  }

  /** A cycle that the watchdog leaves behind, if need be: what it may still do later is harmless (I24). */
  async #watchedCycle(): Promise<CycleOutcome | 'busy'> {
    const abort = new AbortController()
    this.#abort = abort
    let clear = () => undefined as void
    const isLate = new Promise<CycleOutcome>((resolve) => {
      const giveUp = () => resolve({ kind: 'stopped', reason: 'offline' })
      abort.signal.addEventListener('abort', giveUp)
      clear = this.#parts.timers.after(watchdogMs, () => abort.abort())
    })
    try {
      return await Promise.race([this.#parts.cycle(abort.signal), isLate])
    } finally {
      clear()
    }
  }

  #end(outcome: CycleOutcome | 'busy'): void {
    this.#parts.onEnd(outcome)
    const delay = this.#delayAfter(outcome)
    if (this.#again) this.#schedule(Math.min(delay, afterSaveMs))
    // Hidden pages don't poll (P20): they are told when they are shown again.
    else if (this.#parts.page.isVisible() || isMore(outcome)) this.#schedule(delay)
  }

  #delayAfter(outcome: CycleOutcome | 'busy'): number {
    const random = this.#parts.random()
    if (outcome === 'busy') return afterBusyMs * (1 + random)
    if (outcome.kind === 'done') return this.#delayAfterSuccess(outcome.more, random)
    this.#failures += 1
    switch (outcome.reason) {
      case 'unauthenticated':
      case 'wrong-user':
      case 'revoked':
      case 'too-old':
        return parkedDelay(random)
      case 'offline':
      case 'refused':
      case 'unreadable':
        return retryDelay(this.#failures, random)
      case 'wait':
        return this.#delayAsAsked(outcome.retryAfterMs, random)
    }
  }

  /** Work that is left begins at once, but never in a tight loop. */
  #delayAfterSuccess(more: boolean, random: number): number {
    this.#failures = 0
    this.#notBefore = 0
    this.#restarts = more ? this.#restarts + 1 : 0
    return more ? shortestPauseMs * 2 ** Math.min(this.#restarts - 1, 8) : pollDelay(random)
  }

  #delayAsAsked(retryAfterMs: number | undefined, random: number): number {
    if (retryAfterMs === undefined) return retryDelay(this.#failures, random)
    const delay = delayAfter(retryAfterMs, random)
    this.#notBefore = this.#parts.timers.now() + delay
    return delay
  }
}

function isMore(outcome: CycleOutcome | 'busy'): boolean {
  return outcome === 'busy' || (outcome.kind === 'done' && outcome.more)
}
