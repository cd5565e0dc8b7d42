import { calendarDaySchema } from '../../src/domain/calendar-day.ts'
import type { DocumentId, ScopeId } from '../../src/domain/ids.ts'
import type { JsonObject } from '../../src/domain/json.ts'
import type { CollectionName } from '../../src/domain/sync/op.ts'
import { cast } from '../../src/server/demonstration/cast.ts'
import { demonstrationAssignments } from '../../src/server/demonstration/demonstration-assignments.ts'
import { demonstrationPeople } from '../../src/server/demonstration/demonstration-people.ts'
import { writeDemonstrationPeople } from '../../src/server/store/demonstration-people.ts'
import type { Store } from '../../src/server/store/store.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { writeServerDocuments } from '../../src/server/sync/write-server-document.ts'
import { beside } from './each-store.ts'
import { keptOnce } from './kept-world.ts'

/** The day on which the cast is planted: contracts began 23 and 24 months before. */
export const today = calendarDaySchema.parse('2026-11-23')

const assignments = demonstrationAssignments(today)

const castOnce = keptOnce(async (store) => {
  const people = demonstrationPeople(assignments)
  await inTransaction(store, (tx) => writeDemonstrationPeople(tx, people, '2024-11-01T08:00:00.000Z'))
})

/** Puts the cast of style.md into a store: people, structures, contracts, a team; no report. */
export function plantCast(store: Store): Promise<void> {
  return beside(() => castOnce(store))
}

/** The scope of one of the cast's advisors. */
export function scopeOf(advisor: 'awa' | 'bruno' | 'hugo'): ScopeId {
  const assignment = assignments.find(({ key }) => key === advisor)
  if (!assignment) throw new Error(`${advisor} has no assignment`)
  return assignment.scope
}

interface Planted {
  readonly id: DocumentId
  readonly body: JsonObject
  readonly collection?: CollectionName
}

/** A document in an advisor's scope, as if it had been sent. */
export function plantDocument(
  store: Store,
  advisor: 'awa' | 'bruno' | 'hugo',
  document: Planted,
): Promise<void> {
  return plantDocuments(store, advisor, [document])
}

/** Many, in one transaction: each of their own takes ten times as long. */
export async function plantDocuments(
  store: Store,
  advisor: 'awa' | 'bruno' | 'hugo',
  documents: readonly Planted[],
): Promise<void> {
  const written = documents.map(({ collection = 'report', ...document }) => ({
    ...document,
    collection,
    by: cast[advisor].id,
    at: '2026-11-20T09:00:00.000Z',
  }))
  await beside(() => inTransaction(store, (tx) => writeServerDocuments(tx, scopeOf(advisor), written)))
}

/** One for Awa, the next one for Bruno, and so on. */
export async function plantByTurns(store: Store, documents: readonly Planted[]): Promise<void> {
  for (const [turn, advisor] of (['awa', 'bruno'] as const).entries())
    await plantDocuments(
      store,
      advisor,
      documents.filter((_, index) => index % 2 === turn),
    )
}
