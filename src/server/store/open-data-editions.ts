import { editionNumberSchema, type EditionNumber } from '../../domain/open-data/edition.ts'
import type { PublishedYear } from '../../domain/open-data/published-rows.ts'
import {
  breakdownRowSchema,
  totalsRowSchema,
  type BreakdownRow,
  type DatasetName,
  type TotalsRow,
} from '../../domain/open-data/rows.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import type { Db } from './tables.ts'
import type { OpenDataRowTable } from './tables/published-tables.ts'

/** One counting of one year, as it was published. */
export interface Edition {
  readonly number: EditionNumber
  readonly year: number
  readonly countedAt: string
}

export interface RecordedEdition extends Edition {
  readonly withdrawnAt: string | null
  readonly withdrawnBecause: string | null
}

/** Every edition there ever was, the oldest first, those that were withdrawn too. */
export async function recordedEditions(db: Db): Promise<RecordedEdition[]> {
  const rows = await db.selectFrom('open_data_edition').selectAll().orderBy('number').execute()
  return rows.map((row) => ({
    number: editionNumberSchema.parse(row.number),
    year: row.year,
    countedAt: row.counted_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnBecause: row.withdrawn_because,
  }))
}

/** Editions that are published, the oldest first. */
export async function publishedEditions(db: Db): Promise<Edition[]> {
  const all = await recordedEditions(db)
  return all
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ number, year, countedAt }) => ({ number, year, countedAt }))
}

/** How many rows are written at a time. */
const rowsAtATime = 500

/** Keeps an edition under the next number, in the transaction it is given; false where its year has one already. */
export async function keepEdition(
  tx: Db,
  { year, countedAt, published }: { year: number; countedAt: string; published: PublishedYear },
): Promise<boolean> {
  const { last } = await tx
    .selectFrom('open_data_edition')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  const kept = await tx
    .insertInto('open_data_edition')
    .values({ number, year, counted_at: countedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst()
  if (!kept) return false
  const rows = [
    ...published.totals.map((row, place) => ({ edition: number, dataset: 'totaux', place, ...row })),
    ...published.breakdowns.map((row, place) => ({
      edition: number,
      dataset: 'repartitions',
      place,
      ...row,
    })),
  ]
  for (let from = 0; from < rows.length; from += rowsAtATime)
    await tx
      .insertInto('open_data_row')
      .values(rows.slice(from, from + rowsAtATime))
      .execute()
  return true
}

/** Takes an edition out of what is published, for ever; false where there is none such. */
export async function withdrawEdition(
  db: Db,
  { number, because, at }: { number: number; because: string; at: string },
): Promise<boolean> {
  const row = await db
    .updateTable('open_data_edition')
    .set({ withdrawn_at: at, withdrawn_because: because })
    .where('number', '=', number)
    .where('withdrawn_at', 'is', null)
    .returning('number')
    .executeTakeFirst()
  return row !== undefined
}

/** Where in all that is published a row stands: its edition, then its place in it. */
export interface RowPlace {
  readonly edition: EditionNumber
  readonly place: number
}

export type Placed<T> = T & RowPlace

export interface RowsAsked {
  readonly editions: readonly EditionNumber[]
  readonly department?: DepartmentCode | undefined
  readonly dimension?: string | undefined
  readonly after?: RowPlace | undefined
  readonly limit?: number
}

export async function totalsRows(db: Db, asked: RowsAsked): Promise<Placed<TotalsRow>[]> {
  const rows = await readRows(db, 'totaux', asked)
  return rows.map((row) => ({ ...totalsRowSchema.parse(row), ...placeOf(row) }))
}

export async function breakdownRows(db: Db, asked: RowsAsked): Promise<Placed<BreakdownRow>[]> {
  const rows = await readRows(db, 'repartitions', asked)
  return rows.map((row) => ({ ...breakdownRowSchema.parse(row), ...placeOf(row) }))
}

async function readRows(
  db: Db,
  dataset: DatasetName,
  { editions, department, dimension, after, limit }: RowsAsked,
): Promise<OpenDataRowTable[]> {
  if (editions.length === 0) return []
  let query = db
    .selectFrom('open_data_row')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('edition', 'in', [...editions])
    .orderBy('edition')
    .orderBy('place')
  if (department !== undefined) query = query.where('department', '=', department)
  if (dimension !== undefined) query = query.where('dimension', '=', dimension)
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('edition', '>', after.edition),
        eb.and([eb('edition', '=', after.edition), eb('place', '>', after.place)]),
      ]),
    )
  if (limit !== undefined) query = query.limit(limit)
  return query.execute()
}

function placeOf({ edition, place }: OpenDataRowTable): RowPlace {
  return { edition: editionNumberSchema.parse(edition), place }
}
