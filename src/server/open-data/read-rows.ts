import { CodedError } from '../../domain/errors.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import { publishedEditions, type Edition, type Placed, type RowsAsked } from '../store/open-data-editions.ts'
import type { Db } from '../store/tables.ts'
import { readRowCursor, writeRowCursor, type RowCursor } from './row-cursor.ts'

export interface PageAsked {
  readonly edition?: number | undefined
  readonly department?: DepartmentCode | undefined
  readonly dimension?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface RowPage<T> {
  readonly rows: readonly Placed<T>[]
  readonly next: string | null
}

/**
 * A page of published rows. An edition that appears while somebody reads is not among those that they go through: a
 * reading is of what was published when it began. Throws `not-found` for an edition that isn't published, and
 * `edition-withdrawn` where the one being read was taken out since.
 */
export async function readRows<T>(
  db: Db,
  ask: (db: Db, asked: RowsAsked) => Promise<Placed<T>[]>,
  { edition, cursor, limit, ...filters }: PageAsked,
): Promise<RowPage<T>> {
  const published = await publishedEditions(db)
  const after = cursor === undefined ? undefined : readRowCursor(cursor)
  const editions = editionsAsked(published, edition, after)
  // One row more than the page says whether there is another page.
  const rows = await ask(db, { ...filters, editions, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const newest = after?.newest ?? published.at(-1)?.number
  const hasMore = rows.length > limit && last !== undefined && newest !== undefined
  return {
    rows: page,
    next: hasMore ? writeRowCursor({ newest, edition: last.edition, place: last.place }) : null,
  }
}

function editionsAsked(
  published: readonly Edition[],
  asked: number | undefined,
  after: RowCursor | undefined,
) {
  const numbers = published.map(({ number }) => number)
  if (after && !numbers.includes(after.edition)) throw new CodedError('edition-withdrawn')
  if (asked === undefined) return after ? numbers.filter((number) => number <= after.newest) : numbers
  const one = numbers.filter((number) => number === asked)
  if (one.length === 0) throw new CodedError('not-found')
  return one
}
