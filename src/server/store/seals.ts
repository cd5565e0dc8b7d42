import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { sealIdSchema, type SealId } from '../../domain/access/structure-months.ts'
import { calendarMonthSchema, type CalendarMonth } from '../../domain/calendar-month.ts'
import {
  personIdSchema,
  scopeIdSchema,
  structureIdSchema,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import { reportMarkSchema, type ReportMark } from '../../domain/seal/report-mark.ts'
import { sealCodeSchema, type SealCode } from '../../domain/seal/seal-code.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'

const storedSealSchema = z.object({
  id: sealIdSchema,
  structure: structureIdSchema,
  month: calendarMonthSchema,
  number: z.int(),
  code: sealCodeSchema,
  by: personIdSchema,
  byName: z.string(),
  at: z.string(),
  key: z.string(),
  content: z.string(),
  signature: z.string(),
})
export type StoredSeal = z.infer<typeof storedSealSchema>

const sealColumns = sql`
  s.seal_id as id, s.structure_id as structure, s.month, s.number, s.code, s.by_person as by,
  concat_ws(' ', p.given_name, p.family_name) as "byName", s.at, s.key_id as key, s.content, s.signature
  from seal s join person p on p.person_id = s.by_person`

/** The seals of a structure's month, the latest first. */
export async function sealsOfMonth(
  db: Db,
  { structure, month }: { structure: StructureId; month: CalendarMonth },
): Promise<StoredSeal[]> {
  const { rows } = await sql`
    select ${sealColumns} where s.structure_id = ${structure} and s.month = ${month}
    order by s.number desc`.execute(db)
  return rows.map((row) => storedSealSchema.parse(row))
}

export async function sealByCode(db: Db, code: SealCode): Promise<StoredSeal | undefined> {
  const { rows } = await sql`select ${sealColumns} where s.code = ${code}`.execute(db)
  return rows[0] === undefined ? undefined : storedSealSchema.parse(rows[0])
}

export async function sealOfStructure(
  db: Db,
  { structure, id }: { structure: StructureId; id: SealId },
): Promise<StoredSeal | undefined> {
  const { rows } =
    await sql`select ${sealColumns} where s.structure_id = ${structure} and s.seal_id = ${id}`.execute(db)
  return rows[0] === undefined ? undefined : storedSealSchema.parse(rows[0])
}

const sealedSchema = z.object({ structure: structureIdSchema, months: z.array(calendarMonthSchema) })

const latestSchema = z.object({
  id: sealIdSchema,
  month: calendarMonthSchema,
  at: z.string(),
  byName: z.string(),
})
/** The seal that counts of a month. */
export type LatestSeal = z.infer<typeof latestSchema>

/** Of which months each of structures has a seal. */
export async function sealedMonths(
  db: Db,
  structures: readonly StructureId[],
): Promise<ReadonlyMap<StructureId, ReadonlySet<CalendarMonth>>> {
  const { rows } = await sql`
    select s.structure_id as structure, jsonb_agg(distinct s.month) as months
    from seal s where s.structure_id = any(${[...structures]}::uuid[]) group by s.structure_id`.execute(db)
  return new Map(
    rows.map((row) => {
      const { structure, months } = sealedSchema.parse(row)
      return [structure, new Set(months)]
    }),
  )
}

/** The last seal of each of a structure's months. */
export async function latestSeals(db: Db, structure: StructureId): Promise<LatestSeal[]> {
  const { rows } = await sql`
    select distinct on (s.month) s.seal_id as id, s.month, s.at,
      concat_ws(' ', p.given_name, p.family_name) as "byName"
    from seal s join person p on p.person_id = s.by_person
    where s.structure_id = ${structure} order by s.month, s.number desc`.execute(db)
  return rows.map((row) => latestSchema.parse(row))
}

/** One post's reports as they were vouched for. */
export interface StoredSealLine {
  readonly scope: ScopeId
  readonly advisor: PersonId
  /** Where the scope's changes were. */
  readonly seq: number
  readonly marks: readonly ReportMark[]
}

const storedLineSchema = z.object({
  scope: scopeIdSchema,
  advisor: personIdSchema,
  seq: z.coerce.number(),
  marks: z.array(reportMarkSchema),
})

export async function linesOfSeal(db: Db, seal: SealId): Promise<StoredSealLine[]> {
  const { rows } = await sql`
    select l.scope_id as scope, l.person_id as advisor, l.scope_seq as seq, l.marks
    from seal_line l where l.seal_id = ${seal}`.execute(db)
  return rows.map((row) => storedLineSchema.parse(row))
}

const lineShapeSchema = z.object({
  seal: sealIdSchema,
  scope: scopeIdSchema,
  seq: z.coerce.number(),
  reports: z.int(),
  idsSum: z.string(),
})
export type SealLineShape = z.infer<typeof lineShapeSchema>

/** How the posts of some seals stood, without their reports. */
export async function shapesOfSeals(db: Db, seals: readonly SealId[]): Promise<SealLineShape[]> {
  const { rows } = await sql`
    select l.seal_id as seal, l.scope_id as scope, l.scope_seq as seq, l.reports, l.ids_sum as "idsSum"
    from seal_line l where l.seal_id = any(${seals}::uuid[])`.execute(db)
  return rows.map((row) => lineShapeSchema.parse(row))
}

export interface NewSeal extends Omit<StoredSeal, 'byName'> {
  readonly lines: readonly StoredSealLine[]
}

/**
 * Keeps a seal with its lines: `kept`; `taken` where somebody vouched for the month meanwhile; `not-responsable` where
 * whoever vouches isn't any more. The very same seal sent again is kept once.
 */
export async function addSeal(tx: Db, seal: NewSeal): Promise<'kept' | 'taken' | 'not-responsable'> {
  const { rows } = await sql`
    insert into seal (seal_id, structure_id, month, number, code, by_person, at, key_id, content, signature)
    select ${seal.id}::uuid, m.structure_id, ${seal.month}, ${seal.number}::int, ${seal.code}, m.person_id,
      ${seal.at}::timestamptz, ${seal.key}, ${seal.content}, ${seal.signature}
    from membership m
    where m.person_id = ${seal.by} and m.structure_id = ${seal.structure} and m.role = 'responsable'
    on conflict do nothing returning 1 as one`.execute(tx)
  if (rows.length === 0) return whyNotAdded(tx, seal)
  const lines = seal.lines.map(({ scope, advisor, seq, marks }) => ({
    seal_id: seal.id,
    scope_id: scope,
    person_id: advisor,
    scope_seq: seq,
    reports: marks.length,
    ids_sum: idsSumOf(marks.map(({ id }) => id)),
    marks: asJson(marks),
  }))
  if (lines.length > 0) await tx.insertInto('seal_line').values(lines).execute()
  return 'kept'
}

async function whyNotAdded(
  tx: Db,
  { id, by, structure }: NewSeal,
): Promise<'kept' | 'taken' | 'not-responsable'> {
  const { rows } = await sql<{ is_kept: boolean; is_responsable: boolean }>`
    select exists (select 1 from seal s where s.seal_id = ${id} and s.by_person = ${by}) as is_kept,
      exists (select 1 from membership m
        where m.person_id = ${by} and m.structure_id = ${structure} and m.role = 'responsable') as is_responsable`.execute(
    tx,
  )
  if (rows[0]?.is_kept) return 'kept'
  return rows[0]?.is_responsable ? 'taken' : 'not-responsable'
}

/** The same as `monthShapes` makes in the database. */
function idsSumOf(ids: readonly string[]): string {
  return createHash('md5')
    .update([...ids].sort().join(' '))
    .digest('hex')
}

const ownSealSchema = z.object({ structureName: z.string(), content: z.string() })

/** The last seals of the months in which an advisor has a line, the latest month first. */
export async function sealsOnAdvisor(
  db: Db,
  { advisor, limit }: { advisor: PersonId; limit: number },
): Promise<{ structureName: string; content: string }[]> {
  const { rows } = await sql`
    select t.name as "structureName", s.content
    from seal_line l join seal s on s.seal_id = l.seal_id join structure t on t.structure_id = s.structure_id
    where l.person_id = ${advisor} and not exists (
      select 1 from seal n
      where n.structure_id = s.structure_id and n.month = s.month and n.number > s.number)
    order by s.month desc, t.name limit ${limit}::bigint`.execute(db)
  return rows.map((row) => ownSealSchema.parse(row))
}
