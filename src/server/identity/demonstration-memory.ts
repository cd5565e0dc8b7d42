import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

interface Kept {
  readonly payload: AdapterPayload
  readonly until: number
}

/** What the demonstration issuer remembers: nothing outlives the process. */
export function demonstrationMemory(now: () => number): AdapterFactory {
  const kept = new Map<string, Kept>()
  return (model) => memoryOf(model, kept, now)
}

function memoryOf(model: string, kept: Map<string, Kept>, now: () => number): Adapter {
  const keyOf = (id: string) => `${model} ${id}`
  const live = (found: Kept | undefined) => (found && found.until > now() ? found.payload : undefined)
  const firstOf = (matches: (payload: AdapterPayload) => boolean) => {
    const mine = [...kept].filter(([key]) => key.startsWith(keyOf('')))
    return live(mine.map(([, found]) => found).find(({ payload }) => matches(payload)))
  }
  return {
    async upsert(id, payload, seconds) {
      for (const [key, { until }] of kept) if (until <= now()) kept.delete(key)
      kept.set(keyOf(id), { payload, until: seconds === undefined ? Infinity : now() + seconds * 1000 })
    },
    async find(id) {
      return live(kept.get(keyOf(id)))
    },
    async findByUid(uid) {
      return firstOf((payload) => payload.uid === uid)
    },
    async findByUserCode(userCode) {
      return firstOf((payload) => payload.userCode === userCode)
    },
    async consume(id) {
      const found = kept.get(keyOf(id))
      if (found) found.payload.consumed = Math.floor(now() / 1000)
    },
    async destroy(id) {
      kept.delete(keyOf(id))
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
    },
  }
}
