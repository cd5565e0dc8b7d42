import { describe, expect, test } from 'vitest'
import { delayAfter, parkedDelay, pollDelay, retryDelay } from '../../../src/domain/sync/retry-delay.ts'

describe('waiting', () => {
  test('after failures is anywhere under a bound that doubles from 2 s to 5 min', () => {
    expect([1, 2, 8, 9, 1000].map((failures) => retryDelay(failures, 1))).toEqual([
      2_000, 4_000, 256_000, 300_000, 300_000,
    ])
    expect(retryDelay(5, 0)).toBe(0)
    expect(retryDelay(5, 0.5)).toBe(16_000)
  })

  test('as the server asks is never sooner', () => {
    expect([delayAfter(60_000, 0), delayAfter(60_000, 1)]).toEqual([60_000, 75_000])
    expect([delayAfter(0, 0), delayAfter(0, 1)]).toEqual([0, 2_000])
  })

  test('between polls is a minute, 20 % more or less; five where only the person can help', () => {
    expect([pollDelay(0), pollDelay(0.5), pollDelay(1)]).toEqual([48_000, 60_000, 72_000])
    expect([parkedDelay(0), parkedDelay(0.5), parkedDelay(1)]).toEqual([240_000, 300_000, 360_000])
  })
})
