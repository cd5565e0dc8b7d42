import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { turnstile } from '../../../src/server/store/turnstile.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('those who wait come in one by one, in the order in which they came', async () => {
  const one = turnstile({ places: 1, waiting: 3, patience: 1_000 })
  const order: string[] = []
  const visit = async (name: string): Promise<void> => {
    const leave = await one.enter()
    order.push(name)
    leave()
  }
  const first = await one.enter()
  const visits = ['Awa', 'Bruno', 'Chantal'].map(visit)
  expect(order).toEqual([])
  first()
  await Promise.all(visits)
  expect(order).toEqual(['Awa', 'Bruno', 'Chantal'])
})

test('no more are inside than there are places', async () => {
  const two = turnstile({ places: 2, waiting: 50, patience: 1_000 })
  let inside = 0
  let most = 0
  const visit = async (): Promise<void> => {
    const leave = await two.enter()
    most = Math.max(most, (inside += 1))
    await Promise.resolve()
    inside -= 1
    leave()
  }
  await Promise.all(Array.from({ length: 20 }, visit))
  expect(most).toBe(2)
})

test('P42 one too many in the queue is told busy at once', async () => {
  const one = turnstile({ places: 1, waiting: 1, patience: 1_000 })
  const leave = await one.enter()
  const waiting = one.enter()
  await expect(one.enter()).rejects.toMatchObject({ name: 'CodedError', code: 'busy' })
  leave()
  await expect(waiting).resolves.toBeTypeOf('function')
})

test('P42 one who has waited too long is told busy, and takes nobody’s place', async () => {
  const one = turnstile({ places: 1, waiting: 5, patience: 1_000 })
  const leave = await one.enter()
  const impatient = outcome(one.enter())
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await impatient).toMatchObject({ code: 'busy' })
  const patient = one.enter()
  leave()
  await expect(patient).resolves.toBeTypeOf('function')
})

test('a place given back twice is one place', async () => {
  const one = turnstile({ places: 1, waiting: 5, patience: 1_000 })
  const leave = await one.enter()
  leave()
  leave()
  await one.enter()
  const second = outcome(one.enter())
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await second).toMatchObject({ code: 'busy' })
})

/** What it answers or throws; asked at once, so that a failure is never left alone. */
function outcome(entering: Promise<unknown>): Promise<unknown> {
  return entering.catch((error: unknown) => error)
}
