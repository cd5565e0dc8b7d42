import type { CalendarDay } from '../../domain/calendar-day.ts'
import {
  documentIdSchema,
  scopeIdSchema,
  type DocumentId,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import type { Db } from './tables.ts'

export type Post = 'advisor' | 'coordinator'

/** The scopes of a person at a structure: one for each post. */
export async function scopesOf(
  db: Db,
  person: PersonId,
  structure: StructureId,
): Promise<{ scope: ScopeId; role: Post }[]> {
  const rows = await db
    .selectFrom('assignment')
    .select(['scope_id', 'role'])
    .where('person_id', '=', person)
    .where('structure_id', '=', structure)
    .execute()
  return rows.map((row) => ({ scope: scopeIdSchema.parse(row.scope_id), role: row.role }))
}

/** Makes an assignment: a scope, its counter and its author's right to write (sync.md 3.1). */
export async function createAssignment(
  db: Db,
  assignment: { scope: ScopeId; person: PersonId; structure: StructureId; role: Post },
): Promise<void> {
  const { scope, person, structure, role } = assignment
  await db
    .insertInto('assignment')
    .values({ scope_id: scope, person_id: person, structure_id: structure, role })
    .execute()
  await db.insertInto('sync_scope').values({ scope_id: scope, kind: role }).execute()
  await db.insertInto('sync_grant').values({ scope_id: scope, user_id: person, can_write: true }).execute()
}

/** Adds a contract, or changes the end of the one that starts that day; says whether it is new. */
export async function putContract(
  db: Db,
  contract: { scope: ScopeId; id: string; starts: CalendarDay; ends: CalendarDay | null },
): Promise<boolean> {
  const { scope, id, starts, ends } = contract
  const known = await db
    .updateTable('contract')
    .set({ ends })
    .where('scope_id', '=', scope)
    .where('starts', '=', starts)
    .returning('contract_id')
    .executeTakeFirst()
  if (known) return false
  await db.insertInto('contract').values({ scope_id: scope, contract_id: id, starts, ends }).execute()
  return true
}

/** Which of these documents a scope already has, in whatever state. */
export async function documentsIn(
  db: Db,
  scope: ScopeId,
  ids: readonly DocumentId[],
): Promise<Set<DocumentId>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('doc')
    .select('id')
    .where('scope_id', '=', scope)
    .where('id', 'in', ids)
    .execute()
  return new Set(rows.map((row) => documentIdSchema.parse(row.id)))
}
