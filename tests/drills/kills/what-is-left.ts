import type { Store } from '../../../src/server/store/store.ts'
import { holesOf, readTables, wrongDigestsOf, type StoredTables } from '../stored-tables.ts'
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
    wrongDigests: wrongDigestsOf(tables),
  }
}

function staleOf({ documents }: StoredTables, { acknowledged }: Ledger): number {
  const last = new Map(acknowledged.map((op) => [String(op.id), op]))
  const found = new Map(documents.map((document) => [document.id, document]))
  return [...last].filter(([id, { minutes, rev }]) => {
    const document = found.get(id)
    // A body is the JSON of a report.
    const body = document?.body as { minutes?: number } | undefined
    return document?.rev !== rev || body?.minutes !== minutes
  }).length
}

function numbersReusedOf({ scopes }: StoredTables, { acknowledged }: Ledger): number {
  const firstTold = acknowledged.filter(({ again }) => !again)
  const numbers = firstTold.map(({ scope, seq }) => `${scope} ${seq}`)
  const counters = new Map(scopes.map(({ scope_id, seq }) => [scope_id, seq]))
  const beyond = acknowledged.filter(({ scope, seq }) => seq > (counters.get(scope) ?? 0))
  return numbers.length - new Set(numbers).size + beyond.length
}
