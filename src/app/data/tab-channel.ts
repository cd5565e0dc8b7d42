import type { PersonId } from '../../domain/ids.ts'

/** What tabs of one person tell each other. */
export type TabMessage =
  /** There is something to send and another tab is syncing: go once more. */
  | { kind: 'work' }
  /** The database is about to be upgraded or deleted: close it. */
  | { kind: 'close-database' }

export interface TabChannel {
  post(message: TabMessage): void
  close(): void
}

/** A channel to the other tabs of the same person; where browsers have none, nobody hears. */
export function openTabChannel(person: PersonId, onMessage: (message: TabMessage) => void): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(`espace-coop:${person}`)
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isTabMessage(event.data)) onMessage(event.data)
  })
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}

/** A tab of another version may say other things. */
function isTabMessage(value: unknown): value is TabMessage {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  return value.kind === 'work' || value.kind === 'close-database'
}
