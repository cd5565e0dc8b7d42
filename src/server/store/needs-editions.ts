import { sql } from 'kysely'
import * as z from 'zod/mini'
import { territoryKindSchema } from '../../domain/access/state-needs.ts'
import type { EditionRow, TerritoryKind } from '../../domain/needs/make-edition.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'

/** An edition as it is known by: which year it tells, when it was made, by which rules and which list of communes. */
export interface EditionMade {
  readonly year: number
  readonly madeAt: string
  readonly method: number
  readonly communesYear: number
}

/** The years that are told, the last one first. */
export async function editionsMade(db: Db): Promise<EditionMade[]> {
  const rows = await db.selectFrom('needs_edition').selectAll().orderBy('year', 'desc').execute()
  return rows.map(({ year, made_at, method, communes_year }) => {
    return { year, madeAt: made_at, method, communesYear: communes_year }
  })
}

/** So many rows travel in one statement. */
const rowsAtATime = 2000

/** Keeps an edition, once: where its year has one already, that one stays, and false is answered. In a transaction. */
export async function keepEdition(
  tx: Db,
  edition: EditionMade,
  rows: readonly EditionRow[],
): Promise<boolean> {
  const { year, madeAt, method, communesYear } = edition
  const kept = await tx
    .insertInto('needs_edition')
    .values({ year, made_at: madeAt, method, communes_year: communesYear })
    .onConflict((conflict) => conflict.column('year').doNothing())
    .returning('year')
    .executeTakeFirst()
  if (!kept) return false
  for (let from = 0; from < rows.length; from += rowsAtATime) {
    const some = rows.slice(from, from + rowsAtATime)
    await sql`
      insert into needs_row (year, kind, code, accompaniments, values_shown)
      select ${year}::int, r.kind, r.code, r.accompaniments, r."values"
      from jsonb_to_recordset(${asJson(some)}::jsonb)
        as r(kind text, code text, accompaniments int, "values" jsonb)`.execute(tx)
  }
  return true
}

const rowSchema = z.object({
  year: z.int(),
  kind: territoryKindSchema,
  code: z.string(),
  accompaniments: z.nullable(z.int()),
  values: z.record(z.string(), z.int()),
})
export type KeptRow = z.infer<typeof rowSchema>

/** What editions of some years tell of some territories of a kind. One that isn't answered had no accompaniment. */
export async function editionRows(
  db: Db,
  years: readonly number[],
  kind: TerritoryKind,
  codes: readonly string[],
): Promise<KeptRow[]> {
  if (years.length === 0 || codes.length === 0) return []
  const { rows } = await sql`
    select year, kind, code, accompaniments, values_shown as "values" from needs_row
    where year = any(${[...years]}::int[]) and kind = ${kind} and code = any(${[...codes]}::text[])`.execute(
    db,
  )
  return rows.map((row) => rowSchema.parse(row))
}

/** Communes of a department by editions of some years, those that are none of today's too. */
export async function editionCommunes(
  db: Db,
  years: readonly number[],
  department: string,
): Promise<KeptRow[]> {
  const { rows } = await sql`
    select year, kind, code, accompaniments, values_shown as "values" from needs_row
    where year = any(${[...years]}::int[]) and kind = 'commune'
      and code >= ${department} and code < ${`${department}~`}`.execute(db)
  return rows.map((row) => rowSchema.parse(row))
}
