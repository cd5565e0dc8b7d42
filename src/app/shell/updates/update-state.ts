/**
 * Where an update stands, in this tab:
 * - none: nothing newer is known;
 * - ready: a newer build waits for the person's agreement;
 * - stale: the newer build serves the origin already (another tab agreed); this tab reloads as soon as no form is open.
 */
export type UpdatePhase =
  { kind: 'none' } | { kind: 'ready'; take: () => void } | { kind: 'stale'; reload: () => void }

let phase: UpdatePhase = { kind: 'none' }
let lastCheckError: unknown
const listeners = new Set<() => void>()

/** State outside React: the service worker's events come whether or not a component listens. */
export const updateState = {
  current: (): UpdatePhase => phase,
  lastCheckError: (): unknown => lastCheckError,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  becomesReady(take: () => void): void {
    change({ kind: 'ready', take })
  },
  becomesStale(reload: () => void): void {
    change({ kind: 'stale', reload })
  },
  checkFailed(error: unknown): void {
    lastCheckError = error
  },
}

function change(next: UpdatePhase): void {
  phase = next
  for (const listener of listeners) listener()
}
