import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { everyDay } from '../../src/server/daily-work.ts'
import { silentLog } from './databases.ts'

const hourMs = 3_600_000

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('what is done every day is done soon after the start too, and no more once stopped', async () => {
  const purge = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const stop = everyDay({ purge }, silentLog)
  await vi.advanceTimersByTimeAsync(hourMs)
  expect(purge).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(48 * hourMs)
  expect(purge).toHaveBeenCalledTimes(3)
  stop()
  await vi.advanceTimersByTimeAsync(48 * hourMs)
  expect(purge).toHaveBeenCalledTimes(3)
})

test('a work that fails keeps no other from being done', async () => {
  const purge = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const stop = everyDay({ broken: () => Promise.reject(new Error('no disk')), purge }, silentLog)
  await vi.advanceTimersByTimeAsync(hourMs)
  expect(purge).toHaveBeenCalledTimes(1)
  stop()
})

test('what can’t wait is done at once', async () => {
  const remind = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const stop = everyDay({ remind }, silentLog, 'at-once')
  await vi.advanceTimersByTimeAsync(0)
  expect(remind).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(24 * hourMs)
  expect(remind).toHaveBeenCalledTimes(2)
  stop()
})
