import { sql } from 'kysely'
import { settlementSchema, type Settlement } from '../../domain/anomalies/settlement.ts'
import type { CalendarMonth } from '../../domain/calendar-month.ts'
import { groupBy } from '../../domain/group-by.ts'
import { structureIdSchema, type PersonId, type StructureId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** What was said of findings of structures, of each oldest first, those that were withdrawn too. */
export async function settlementsOfStructures(
  db: Db,
  structures: readonly StructureId[],
  keys: readonly string[],
): Promise<ReadonlyMap<StructureId, Settlement[]>> {
  if (keys.length === 0) return new Map()
  // A planner that reads thousands of keys as a list weighs each of them.
  const { rows } = await sql<{ structure: string }>`
    select s.structure_id as structure, s.settlement_id as id, s.facts_key as key, s.sentence, s.by_person as by,
      concat_ws(' ', p.given_name, p.family_name) as "byName", s.at,
      case when w.settlement_id is not null then jsonb_build_object(
        'byName', concat_ws(' ', q.given_name, q.family_name),
        'at', to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as withdrawn
    from anomaly_settlement s
    join person p on p.person_id = s.by_person
    left join anomaly_withdrawal w on w.settlement_id = s.settlement_id
    left join person q on q.person_id = w.by_person
    where s.structure_id = any(${[...structures]}::uuid[]) and s.facts_key in (select unnest(${keys}::text[]))
    order by s.at, s.settlement_id`.execute(db)
  const said = rows.map(({ structure, ...settlement }) => ({
    structure: structureIdSchema.parse(structure),
    settlement: settlementSchema.parse(settlement),
  }))
  const byStructure = groupBy(said, ({ structure }) => structure)
  return new Map([...byStructure].map(([id, own]) => [id, own.map(({ settlement }) => settlement)]))
}

/** The same of one structure. */
export async function settlementsOf(
  db: Db,
  structure: StructureId,
  keys: readonly string[],
): Promise<Settlement[]> {
  return (await settlementsOfStructures(db, [structure], keys)).get(structure) ?? []
}

/** One person's word on a finding. */
export interface NewSettlement {
  readonly id: string
  readonly structure: StructureId
  readonly key: string
  readonly month: CalendarMonth
  readonly kind: string
  readonly version: number
  /** As it was read. */
  readonly finding: string
  readonly sentence: string
  readonly by: PersonId
  readonly at: string
}

/** Written once, however often it is sent. */
export async function addSettlement(db: Db, settlement: NewSettlement): Promise<void> {
  await db
    .insertInto('anomaly_settlement')
    .values({
      settlement_id: settlement.id,
      structure_id: settlement.structure,
      facts_key: settlement.key,
      month: settlement.month,
      kind: settlement.kind,
      rule_version: settlement.version,
      finding: settlement.finding,
      sentence: settlement.sentence,
      by_person: settlement.by,
      at: settlement.at,
    })
    .onConflict((conflict) => conflict.column('settlement_id').doNothing())
    .execute()
}

/**
 * Takes back what was said, once; the first to take it back counts. Answers the key of the finding, or undefined for a
 * settlement that isn't this structure's.
 */
export async function withdrawSettlement(
  db: Db,
  withdrawal: { id: string; structure: StructureId; by: PersonId; at: string },
): Promise<string | undefined> {
  const { id, structure, by, at } = withdrawal
  const { rows } = await sql<{ key: string }>`
    with own as (
      select settlement_id, facts_key from anomaly_settlement
      where settlement_id = ${id} and structure_id = ${structure}),
    withdrawn as (
      insert into anomaly_withdrawal (settlement_id, by_person, at)
      select settlement_id, ${by}::uuid, ${at}::timestamptz from own
      on conflict (settlement_id) do nothing)
    select facts_key as key from own`.execute(db)
  return rows[0]?.key
}
