/** Whether the browser has promised not to clear this origin by itself (P15). */
export type PersistenceState = 'persisted' | 'best-effort' | 'unsupported'

const askedAtKey = 'espace-coop:persistence-asked-at'
const askAgainAfterMs = 30 * 86_400_000

/**
 * Asks the browser to keep what is stored. To be called in a gesture of the person, after a save; asks at most every
 * 30 days. Never rejects: nothing is lost by a refusal.
 */
export async function askForPersistence(now: () => number = Date.now): Promise<PersistenceState> {
  const state = await persistenceState()
  if (state !== 'best-effort') return state
  const askedAt = Number(localStorage.getItem(askedAtKey) ?? 0)
  // A clock that was ahead and is right again must not silence the question for years.
  if (now() - askedAt < askAgainAfterMs && askedAt <= now()) return state
  localStorage.setItem(askedAtKey, String(now()))
  const granted = await navigator.storage.persist().catch(() => false)
  return granted ? 'persisted' : 'best-effort'
}

export async function persistenceState(): Promise<PersistenceState> {
  if (!('storage' in navigator) || !('persisted' in navigator.storage)) return 'unsupported'
  const persisted = await navigator.storage.persisted().catch(() => false)
  return persisted ? 'persisted' : 'best-effort'
}

export interface StorageEstimate {
  /** Bytes; null where the browser doesn't say. */
  usage: number | null
  quota: number | null
  /** More than four fifths are used: time to warn (P16). */
  nearlyFull: boolean
}

export async function storageEstimate(): Promise<StorageEstimate> {
  if (!('storage' in navigator) || !('estimate' in navigator.storage)) return unknownEstimate
  const { usage, quota } = await navigator.storage.estimate().catch((): StorageManagerEstimate => ({}))
  if (usage === undefined || quota === undefined) return unknownEstimate
  return { usage, quota, nearlyFull: usage > quota * 0.8 }
}

/** What browsers answer: either may be missing. */
interface StorageManagerEstimate {
  usage?: number
  quota?: number
}

const unknownEstimate: StorageEstimate = { usage: null, quota: null, nearlyFull: false }
