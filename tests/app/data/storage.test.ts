import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { canKeepData } from '../../../src/app/data/private-mode.ts'
import {
  askForPersistence,
  persistenceState,
  storageEstimate,
} from '../../../src/app/data/storage-persistence.ts'

const month = 30 * 86_400_000

function browserStorage(parts: Partial<StorageManager>): void {
  vi.stubGlobal('navigator', { storage: parts })
}

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('persistent storage (P15)', () => {
  test('is asked for once, and again after thirty days', async () => {
    const persist = vi.fn<() => Promise<boolean>>().mockResolvedValue(false)
    browserStorage({ persist, persisted: () => Promise.resolve(false) })
    expect(await askForPersistence(() => month * 700)).toBe('best-effort')
    await askForPersistence(() => month * 700 + month - 1)
    expect(persist).toHaveBeenCalledTimes(1)
    await askForPersistence(() => month * 701)
    expect(persist).toHaveBeenCalledTimes(2)
  })

  test('is asked for again after a clock that was years ahead', async () => {
    const persist = vi.fn<() => Promise<boolean>>().mockResolvedValue(true)
    browserStorage({ persist, persisted: () => Promise.resolve(false) })
    await askForPersistence(() => month * 900)
    expect(await askForPersistence(() => month * 700)).toBe('persisted')
    expect(persist).toHaveBeenCalledTimes(2)
  })

  test('is not asked for where it is given, or where the browser has none', async () => {
    const persist = vi.fn<() => Promise<boolean>>()
    browserStorage({ persist, persisted: () => Promise.resolve(true) })
    expect(await askForPersistence()).toBe('persisted')
    expect(persist).not.toHaveBeenCalled()
    vi.stubGlobal('navigator', {})
    expect(await askForPersistence()).toBe('unsupported')
  })

  test('a browser that fails to say is one that promises nothing', async () => {
    browserStorage({ persisted: () => Promise.reject(new Error('no')) })
    expect(await persistenceState()).toBe('best-effort')
  })
})

describe('room (P16)', () => {
  test('is nearly gone past four fifths', async () => {
    browserStorage({ estimate: () => Promise.resolve({ usage: 81, quota: 100 }) })
    expect(await storageEstimate()).toEqual({ usage: 81, quota: 100, nearlyFull: true })
    browserStorage({ estimate: () => Promise.resolve({ usage: 80, quota: 100 }) })
    expect((await storageEstimate()).nearlyFull).toBe(false)
  })

  test('is unknown where the browser doesn’t say', async () => {
    vi.stubGlobal('navigator', {})
    expect(await storageEstimate()).toEqual({ usage: null, quota: null, nearlyFull: false })
  })
})

describe('a browser that keeps nothing (P39)', () => {
  test('is told from one that does', async () => {
    expect(await canKeepData()).toBe(true)
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('private', 'InvalidStateError')
    })
    expect(await canKeepData()).toBe(false)
  })
})
