import type { DocumentId, OpId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import type { Report } from '../../domain/report/report.ts'
import { withFields } from '../../domain/sync/fields.ts'
import type { PendingOp } from '../../domain/sync/pending-op.ts'
import type { CoopDatabase } from './database.ts'
import { listOrphans } from './orphans.ts'
import { reportIn } from '../../domain/report/report-in.ts'
import { readScopeNews } from './scope-news.ts'

/** A document with something that was never sent, of a scope that isn't the person's any more. */
export interface KeptDocument {
  readonly id: DocumentId
  readonly collection: string
  /** Of a report that was typed whole here; of an edit, only what was changed is left. */
  readonly report: Report | undefined
  readonly isDelete: boolean
}

export interface KeptScope {
  readonly scope: ScopeId
  /** Name of the structure; empty where it isn't known here any more. */
  readonly label: string
  readonly documents: readonly KeptDocument[]
}

/** What is kept aside, by scope, the oldest save first (I15). */
export async function keptAside(db: CoopDatabase): Promise<KeptScope[]> {
  return db.transaction('r', [db.orphan, db.meta], async () => {
    const [ops, news] = await Promise.all([listOrphans(db), readScopeNews(db)])
    const scopes = [...new Set(ops.map(({ scope }) => scope))]
    return scopes.map((scope) => ({
      scope,
      label: news.find((one) => one.scope === scope)?.label ?? '',
      documents: documentsOf(ops.filter((op) => op.scope === scope)),
    }))
  })
}

function documentsOf(ops: readonly PendingOp[]): KeptDocument[] {
  const ids = [...new Set(ops.map(({ id }) => id))]
  return ids.flatMap((id) => {
    const own = ops.filter((op) => op.id === id)
    const [first] = own
    if (!first) return []
    const isWhole = first.kind === 'put' && first.baseRev === 0
    const body = own.reduce<JsonObject>((whole, op) => withFields(whole, op.set), {})
    const report = first.collection === 'report' && isWhole ? reportIn(body) : undefined
    return [{ id, collection: first.collection, report, isDelete: own.at(-1)?.kind === 'delete' }]
  })
}

/** Gives up what was kept aside of a scope: the person has it elsewhere, or has no need of it. It can't be undone. */
export async function giveUpKept(db: CoopDatabase, scope: ScopeId): Promise<void> {
  const ids: OpId[] = await db.orphan.where('scope').equals(scope).primaryKeys()
  await db.orphan.bulkDelete(ids)
}
