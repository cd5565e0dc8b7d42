import { addToDigest, documentHash } from '../../src/domain/sync/digest.ts'
import type { Store } from '../../src/server/store/store.ts'

/** What a server's tables hold of everything that travels. */
export type StoredTables = Awaited<ReturnType<typeof readTables>>

export async function readTables({ db }: Pick<Store, 'db'>) {
  const [documents, history, conflicts, decisions, scopes, grants] = await Promise.all([
    db.selectFrom('doc').selectAll().execute(),
    db.selectFrom('doc_history').selectAll().execute(),
    db.selectFrom('doc_conflict').selectAll().execute(),
    db.selectFrom('sync_op').selectAll().execute(),
    db.selectFrom('sync_scope').selectAll().execute(),
    db.selectFrom('sync_grant').selectAll().execute(),
  ])
  return { documents, history, conflicts, decisions, scopes, grants }
}

/** Documents whose revisions have a hole, or aren't those of their history (I10). */
export function holesOf({ documents, history }: StoredTables): number {
  const revisions = new Map<string, number[]>()
  for (const { id, rev } of history) revisions.set(id, [...(revisions.get(id) ?? []), rev])
  return documents.filter(({ id, rev }) => {
    const found = (revisions.get(id) ?? []).sort((a, b) => a - b)
    return found.length !== rev || found.some((each, index) => each !== index + 1)
  }).length
}

/** Scopes whose digest isn't the sum of their documents (sync.md 3.6). */
export function wrongDigestsOf({ documents, scopes }: StoredTables): number {
  const sums = new Map<string, bigint>()
  for (const { scope_id, id, rev, state } of documents)
    sums.set(scope_id, addToDigest(sums.get(scope_id) ?? 0n, documentHash(id, rev, state)))
  return scopes.filter(({ scope_id, digest }) => digest !== String(sums.get(scope_id) ?? 0n)).length
}
