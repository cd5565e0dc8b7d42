import { describe, expect, test, vi } from 'vitest'
import { withCycleLock } from '../../../src/app/data/cycle-lock.ts'
import { openTabChannel } from '../../../src/app/data/tab-channel.ts'
import { aPersonId } from '../../builders/an-id.ts'

const awa = aPersonId()

/** Web Locks of one browser: a name is held by one at a time. */
function webLocks(): LockManager {
  const held = new Set<string>()
  const request = async (name: string, _options: object, run: (lock: object | null) => Promise<unknown>) => {
    if (held.has(name)) return run(null)
    held.add(name)
    try {
      return await run({ name })
    } finally {
      held.delete(name)
    }
  }
  // Only `request` with `ifAvailable` is used.
  return { request } as never
}

describe('the lock of a cycle (P19)', () => {
  test('one tab syncs at a time, each person apart, and nothing is held between cycles', async () => {
    const locks = webLocks()
    let end = () => undefined as void
    const first = withCycleLock(
      awa,
      () => new Promise<string>((resolve) => (end = () => resolve('first'))),
      locks,
    )
    expect(await withCycleLock(awa, () => Promise.resolve('second'), locks)).toBe('busy')
    expect(await withCycleLock(aPersonId(), () => Promise.resolve('other'), locks)).toBe('other')
    end()
    expect(await first).toBe('first')
    expect(await withCycleLock(awa, () => Promise.resolve('third'), locks)).toBe('third')
  })

  test('is free again after a cycle that failed', async () => {
    const locks = webLocks()
    await expect(withCycleLock(awa, () => Promise.reject(new Error('no')), locks)).rejects.toThrow('no')
    expect(await withCycleLock(awa, () => Promise.resolve('next'), locks)).toBe('next')
  })

  test('where browsers have none, the cycle runs', async () => {
    expect(await withCycleLock(awa, () => Promise.resolve('ran'), undefined)).toBe('ran')
  })
})

describe('what tabs tell each other', () => {
  test('I16 is heard by the tabs of the same person, and by them alone', async () => {
    const [same, other] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const channels = [
      openTabChannel(awa, same),
      openTabChannel(aPersonId(), other),
      openTabChannel(awa, () => undefined),
    ]
    channels[2]?.post({ kind: 'work' })
    await vi.waitFor(() => expect(same).toHaveBeenCalledWith({ kind: 'work' }))
    expect(other).not.toHaveBeenCalled()
    for (const channel of channels) channel.close()
  })

  test('of another version is let pass', async () => {
    const heard = vi.fn<(message: unknown) => void>()
    const channel = openTabChannel(awa, heard)
    const stranger = new BroadcastChannel(`espace-coop:${awa}`)
    for (const message of ['hello', { kind: 'dance' }, { kind: 'work' }]) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
      stranger.postMessage(message)
    }
    await vi.waitFor(() => expect(heard).toHaveBeenCalled())
    expect(heard.mock.calls).toEqual([[{ kind: 'work' }]])
    channel.close()
    stranger.close()
  })
})
