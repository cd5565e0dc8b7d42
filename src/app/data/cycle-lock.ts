import type { PersonId } from '../../domain/ids.ts'

/**
 * Runs a cycle unless another tab, or the service worker, is at it: then 'busy'. Held for one cycle only, since a held
 * lock keeps pages out of the bfcache (P19). Without Web Locks it runs at once: the lock spares work, it guards nothing
 * (I24).
 */
export async function withCycleLock<T>(
  person: PersonId,
  run: () => Promise<T>,
  locks: LockManager | undefined = globalThis.navigator?.locks,
): Promise<T | 'busy'> {
  if (!locks) return run()
  return locks.request(`sync-${person}`, { ifAvailable: true }, (lock) => (lock ? run() : 'busy'))
}
