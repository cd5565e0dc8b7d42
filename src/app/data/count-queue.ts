import type { CoopDatabase } from './database.ts'

/** What waits on the device: in all, and by scope, so that an employer is told of its own. */
export interface QueueCounts {
  readonly queued: number
  readonly queuedByScope: Record<string, number>
}

/** Read from the index alone: no op is. */
export async function countQueue(db: CoopDatabase): Promise<QueueCounts> {
  // The keys of this index are pairs of a scope and a document's id (`database.ts`).
  const keys = (await db.outbox.orderBy('[scope+id]').keys()) as unknown as readonly [string, string][]
  const queuedByScope: Record<string, number> = {}
  for (const [scope] of keys) queuedByScope[scope] = (queuedByScope[scope] ?? 0) + 1
  return { queued: keys.length, queuedByScope }
}
