import { sql, type Selectable } from 'kysely'
import type { SaidKitFact } from '../../domain/access/kit-on-the-wire.ts'
import type { KitFact } from '../../domain/commitments/kit/kit-fact.ts'
import { groupBy } from '../../domain/group-by.ts'
import {
  scopeIdSchema,
  structureIdSchema,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import { askedStructures, type AskedStructures } from './asked-structures.ts'
import { asJson } from './database-values.ts'
import {
  allKitConfirmations,
  ownKitConfirmations,
  remitKitConfirmations,
  structureKitConfirmations,
  structureSizeConfirmations,
  type StructureKitFact,
} from './kit-confirmations.ts'
import type { Db } from './tables.ts'
import type { KitFactTable } from './tables/commitment-tables.ts'

/*
 * What is known of clothing and equipment: rows, of the structure and of what advisors once said online, and what they
 * confirm from their devices (kit-confirmations.ts). Whoever reads one reads the other.
 */

/**
 * Takes the turn of a structure's kit: until the commit, no other fact of it is decided. Answers those that are known,
 * sizes too. What an advisor confirms takes no turn: it is kept whatever it meets.
 */
export async function lockKit(tx: Db, structure: StructureId): Promise<KitFact[]> {
  await tx
    .insertInto('kit_turn')
    .values({ structure_id: structure })
    .onConflict((conflict) =>
      conflict
        .column('structure_id')
        .doUpdateSet((eb) => ({ fact_changes: eb('kit_turn.fact_changes', '+', 1) })),
    )
    .execute()
  const rows = await tx.selectFrom('kit_fact').selectAll().where('structure_id', '=', structure).execute()
  return [...rows.map(factOf), ...(await allKitConfirmations(tx, structure))]
}

/** Writes facts once; nothing about them is ever changed. */
export async function insertKitFacts(
  tx: Db,
  structure: StructureId,
  facts: readonly KitFact[],
  by: PersonId,
): Promise<void> {
  if (facts.length === 0) return
  const rows = facts.map(({ id, kind, day, at, replaces, scope, party, ...said }) => ({
    fact_id: id,
    structure_id: structure,
    scope_id: scope,
    kind,
    party,
    day,
    said: asJson(said),
    replaces,
    by_person: by,
    at,
  }))
  await tx.insertInto('kit_fact').values(rows).execute()
}

type Row = Selectable<KitFactTable> & { by_name: string }

/** What each row is read with: the fact `f`, and the name of `w`, who said it. */
const saidColumns = sql`f.*, coalesce(nullif(concat_ws(' ', w.given_name, w.family_name), ''), w.email) as by_name`

/** Of a fact `f`: neither a size, nor what takes one back. */
const isNoSize = sql`f.kind <> 'size'
  and not exists (select 1 from kit_fact r where r.fact_id = f.replaces and r.kind = 'size')`

/**
 * Facts about the kit of structures, in the order in which they were said, without sizes. None for anybody who isn't a
 * member while the query runs.
 */
export async function structureKitFacts(db: Db, asked: AskedStructures): Promise<StructureKitFact[]> {
  const { rows } = await sql<Row>`
    select ${saidColumns}
    from ${askedStructures(asked)}
    join kit_fact f on f.structure_id = m.structure_id and ${isNoSize}
    join person w on w.person_id = f.by_person`.execute(db)
  const own = rows.map((row) => ({ ...saidOf(row), structure: structureIdSchema.parse(row.structure_id) }))
  return inOrder([...own, ...(await structureKitConfirmations(db, asked))])
}

/**
 * The same of a structure of the State's remit. None for anybody who doesn't read the structure for the State while the
 * query runs.
 */
export async function remitKitFacts(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<KitFact[]> {
  const { rows } = await sql<Selectable<KitFactTable>>`
    select f.*
    from state_remit r
    join structure s on r.department is null or r.department = s.department
    join kit_fact f on f.structure_id = s.structure_id and ${isNoSize}
    where r.person_id = ${person} and s.structure_id = ${structure}`.execute(db)
  return [...rows.map(factOf), ...(await remitKitConfirmations(db, { person, structure }))]
}

/** Sizes, for who orders: none for anybody who isn't *responsable* of the structure while the query runs. */
export async function structureSizes(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<SaidKitFact[]> {
  const { rows } = await sql<Row>`
    select ${saidColumns}
    from membership m
    join kit_fact f on f.structure_id = m.structure_id
    join person w on w.person_id = f.by_person
    where m.person_id = ${person} and m.structure_id = ${structure} and m.role = 'responsable'
      and (f.kind = 'size' or exists (
        select 1 from kit_fact r where r.fact_id = f.replaces and r.kind = 'size'))`.execute(db)
  return inOrder([...rows.map(saidOf), ...(await structureSizeConfirmations(db, { person, structure }))])
}

/** Facts about a person's own kit at each of their structures, sizes too, in the order in which they were said. */
export async function ownKitFacts(db: Db, person: PersonId): Promise<ReadonlyMap<ScopeId, SaidKitFact[]>> {
  const { rows } = await sql<Row>`
    select ${saidColumns}
    from assignment a
    join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id
    join kit_fact f on f.scope_id = a.scope_id and f.structure_id = a.structure_id
    join person w on w.person_id = f.by_person
    where a.person_id = ${person}`.execute(db)
  const said = inOrder([...rows.map(saidOf), ...(await ownKitConfirmations(db, person))])
  return groupBy(said, ({ fact }) => fact.scope)
}

/** Where a person works or worked, with the days. */
export async function ownAssignments(
  db: Db,
  person: PersonId,
): Promise<{ scope: ScopeId; structureId: string; structureName: string; contracts: unknown }[]> {
  const { rows } = await sql<{
    scope: string
    structureId: string
    structureName: string
    contracts: unknown
  }>`
    select a.scope_id as scope, s.structure_id as "structureId", s.name as "structureName",
      coalesce((
        select jsonb_agg(jsonb_build_object('starts', k.starts, 'ends', k.ends) order by k.starts)
        from contract k where k.scope_id = a.scope_id), '[]') as contracts
    from assignment a
    join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id
    join structure s on s.structure_id = a.structure_id
    where a.person_id = ${person}
    order by s.name, a.scope_id`.execute(db)
  return rows.map((row) => ({ ...row, scope: scopeIdSchema.parse(row.scope) }))
}

/**
 * Forgets sizes of those whose last contract ended before a day: nothing is ordered for them any more. Answers how many
 * facts went.
 */
export async function deleteSizesEndedBefore(tx: Db, day: string): Promise<number> {
  const { rows } = await sql<{ fact_id: string }>`
    with ended as (
      select f.fact_id from kit_fact f
      where f.kind = 'size' and exists (select 1 from contract k where k.scope_id = f.scope_id)
        and not exists (
          select 1 from contract k
          where k.scope_id = f.scope_id and (k.ends is null or k.ends >= ${day}::date)))
    delete from kit_fact f
    where f.fact_id in (select fact_id from ended) or f.replaces in (select fact_id from ended)
    returning f.fact_id`.execute(tx)
  return rows.length
}

/** In the order in which they were said. */
function inOrder<S extends SaidKitFact>(said: readonly S[]): S[] {
  return said.toSorted(
    ({ fact: a }, { fact: b }) => Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id),
  )
}

function saidOf({ by_name: byName, ...row }: Row): SaidKitFact {
  return { fact: factOf(row), byName }
}

function factOf(row: Selectable<KitFactTable>): KitFact {
  const { fact_id: id, kind, day, said, replaces, at, scope_id: scope, party } = row
  // What is stored was validated when it was written: tens of thousands of facts aren't looked through again.
  return { ...(said as object), id, kind, day, replaces, at, scope, party } as KitFact
}
