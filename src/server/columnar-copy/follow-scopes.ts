import type { ScopeId } from '../../domain/ids.ts'
import { countedHeads, type CountedHead } from '../store/counted-changes.ts'
import type { Store } from '../store/store.ts'
import { retriedRead } from '../store/transaction.ts'
import type { ColumnarCopy } from './columnar-copy.ts'
import { emptyScope, unpackScope, type CopiedScope } from './copied-scope.ts'
import type { MovedScope } from './moved-part.ts'
import { readMoved, readWhole, type WholeScope } from './read-scopes.ts'
import type { WholeReader } from './reading-thread.ts'
import { scopeChanges, writeChanges } from './write-scopes.ts'

/** How many scopes are taken at a time, each whole: what they hold is in memory meanwhile. */
const wholeAtATime = 10
/** How many that the copy has: a writing costs more than what is written. */
const knownAtATime = 50
/** So many turns are read ahead: one is on its way from the database while another is made out. */
const readAhead = 2
/** As many whole scopes are read before a thread that reads them would be there. */
const fewWhole = 100

/**
 * Takes everything that changed since the last time into the copy. Answers how many scopes had moved.
 *
 * @param openReader of scopes that the copy hasn't, used where there are many; without it they are read in this thread
 */
export async function catchUp(
  store: Store,
  copy: ColumnarCopy,
  openReader?: () => WholeReader,
): Promise<number> {
  const heads = await retriedRead(store, countedHeads)
  const moved = heads.filter((head) => hasMoved(copy, head))
  const isKnown = ({ scope }: CountedHead) => copy.scopes.has(scope)
  const fresh = moved.filter((head) => !isKnown(head))
  await follow(copy, inTurns(moved.filter(isKnown), knownAtATime), (some) => readKnown(store, copy, some))
  const reader = fresh.length > fewWhole ? openReader?.() : undefined
  try {
    const read = (some: readonly CountedHead[]) => reader?.read(some) ?? readWhole(store, some)
    await follow(copy, inTurns(fresh, wholeAtATime), async (some) => (await read(some)).map(comesWhole))
  } finally {
    reader?.close()
  }
  return moved.length
}

/** The next ones are read while some are counted, and the copy's engine keeps the ones before. */
async function follow(
  copy: ColumnarCopy,
  turns: readonly (readonly CountedHead[])[],
  read: (some: readonly CountedHead[]) => Promise<MovedScope[]>,
): Promise<void> {
  const later = turns.values()
  const underWay: Promise<MovedScope[]>[] = []
  const readNext = () => {
    const { value: some } = later.next()
    if (some) underWay.push(heardLater(read(some)))
  }
  for (let ahead = 0; ahead < readAhead; ahead += 1) readNext()
  let written = Promise.resolve()
  try {
    for (let next = underWay.shift(); next; next = underWay.shift()) {
      const some = await next
      readNext()
      const changes = scopeChanges(copy, some)
      await written
      written = heardLater(writeChanges(copy, changes))
    }
    await written
  } finally {
    // Where one fails, nothing of the others is still under way when that is told.
    await Promise.allSettled([...underWay, written])
  }
}

function inTurns<T>(all: readonly T[], atATime: number): T[][] {
  const turns = Array.from({ length: Math.ceil(all.length / atATime) })
  return turns.map((_, turn) => all.slice(turn * atATime, (turn + 1) * atATime))
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

async function readKnown(
  store: Store,
  copy: ColumnarCopy,
  heads: readonly CountedHead[],
): Promise<MovedScope[]> {
  const copied = await copiedScopes(copy, heads)
  return readMoved(
    store,
    heads.map((head) => ({ head, before: copied.get(head.scope) ?? emptyScope(head.scope) })),
  )
}

/** As it was packed it will be stored. */
function comesWhole({ stored, ...head }: WholeScope): MovedScope {
  return { before: emptyScope(head.scope), after: unpackScope(head, stored), stored }
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
