import { describe, expect, test, vi } from 'vitest'
import { readTogether } from '../../../src/server/store/read-together.ts'

/** A reading that ends when the test says so. */
interface Reading {
  readonly keys: readonly string[]
  end(): void
  fail(error: Error): void
}

/** Numbers under words; 'nothing' is found under none. */
function aSource() {
  const readings: Reading[] = []
  const read = readTogether<string, number>(
    (keys) =>
      new Promise((resolve, reject) => {
        const found = keys.filter((key) => key !== 'nothing').map((key) => [key, key.length] as const)
        readings.push({ keys, end: () => resolve(new Map(found)), fail: reject })
      }),
  )
  return { read, readings, keysRead: () => readings.map(({ keys }) => keys) }
}

describe('what is asked for at the same time', () => {
  test('is read at once where nothing is under way', async () => {
    const { read, readings } = aSource()
    const answer = read(['one', 'nothing'])
    readings[0]?.end()
    expect(await answer).toEqual(new Map([['one', 3]]))
  })

  test('is read together while one is under way, each key once, as soon as that ends', async () => {
    const { read, readings, keysRead } = aSource()
    const asked = [read(['one']), read(['three']), read(['four', 'three']), read(['five'])]
    expect(keysRead()).toEqual([['one']])
    readings[0]?.end()
    await asked[0]
    expect(keysRead()).toEqual([['one'], ['three', 'four', 'five']])
    const late = read(['one'])
    readings[1]?.end()
    expect((await asked[2])?.get('three')).toBe(5)
    readings[2]?.end()
    expect((await late).get('one')).toBe(3)
  })

  test('is never answered by a reading that began before it was asked for', async () => {
    const { read, readings, keysRead } = aSource()
    const first = read(['one'])
    const again = read(['one'])
    expect(keysRead()).toEqual([['one']])
    readings[0]?.end()
    await first
    expect(keysRead()).toEqual([['one'], ['one']])
    readings[1]?.end()
    expect((await again).get('one')).toBe(3)
  })

  test('does not wait for ever for one that hangs', async () => {
    const { read, readings } = aSource()
    void read(['hangs'])
    const answer = read(['one'])
    await vi.waitFor(() => expect(readings).toHaveLength(2))
    readings[1]?.end()
    expect((await answer).get('one')).toBe(3)
  })

  test('fails for those alone whose reading failed, and what waits goes on', async () => {
    const { read, readings } = aSource()
    const [first, second] = [read(['one']), read(['two'])]
    readings[0]?.fail(new Error('lost'))
    await expect(first).rejects.toThrow('lost')
    readings[1]?.end()
    expect((await second).get('two')).toBe(3)
  })
})
