import type { PendingOp } from '../../domain/sync/pending-op.ts'
import type { CoopDatabase } from './database.ts'
import type { LocalConflict } from './local-conflict.ts'

/**
 * How a report stands, the most pressing first: refused by the server, two versions to choose from, not on the server
 * yet, on the server.
 */
export const reportMarks = ['to-correct', 'two-versions', 'on-device', 'sent'] as const
export type ReportMark = (typeof reportMarks)[number]

export function markOf(ops: readonly PendingOp[], conflicts: readonly LocalConflict[]): ReportMark {
  if (ops.some((op) => op.rejected)) return 'to-correct'
  if (conflicts.length > 0) return 'two-versions'
  return ops.length > 0 ? 'on-device' : 'sent'
}

/** Marks of the reports of which there is something to say, by the id of each: all others are on the server. */
export async function marksHere(db: CoopDatabase): Promise<ReadonlyMap<string, ReportMark>> {
  const [ops, conflicts] = await Promise.all([db.outbox.toArray(), db.conflict.toArray()])
  const marks = new Map<string, ReportMark>()
  for (const { id } of ops) marks.set(id, 'on-device')
  for (const { docId } of conflicts) marks.set(docId, 'two-versions')
  for (const { id, rejected } of ops) if (rejected) marks.set(id, 'to-correct')
  return marks
}
