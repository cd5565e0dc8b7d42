import { addToDigest, documentHash } from '../../../src/domain/sync/digest.ts'
import type { Store } from '../../../src/server/store/store.ts'
import type { Ledger } from './ledger.ts'

/** What the database holds of what devices were told; every figure but the first four is 0 where nothing is wrong. */
export interface Left {
  readonly acknowledged: number
  /** Of these, how many had been committed before their first answer was lost. */
  readonly answeredAgain: number
  /** Pushes that were being answered at the moment of a kill. */
  readonly interrupted: number
  /** Pushes that had to be sent again; over a PostgreSQL that comes back, the server itself tries again. */
  readonly unanswered: number
  /** Acknowledged, and without a row of history or of decision. */
  readonly missing: number
  readonly twice: number
  /** In the history, though nobody was ever told so. */
  readonly unheard: number
  /** Documents whose value or revision isn't the last one that was acknowledged. */
  readonly stale: number
  /** Documents whose revisions have a hole, or aren't those of their history (I10). */
  readonly holes: number
  /** Numbers of a scope told for two ops, or beyond its counter (I4). */
  readonly numbersReused: number
  readonly wrongDigests: number
}

type Tables = Awaited<ReturnType<typeof readTables>>

export async function whatIsLeft(store: Store, ledger: Ledger): Promise<Left> {
  const tables = await readTables(store)
  const { acknowledged, interrupted, unanswered } = ledger
  const told = new Set<string>(acknowledged.map(({ opId }) => opId))
  const written = tables.history.flatMap(({ op_id }) => op_id ?? [])
  const kept = new Set(written)
  const decided = new Set(tables.decisions.map(({ op_id }) => op_id))
  return {
    acknowledged: acknowledged.length,
    answeredAgain: acknowledged.filter(({ again }) => again).length,
    interrupted,
    unanswered,
    missing: [...told].filter((opId) => !kept.has(opId) || !decided.has(opId)).length,
    twice: written.length - kept.size,
    unheard: written.filter((opId) => !told.has(opId)).length,
    stale: staleOf(tables, ledger),
    holes: holesOf(tables),
    numbersReused: numbersReusedOf(tables, ledger),
    wrongDigests: tables.scopes.filter((scope) => scope.digest !== digestOf(tables, scope.scope_id)).length,
  }
}

async function readTables({ db }: Store) {
  const [documents, history, decisions, scopes] = await Promise.all([
    db.selectFrom('doc').selectAll().execute(),
    db.selectFrom('doc_history').selectAll().execute(),
    db.selectFrom('sync_op').selectAll().execute(),
    db.selectFrom('sync_scope').selectAll().execute(),
  ])
  return { documents, history, decisions, scopes }
}

function staleOf({ documents }: Tables, { acknowledged }: Ledger): number {
  const last = new Map(acknowledged.map((op) => [String(op.id), op]))
  const found = new Map(documents.map((document) => [document.id, document]))
  return [...last].filter(([id, { minutes, rev }]) => {
    const document = found.get(id)
    // A body is the JSON of a report.
    const body = document?.body as { minutes?: number } | undefined
    return document?.rev !== rev || body?.minutes !== minutes
  }).length
}

function holesOf({ documents, history }: Tables): number {
  const revisions = new Map<string, number[]>()
  for (const { id, rev } of history) revisions.set(id, [...(revisions.get(id) ?? []), rev])
  return documents.filter(({ id, rev }) => {
    const found = (revisions.get(id) ?? []).sort((a, b) => a - b)
    return found.length !== rev || found.some((each, index) => each !== index + 1)
  }).length
}

function numbersReusedOf({ scopes }: Tables, { acknowledged }: Ledger): number {
  const firstTold = acknowledged.filter(({ again }) => !again)
  const numbers = firstTold.map(({ scope, seq }) => `${scope} ${seq}`)
  const counters = new Map(scopes.map(({ scope_id, seq }) => [scope_id, seq]))
  const beyond = acknowledged.filter(({ scope, seq }) => seq > (counters.get(scope) ?? 0))
  return numbers.length - new Set(numbers).size + beyond.length
}

function digestOf({ documents }: Tables, scope: string): string {
  const own = documents.filter(({ scope_id }) => scope_id === scope)
  return String(own.reduce((sum, { id, rev, state }) => addToDigest(sum, documentHash(id, rev, state)), 0n))
}
