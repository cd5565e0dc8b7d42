import { describe, expect, test } from 'vitest'

import { CodedError } from '../../../src/domain/errors.ts'
import { ConnectionLost, SqlError } from '../../../src/server/store/sql-error.ts'
import { codedFailure, retrying } from '../../../src/server/store/transaction.ts'
import type { RetryEdges } from '../../../src/server/store/transaction.ts'

const sqlError = (code: string, message = 'refused'): SqlError => new SqlError({ message, code }, 'select 1')
const lost = (): ConnectionLost => new ConnectionLost(new Error('Connection terminated unexpectedly'))

/** A world whose clock moves by pauses only, and whose chance is always the same. */
function world(chance: number): RetryEdges & { pauses: number[] } {
  let clock = 1_000
  const pauses: number[] = []
  return {
    pauses,
    now: () => clock,
    random: () => chance,
    pause: (ms) => {
      pauses.push(ms)
      clock += ms
      return Promise.resolve()
    },
  }
}

/** Fails with each error in turn, then succeeds; counts how often it was tried. */
function failing(errors: readonly unknown[]): { attempt: () => Promise<string>; tries: () => number } {
  let tries = 0
  return {
    attempt: () => {
      const error = errors[tries]
      tries += 1
      return error === undefined ? Promise.resolve('done') : Promise.reject(error)
    },
    tries: () => tries,
  }
}

const forEver = (error: unknown): unknown[] => Array.from({ length: 1_000 }, () => error)

describe('retrying', () => {
  test.each(['40001', '40P01'])(
    'two transactions that met (%s) are tried again at once, five times in all',
    async (code) => {
      const fourTimes = failing(forEver(sqlError(code)).slice(0, 4))
      expect(await retrying(fourTimes.attempt, world(0.5))).toBe('done')

      const always = failing(forEver(sqlError(code)))
      await expect(retrying(always.attempt, world(0.5))).rejects.toMatchObject({
        name: 'CodedError',
        code: 'unavailable',
      })
      expect(always.tries()).toBe(5)
    },
  )

  test.each([
    ['a connection without a code', lost()],
    ['08006', sqlError('08006')],
    ['08000', sqlError('08000')],
    ['57P01', sqlError('57P01')],
    ['57P03', sqlError('57P03')],
    ['25006', sqlError('25006')],
    ['53300', sqlError('53300')],
    ['an unknown outcome', sqlError('XX000', 'could not commit transaction on any active node')],
  ])('a lost database (%s) is waited for half a minute, then it is unavailable', async (_what, error) => {
    const sometime = failing(forEver(error).slice(0, 12))
    expect(await retrying(sometime.attempt, world(0.9))).toBe('done')

    const gone = world(0.9)
    await expect(retrying(failing(forEver(error)).attempt, gone)).rejects.toMatchObject({
      code: 'unavailable',
      cause: error,
    })
    const waited = gone.pauses.reduce((sum, ms) => sum + ms, 0)
    expect(waited).toBeGreaterThan(25_000)
    expect(waited).toBeLessThanOrEqual(30_000)
  })

  test.each([
    ['a mistake of the program', new TypeError('x is not a function')],
    ['a taken key', sqlError('23505')],
    ['another internal error', sqlError('XX000', 'cache lookup failed')],
    ['a full queue', new CodedError('busy')],
  ])('%s is not tried again, and stays itself', async (_what, error) => {
    const once = failing(forEver(error))
    await expect(retrying(once.attempt, world(0.5))).rejects.toBe(error)
    expect(once.tries()).toBe(1)
  })

  test('a statement stopped for its length is not tried again, and is unavailable', async () => {
    const once = failing(forEver(sqlError('57014')))
    await expect(retrying(once.attempt, world(0.5))).rejects.toMatchObject({ code: 'unavailable' })
    expect(once.tries()).toBe(1)
  })

  test('pauses are any part of a growing delay, so that those who met do not meet again', async () => {
    const shortest = world(0)
    await retrying(failing(forEver(sqlError('40001')).slice(0, 4)).attempt, shortest)
    expect(shortest.pauses).toEqual([0, 0, 0, 0])

    const longest = world(1)
    await retrying(failing(forEver(sqlError('40001')).slice(0, 4)).attempt, longest)
    expect(longest.pauses).toEqual([40, 80, 160, 320])
  })
})

test('what passes with time has a code for whoever asked, and a mistake of the program has none', () => {
  expect(codedFailure(lost())).toMatchObject({ code: 'unavailable' })
  expect(codedFailure(sqlError('40001'))).toMatchObject({ code: 'unavailable', facts: { sqlstate: '40001' } })
  expect(codedFailure(sqlError('42703'))).toBeUndefined()
  expect(codedFailure(new Error('anything'))).toBeUndefined()
})
