import { beforeEach, describe, expect, test } from 'vitest'
import type { CycleOutcome } from '../../../src/app/data/cycle-step.ts'
import { SyncScheduler } from '../../../src/app/data/sync-scheduler.ts'
import { fakePage, virtualTimers, type FakePage, type VirtualTimers } from './virtual-timers.ts'

const done: CycleOutcome = { kind: 'done', more: false }
const offline: CycleOutcome = { kind: 'stopped', reason: 'offline' }

let timers: VirtualTimers
let page: FakePage
let random: number
let outcome: CycleOutcome | 'busy'
let cycles: number
let hang: boolean

function scheduler(): SyncScheduler {
  return new SyncScheduler({
    cycle: (signal) => {
      cycles += 1
      if (!hang) return Promise.resolve(outcome)
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(offline)))
    },
    onEnd: () => undefined,
    timers,
    page,
    random: () => random,
  })
}

beforeEach(() => {
  timers = virtualTimers()
  page = fakePage()
  random = 0.5
  outcome = done
  cycles = 0
  hang = false
})

describe('when it syncs', () => {
  test('at the start at once, then every minute while the page is shown', async () => {
    scheduler().nudge('start')
    await timers.pass(0)
    expect(cycles).toBe(1)
    await timers.pass(59_999)
    expect(cycles).toBe(1)
    await timers.pass(1)
    expect(cycles).toBe(2)
  })

  test('the minute is 20 % longer or shorter, so that devices spread out', async () => {
    random = 0
    scheduler().nudge('start')
    await timers.pass(0)
    expect(timers.next()).toBe(48_000)
    random = 1
    await timers.pass(48_000)
    expect(timers.next()).toBe(72_000)
  })

  test('a second and a half after a save, and once for several', async () => {
    const sync = scheduler()
    sync.nudge('save')
    await timers.pass(1_000)
    sync.nudge('save')
    await timers.pass(499)
    expect(cycles).toBe(0)
    await timers.pass(1)
    expect(cycles).toBe(1)
  })

  test('a save during a cycle has a cycle of its own', async () => {
    hang = true
    const sync = scheduler()
    sync.nudge('start')
    await timers.pass(0)
    sync.nudge('save')
    hang = false
    await timers.pass(60_000)
    await timers.pass(1_500)
    expect(cycles).toBe(2)
  })

  test('hidden pages don’t poll, and sync when they are shown again', async () => {
    page.visible = false
    scheduler().nudge('start')
    await timers.pass(0)
    expect(timers.next()).toBeUndefined()
    page.visible = true
    page.fire('visible')
    await timers.pass(0)
    expect(cycles).toBe(2)
  })

  test('what is left to do follows at once, and never in a tight loop', async () => {
    outcome = { kind: 'done', more: true }
    scheduler().nudge('start')
    await timers.pass(0)
    expect(timers.next()).toBe(250)
    await timers.pass(250)
    expect(timers.next()).toBe(500)
    await timers.pass(600_000)
    expect(cycles).toBeLessThan(25)
  })

  test('another tab that is at it is asked again a little later', async () => {
    outcome = 'busy'
    scheduler().nudge('save')
    await timers.pass(1_500)
    expect(timers.next()).toBe(3_000)
  })

  test('a person who asks gets a cycle now', async () => {
    const sync = scheduler()
    await sync.syncNow()
    expect(cycles).toBe(1)
  })

  test('once stopped it does nothing, and listens to nothing', async () => {
    const sync = scheduler()
    sync.nudge('start')
    sync.stop()
    sync.nudge('save')
    await timers.pass(600_000)
    expect(cycles).toBe(0)
    expect(page.listeners()).toBe(0)
  })
})

describe('after a failure', () => {
  test('it waits longer and longer, up to five minutes, and never gives up', async () => {
    random = 1
    outcome = offline
    scheduler().nudge('start')
    await timers.pass(0)
    const waits: number[] = []
    for (let failure = 0; failure < 10; failure += 1) {
      waits.push(timers.next() ?? Number.NaN)
      await timers.pass(timers.next() ?? 0)
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000])
  })

  test('the network or the page coming back resets it', async () => {
    random = 1
    outcome = offline
    scheduler().nudge('start')
    await timers.pass(100_000)
    const before = cycles
    page.fire('online')
    await timers.pass(0)
    expect(cycles).toBe(before + 1)
    expect(timers.next()).toBe(2_000)
  })

  test('a save doesn’t wait for the backoff', async () => {
    random = 1
    outcome = offline
    const sync = scheduler()
    sync.nudge('start')
    await timers.pass(1_000_000)
    const before = cycles
    sync.nudge('save')
    await timers.pass(1_500)
    expect(cycles).toBe(before + 1)
  })

  test('when the server says how long to wait, neither a save nor the network coming back is sooner', async () => {
    outcome = { kind: 'stopped', reason: 'wait', retryAfterMs: 60_000 }
    const sync = scheduler()
    sync.nudge('start')
    await timers.pass(0)
    sync.nudge('save')
    page.fire('online')
    await timers.pass(59_999)
    expect(cycles).toBe(1)
    await timers.pass(20_000)
    expect(cycles).toBe(2)
  })

  test.each(['unauthenticated', 'wrong-user', 'revoked', 'too-old'] as const)(
    '%s waits for the person, and looks again now and then',
    async (reason) => {
      outcome = { kind: 'stopped', reason }
      const sync = scheduler()
      sync.nudge('start')
      await timers.pass(0)
      expect(timers.next()).toBe(300_000)
      sync.nudge('signed-in')
      await timers.pass(0)
      expect(cycles).toBe(2)
    },
  )

  test('I19 a cycle that hangs is left behind after a minute, and the next one runs', async () => {
    hang = true
    scheduler().nudge('start')
    await timers.pass(60_000)
    hang = false
    await timers.pass(2_000)
    expect(cycles).toBe(2)
  })
})
