import type { ScopeId } from '../../domain/ids.ts'
import { countedChanges, countedHeads, type CountedHead } from '../store/counted-changes.ts'
import type { Store } from '../store/store.ts'
import { retriedRead } from '../store/transaction.ts'
import { type ColumnarCopy } from './columnar-copy.ts'
import { afterChanges, emptyScope, unpackScope, type CopiedScope } from './copied-scope.ts'
import { writeScopes, type MovedScope } from './write-scopes.ts'

/** How many scopes are taken at a time: what they hold is in memory meanwhile. */
const scopesAtATime = 50

/** Takes everything that changed since the last time into the copy. Answers how many scopes had moved. */
export async function catchUp(store: Store, copy: ColumnarCopy): Promise<number> {
  const heads = await retriedRead(store, countedHeads)
  const moved = heads.filter((head) => hasMoved(copy, head))
  let next = readSome(store, copy, moved.slice(0, scopesAtATime))
  for (let from = 0; from < moved.length; from += scopesAtATime) {
    const some = await next
    // The database reads the next ones while these are counted and written.
    next = readSome(store, copy, moved.slice(from + scopesAtATime, from + 2 * scopesAtATime))
    // Whoever waits for it hears of it; if these can't be written, nobody does.
    next.catch(() => undefined)
    await writeScopes(copy, some)
  }
  await next
  return moved.length
}

async function readSome(
  store: Store,
  copy: ColumnarCopy,
  heads: readonly CountedHead[],
): Promise<MovedScope[]> {
  const some: MovedScope[] = []
  for (const head of heads) some.push(await readMoved(store, copy, head))
  return some
}

/** A structure that moves takes with it what has no place of its own. */
function hasMoved(copy: ColumnarCopy, { scope, seq, commune }: CountedHead): boolean {
  const known = copy.scopes.get(scope)
  return known?.seq !== seq || known.commune !== commune
}

/** What was purged since the last time is not told of any more: then the scope is read whole. */
async function readMoved(store: Store, copy: ColumnarCopy, head: CountedHead): Promise<MovedScope> {
  const { scope, horizon, commune } = head
  const before = await copiedScope(copy, scope)
  const isBehind = before.seq < horizon
  const from = isBehind ? emptyScope(scope) : before
  const { seq, changes } = await retriedRead(store, (db) => countedChanges(db, scope, from.seq))
  return { before, after: afterChanges(from, changes, { seq, commune }) }
}

/** A scope as the copy has it. */
async function copiedScope({ writer, scopes }: ColumnarCopy, scope: ScopeId): Promise<CopiedScope> {
  const known = scopes.get(scope)
  if (!known) return emptyScope(scope)
  const answer = await writer.runAndReadAll(`select texts, numbers from scope where n = ${known.n}`)
  const [row] = answer.getRowsJS()
  if (!row) return emptyScope(scope)
  const [texts, numbers] = row
  if (typeof texts !== 'string' || !(numbers instanceof Uint8Array))
    throw new Error('The copy holds a scope otherwise than it was written')
  return unpackScope({ scope, ...known }, { texts, numbers })
}
