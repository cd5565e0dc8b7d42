import { sql, type Selectable } from 'kysely'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import { calendarMonthSchema, type CalendarMonth } from '../../domain/calendar-month.ts'
import type { TrainingFact } from '../../domain/commitments/training/training-fact.ts'
import {
  scopeIdSchema,
  structureIdSchema,
  type PersonId,
  type ScopeId,
  type StructureId,
  type TeamId,
} from '../../domain/ids.ts'
import { groupBy } from '../../domain/group-by.ts'
import { asJson } from './database-values.ts'
import { askedStructures, type AskedStructures } from './asked-structures.ts'
import { isReportOfAccompaniment } from './readable-reports.ts'
import type { Db } from './tables.ts'
import type { TrainingFactTable } from './tables/commitment-tables.ts'

/**
 * Takes the turns of some trainings, in one order whoever asks: until the commit, no other fact of them is decided.
 * Answers those that are known.
 */
export async function lockTrainings(
  tx: Db,
  scopes: readonly ScopeId[],
): Promise<ReadonlyMap<ScopeId, TrainingFact[]>> {
  await sql`
    insert into training_turn (scope_id) select s.id from unnest(${[...scopes]}::uuid[]) as s (id) order by s.id
    on conflict (scope_id) do update set fact_changes = training_turn.fact_changes + 1`.execute(tx)
  return trainingFactsOf(tx, scopes)
}

/** What is said of some trainings, in the order in which it was said. */
export async function trainingFactsOf(
  db: Db,
  scopes: readonly ScopeId[],
): Promise<ReadonlyMap<ScopeId, TrainingFact[]>> {
  if (scopes.length === 0) return new Map()
  const { rows } = await sql<Selectable<TrainingFactTable>>`
    select f.* from training_fact f where f.scope_id = any(${[...scopes]}::uuid[])
    order by f.at, f.fact_id`.execute(db)
  return byScope(rows)
}

/** The same of structures' advisors; none for anybody who isn't a member while the query runs. */
export async function structureTrainingFacts(
  db: Db,
  asked: AskedStructures,
): Promise<ReadonlyMap<ScopeId, TrainingFact[]>> {
  const { rows } = await sql<Selectable<TrainingFactTable>>`
    select f.*
    from ${askedStructures(asked)}
    join assignment a on a.structure_id = m.structure_id
    join training_fact f on f.scope_id = a.scope_id
    order by f.at, f.fact_id`.execute(db)
  return byScope(rows.map(withoutReason))
}

/** The same for who reads the structure for the State while the query runs. */
export async function remitTrainingFacts(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<ReadonlyMap<ScopeId, TrainingFact[]>> {
  const { rows } = await sql<Selectable<TrainingFactTable>>`
    select f.*
    from state_remit r
    join structure s on r.department is null or r.department = s.department
    join assignment a on a.structure_id = s.structure_id
    join training_fact f on f.scope_id = a.scope_id
    where r.person_id = ${person} and s.structure_id = ${structure}`.execute(db)
  return byScope(rows.map(withoutReason))
}

/** The same of who is in a team on a day; none for anybody who doesn't coordinate it while the query runs. */
export async function teamTrainingFacts(
  db: Db,
  { person, team, today }: { person: PersonId; team: TeamId; today: CalendarDay },
): Promise<ReadonlyMap<ScopeId, TrainingFact[]>> {
  const { rows } = await sql<Selectable<TrainingFactTable>>`
    select f.*
    from training_fact f
    where f.scope_id in (
      select t.scope_id
      from team_coordinator l
      join team_member t on t.team_id = l.team_id and t.joins <= ${today}::date
        and (t.leaves is null or t.leaves >= ${today}::date)
      where l.person_id = ${person} and l.team_id = ${team})
    order by f.at, f.fact_id`.execute(db)
  return byScope(rows.map(withoutReason))
}

/** The same of a person's own assignments. */
export async function ownTrainingFacts(
  db: Db,
  person: PersonId,
): Promise<ReadonlyMap<ScopeId, TrainingFact[]>> {
  const { rows } = await sql<Selectable<TrainingFactTable>>`
    select f.*
    from assignment a
    join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id
    join training_fact f on f.scope_id = a.scope_id
    where a.person_id = ${person}
    order by f.at, f.fact_id`.execute(db)
  return byScope(rows)
}

/** Rows of one statement: far from what a statement's text may hold. */
const insertedAtOnce = 5000

/** Writes facts once; nothing about them is ever changed. Says after each part how many are written. */
export async function insertTrainingFacts(
  tx: Db,
  facts: readonly TrainingFact[],
  by: PersonId,
  onPart: (written: number) => void = () => undefined,
): Promise<void> {
  for (let from = 0; from < facts.length; from += insertedAtOnce) {
    const rows = facts.slice(from, from + insertedAtOnce).map(rowOf)
    await sql`
      insert into training_fact (fact_id, scope_id, kind, party, day, said, replaces, by_person, at)
      select f.id, f.scope, f.kind, f.party, f.day, f.said, f.replaces, ${by}::uuid, f.at
      from jsonb_to_recordset(${asJson(rows)}::jsonb) as f
        (id uuid, scope uuid, kind text, party text, day date, said jsonb, replaces uuid, at timestamptz)`.execute(
      tx,
    )
    onPart(Math.min(from + insertedAtOnce, facts.length))
  }
}

/** Months that structures have vouched for. */
export async function sealedMonthsOf(
  db: Db,
  structures: readonly StructureId[],
): Promise<ReadonlyMap<StructureId, ReadonlySet<CalendarMonth>>> {
  const { rows } = await sql<{ structure: string; month: string }>`
    select distinct s.structure_id as structure, s.month from seal s
    where s.structure_id = any(${[...structures]}::uuid[])`.execute(db)
  const months = groupBy(rows, ({ structure }) => structureIdSchema.parse(structure))
  return new Map(
    [...months].map(([structure, own]) => [
      structure,
      new Set(own.map(({ month }) => calendarMonthSchema.parse(month))),
    ]),
  )
}

/** Minutes of reports of work that isn't training, on days of which a half-day of training is kept. */
export async function minutesOnTrainingDays(
  db: Db,
  scopes: readonly ScopeId[],
): Promise<ReadonlyMap<ScopeId, ReadonlyMap<CalendarDay, number>>> {
  if (scopes.length === 0) return new Map()
  const { rows } = await sql<{ scope: string; day: string; minutes: number }>`
    select d.scope_id as scope, d.day, coalesce(sum((d.body ->> 'minutes')::int), 0) as minutes
    from doc d
    where d.scope_id = any(${[...scopes]}::uuid[]) and d.collection = 'report' and d.state = 'live'
      and ${isReportOfAccompaniment}
      and exists (
        select 1 from training_fact f
        where f.scope_id = d.scope_id and f.day = d.day and f.kind = 'attended')
    group by d.scope_id, d.day`.execute(db)
  const found = groupBy(rows, ({ scope }) => scopeIdSchema.parse(scope))
  return new Map(
    [...found].map(([scope, own]) => [
      scope,
      new Map(own.map(({ day, minutes }) => [calendarDaySchema.parse(day), minutes])),
    ]),
  )
}

function byScope(rows: readonly Selectable<TrainingFactTable>[]): ReadonlyMap<ScopeId, TrainingFact[]> {
  return groupBy(rows.map(factOf), ({ scope }) => scope)
}

function rowOf({ id, kind, day, at, replaces, scope, party, ...said }: TrainingFact) {
  return { id, scope, kind, party, day, said, replaces, at }
}

function factOf(row: Selectable<TrainingFactTable>): TrainingFact {
  const { fact_id: id, kind, day, said, replaces, at, scope_id: scope, party } = row
  // What is stored was validated when it was written: tens of thousands of facts aren't looked through again.
  // Spread last, which costs V8 a twentieth of what it does first; `rowOf` leaves nothing in it that stands before.
  return { id, kind, day, replaces, at, scope, party, ...(said as object) } as TrainingFact
}

/** Whoever employs reads that a reason was accepted, and not which. */
function withoutReason(row: Selectable<TrainingFactTable>): Selectable<TrainingFactTable> {
  return row.kind === 'attended' ? { ...row, said: { ...(row.said as object), reason: null } } : row
}
