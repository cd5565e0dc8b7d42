import type { ScopeId } from '../../domain/ids.ts'
import { countedChanges, countedHeads, type CountedHead } from '../store/counted-changes.ts'
import type { Store } from '../store/store.ts'
import { retriedRead } from '../store/transaction.ts'
import type { ColumnarCopy } from './columnar-copy.ts'
import { afterChanges, emptyScope, unpackScope, type CopiedScope } from './copied-scope.ts'
import type { MovedScope } from './moved-part.ts'
import { scopeChanges, writeChanges } from './write-scopes.ts'

/** How many scopes are taken at a time, each whole: what they hold is in memory meanwhile. */
const wholeAtATime = 10
/** How many of which the copy has most: a writing costs more than what is written. */
const knownAtATime = 50

/** Takes everything that changed since the last time into the copy. Answers how many scopes had moved. */
export async function catchUp(store: Store, copy: ColumnarCopy): Promise<number> {
  const heads = await retriedRead(store, countedHeads)
  const moved = heads.filter((head) => hasMoved(copy, head))
  const atATime = moved.every(({ scope }) => copy.scopes.has(scope)) ? knownAtATime : wholeAtATime
  let next = readSome(store, copy, moved.slice(0, atATime))
  let written = Promise.resolve()
  try {
    for (let from = 0; from < moved.length; from += atATime) {
      const some = await next
      // The database reads the next ones while these are counted, and the copy's engine keeps the ones before.
      next = heardLater(readSome(store, copy, moved.slice(from + atATime, from + 2 * atATime)))
      const changes = scopeChanges(copy, some)
      await written
      written = heardLater(writeChanges(copy, changes))
    }
    await written
  } finally {
    // Where one fails, nothing of the others is still under way when that is told.
    await Promise.allSettled([next, written])
  }
  return moved.length
}

/** Something under way whose failure is heard when it is waited for, and until then is no failure that nobody hears of. */
function heardLater<T>(underWay: Promise<T>): Promise<T> {
  underWay.catch(() => undefined)
  return underWay
}

/** A structure that moves takes with it what has no place of its own. */
function hasMoved(copy: ColumnarCopy, { scope, seq, commune }: CountedHead): boolean {
  const known = copy.scopes.get(scope)
  return known?.seq !== seq || known.commune !== commune
}

/** What was purged since the last time is not told of any more: then the scope is read whole. */
async function readSome(
  store: Store,
  copy: ColumnarCopy,
  heads: readonly CountedHead[],
): Promise<MovedScope[]> {
  if (heads.length === 0) return []
  const copied = await copiedScopes(copy, heads)
  const some = heads.map(({ scope, horizon, commune }) => {
    const before = copied.get(scope) ?? emptyScope(scope)
    return { scope, commune, before, from: before.seq < horizon ? emptyScope(scope) : before }
  })
  const asked = some.map(({ scope, from }) => ({ scope, after: from.seq }))
  const found = await retriedRead(store, (db) => countedChanges(db, asked))
  return some.map(({ scope, commune, before, from }) => {
    const { seq = from.seq, changes = [] } = found.get(scope) ?? {}
    return { before, after: afterChanges(from, changes, { seq, commune }) }
  })
}

/** Scopes as the copy has them: those that it has. */
async function copiedScopes(
  { writer, scopes }: ColumnarCopy,
  heads: readonly CountedHead[],
): Promise<ReadonlyMap<ScopeId, CopiedScope>> {
  const known = new Map(
    heads.flatMap(({ scope }) => {
      const one = scopes.get(scope)
      return one ? [[one.n, { scope, ...one }] as const] : []
    }),
  )
  if (known.size === 0) return new Map()
  const answer = await writer.runAndReadAll(
    `select n, texts, numbers from scope where n in (${[...known.keys()].join(', ')})`,
  )
  return new Map(
    answer.getRowsJS().map(([n, texts, numbers]) => {
      const one = typeof n === 'number' ? known.get(n) : undefined
      if (!one || typeof texts !== 'string' || !(numbers instanceof Uint8Array))
        throw new Error('The copy holds a scope otherwise than it was written')
      return [one.scope, unpackScope(one, { texts, numbers })]
    }),
  )
}
