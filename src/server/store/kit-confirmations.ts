import { sql } from 'kysely'
import type { SaidKitFact } from '../../domain/access/kit-on-the-wire.ts'
import { confirmedKitFact } from '../../domain/commitments/kit/confirmed-kit-fact.ts'
import type { KitFact } from '../../domain/commitments/kit/kit-fact.ts'
import {
  documentIdSchema,
  personIdSchema,
  scopeIdSchema,
  structureIdSchema,
  type DocumentId,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import { askedStructures, type AskedStructures } from './asked-structures.ts'
import type { Db } from './tables.ts'

/*
 * What advisors say of their kit from their devices: documents of their scopes (decision 017). Each is read as the fact
 * that it is; one that was taken back is none.
 */

interface Row {
  id: string
  scope: string
  body: unknown
  by_name: string
}

/** Of a document `d`: whether it says something of a kit. */
const isOfKit = sql`d.collection = 'confirmation' and d.state = 'live' and d.body ->> 'about' = 'kit'`
const isSize = sql`d.body ->> 'kind' = 'size'`

/** Of a document `d` that is no size: the fields that others may read. */
const toldOfKit = sql`jsonb_strip_nulls(jsonb_build_object('about', d.body -> 'about', 'kind', d.body -> 'kind',
  'day', d.body -> 'day', 'at', d.body -> 'at', 'item', d.body -> 'item', 'words', d.body -> 'words',
  'confirms', d.body -> 'confirms'))`
/** Of one that is: the same for who orders. */
const toldOfSize = sql`jsonb_build_object('about', d.body -> 'about', 'kind', d.body -> 'kind',
  'day', d.body -> 'day', 'at', d.body -> 'at', 'size', d.body -> 'size')`

/** Who says it: the advisor `w` whose scope it is. */
const byName = sql`coalesce(nullif(concat_ws(' ', w.given_name, w.family_name), ''), w.email) as by_name`

interface Question {
  readonly person: PersonId
  readonly structure: StructureId
}

/** Something said of a kit, and at which structure. */
export type StructureKitFact = SaidKitFact & { readonly structure: StructureId }

/** Of structures' advisors, without sizes: none for anybody who isn't a member while the query runs. */
export async function structureKitConfirmations(db: Db, asked: AskedStructures): Promise<StructureKitFact[]> {
  const { rows } = await sql<Row & { structure: string }>`
    select m.structure_id as structure, d.id, d.scope_id as scope, ${toldOfKit} as body, ${byName}
    from ${askedStructures(asked)}
    join assignment a on a.structure_id = m.structure_id
    join person w on w.person_id = a.person_id
    join doc d on d.scope_id = a.scope_id and ${isOfKit} and not ${isSize}`.execute(db)
  return rows.flatMap((row) =>
    saidOf(row).map((said) => ({ ...said, structure: structureIdSchema.parse(row.structure) })),
  )
}

/** Their sizes: none for anybody who isn't *responsable* of the structure while the query runs. */
export async function structureSizeConfirmations(
  db: Db,
  { person, structure }: Question,
): Promise<SaidKitFact[]> {
  const { rows } = await sql<Row>`
    select d.id, d.scope_id as scope, ${toldOfSize} as body, ${byName}
    from membership m
    join assignment a on a.structure_id = m.structure_id
    join person w on w.person_id = a.person_id
    join doc d on d.scope_id = a.scope_id and ${isOfKit} and ${isSize}
    where m.person_id = ${person} and m.structure_id = ${structure} and m.role = 'responsable'`.execute(db)
  return rows.flatMap(saidOf)
}

/** Of a structure of the State's remit, without sizes and without names. */
export async function remitKitConfirmations(db: Db, { person, structure }: Question): Promise<KitFact[]> {
  const { rows } = await sql<Row>`
    select d.id, d.scope_id as scope, ${toldOfKit} as body, '' as by_name
    from state_remit r
    join structure s on r.department is null or r.department = s.department
    join assignment a on a.structure_id = s.structure_id
    join doc d on d.scope_id = a.scope_id and ${isOfKit} and not ${isSize}
    where r.person_id = ${person} and s.structure_id = ${structure}`.execute(db)
  return rows.flatMap(saidOf).map(({ fact }) => fact)
}

/** A person's own, sizes too. */
export async function ownKitConfirmations(db: Db, person: PersonId): Promise<SaidKitFact[]> {
  const { rows } = await sql<Row>`
    select d.id, d.scope_id as scope, d.body, ${byName}
    from assignment a
    join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id
    join person w on w.person_id = a.person_id
    join doc d on d.scope_id = a.scope_id and ${isOfKit}
    where a.person_id = ${person}`.execute(db)
  return rows.flatMap(saidOf)
}

/** All of a structure's advisors, sizes too: for what is decided, and told to nobody. */
export async function allKitConfirmations(db: Db, structure: StructureId): Promise<KitFact[]> {
  const { rows } = await sql<Row>`
    select d.id, d.scope_id as scope, d.body, '' as by_name
    from assignment a
    join doc d on d.scope_id = a.scope_id and ${isOfKit}
    where a.structure_id = ${structure}`.execute(db)
  return rows.flatMap(saidOf).map(({ fact }) => fact)
}

/** One that only a newer version understands is left to it. */
function saidOf({ id, scope, body, by_name: name }: Row): SaidKitFact[] {
  const fact = confirmedKitFact({ id: documentIdSchema.parse(id), scope: scopeIdSchema.parse(scope), body })
  return fact ? [{ fact, byName: name }] : []
}

/**
 * Confirmations of sizes, those that were taken back too since their history says them, of those whose last contract
 * ended before a day, and whose they are.
 */
export async function sizeConfirmationsEndedBefore(
  db: Db,
  day: string,
): Promise<{ scope: ScopeId; id: DocumentId; by: PersonId }[]> {
  const { rows } = await sql<{ scope: string; id: string; by: string }>`
    select d.scope_id as scope, d.id, a.person_id as by
    from assignment a
    join doc d on d.scope_id = a.scope_id and d.collection = 'confirmation' and d.state <> 'erased'
    where exists (select 1 from contract k where k.scope_id = a.scope_id)
      and not exists (
        select 1 from contract k
        where k.scope_id = a.scope_id and (k.ends is null or k.ends >= ${day}::date))
      and exists (
        select 1 from doc_history h
        where h.scope_id = d.scope_id and h.id = d.id and h.set_fields ->> 'size' is not null)
    order by d.scope_id, d.id`.execute(db)
  return rows.map(({ scope, id, by }) => ({
    scope: scopeIdSchema.parse(scope),
    id: documentIdSchema.parse(id),
    by: personIdSchema.parse(by),
  }))
}
