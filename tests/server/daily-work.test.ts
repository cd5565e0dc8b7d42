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
  await stop()
  await vi.advanceTimersByTimeAsync(48 * hourMs)
  expect(purge).toHaveBeenCalledTimes(3)
})

test('a work that fails keeps no other from being done', async () => {
  const purge = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const stop = everyDay({ broken: () => Promise.reject(new Error('no disk')), purge }, silentLog)
  await vi.advanceTimersByTimeAsync(hourMs)
  expect(purge).toHaveBeenCalledTimes(1)
  await stop()
})

test('what can’t wait is done at once', async () => {
  const remind = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const stop = everyDay({ remind }, silentLog, 'at-once')
  await vi.advanceTimersByTimeAsync(0)
  expect(remind).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(24 * hourMs)
  expect(remind).toHaveBeenCalledTimes(2)
  await stop()
})

test('what is under way when it is stopped is finished, and nothing is begun after it', async () => {
  let finish: () => void = () => undefined
  const first = () => new Promise<void>((resolve) => (finish = resolve))
  const second = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const stop = everyDay({ first, second }, silentLog, 'at-once')
  await vi.advanceTimersByTimeAsync(0)
  const stopped = vi.fn<() => void>()
  const stopping = stop().finally(stopped)
  await vi.advanceTimersByTimeAsync(hourMs)
  expect(stopped).not.toHaveBeenCalled()
  finish()
  await stopping
  expect(second).not.toHaveBeenCalled()
})
