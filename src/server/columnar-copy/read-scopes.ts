import { countedChanges, type CountedHead } from '../store/counted-changes.ts'
import type { Store } from '../store/store.ts'
import { retriedRead } from '../store/transaction.ts'
import { afterChanges, emptyScope, packScope, type CopiedScope, type StoredScope } from './copied-scope.ts'
import type { MovedScope } from './moved-part.ts'

/** A scope where it stands in the database, and as the copy has it. */
export interface ScopeToRead {
  readonly head: CountedHead
  readonly before: CopiedScope
}

/** What was purged since the last time is not told of any more: then the scope is read whole. */
export async function readMoved(store: Store, some: readonly ScopeToRead[]): Promise<MovedScope[]> {
  const all = some.map(({ head, before }) => ({
    head,
    before,
    from: before.seq < head.horizon ? emptyScope(head.scope) : before,
  }))
  const asked = all.map(({ from: { scope, seq } }) => ({ scope, after: seq }))
  const found = await retriedRead(store, (db) => countedChanges(db, asked))
  return all.map(({ head: { scope, commune }, before, from }) => {
    const { seq = from.seq, changes = [] } = found.get(scope) ?? {}
    return { before, after: afterChanges(from, changes, { seq, commune }) }
  })
}

/** A scope that the copy hasn't, packed as it will be stored. */
export interface WholeScope extends Pick<CopiedScope, 'scope' | 'seq' | 'commune'> {
  readonly stored: StoredScope
}

export async function readWhole(store: Store, heads: readonly CountedHead[]): Promise<WholeScope[]> {
  const moved = await readMoved(
    store,
    heads.map((head) => ({ head, before: emptyScope(head.scope) })),
  )
  return moved.map(({ after }) => {
    const { scope, seq, commune } = after
    return { scope, seq, commune, stored: packScope(after) }
  })
}
