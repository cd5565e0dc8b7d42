import { sql } from 'kysely'
import * as z from 'zod/mini'
import { publicFiguresSchema, type PublicFigures } from '../../domain/access/public-figures.ts'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import type { PersonId, ScopeId, StructureId } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'

/** Whose figures are published, as they are stored. */
export interface PublishedOwner {
  readonly kind: 'advisor' | 'structure'
  readonly id: PersonId | StructureId
}

/** Months of posts. */
export interface PostMonths {
  readonly scopes: readonly ScopeId[]
  /** Each by its first day. */
  readonly months: readonly CalendarDay[]
}

export interface PublishedFigures {
  readonly id: string
  readonly figures: PublicFigures
}

/** What was published of these very months. */
export async function publishedFigures(
  db: Db,
  owner: PublishedOwner,
  { from, to }: Period,
): Promise<PublishedFigures | undefined> {
  const row = await db
    .selectFrom('published_figures')
    .select(['figures_id', 'figures'])
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .where('first_day', '=', from)
    .where('last_day', '=', to)
    .executeTakeFirst()
  return row && { id: row.figures_id, figures: publicFiguresSchema.parse(row.figures) }
}

const clashSchema = z.object({ from: calendarDaySchema, to: calendarDaySchema })

/** The days of published figures that count some of these months, the first; undefined where none do. */
export async function publishedElsewhere(
  db: Db,
  { scopes, months }: PostMonths,
): Promise<Period | undefined> {
  const { rows } = await sql`
    select f.first_day as "from", f.last_day as "to"
    from published_month m join published_figures f on f.figures_id = m.figures_id
    where m.scope_id = any(${[...scopes]}::uuid[]) and m.month = any(${[...months]}::date[])
    order by f.first_day limit 1`.execute(db)
  return rows[0] === undefined ? undefined : clashSchema.parse(rows[0])
}

/**
 * Stores what was counted, unless some of its months are counted elsewhere already: then false, and the transaction is
 * to be given up.
 */
export async function addPublishedFigures(
  tx: Db,
  added: PostMonths & { id: string; owner: PublishedOwner; figures: PublicFigures },
): Promise<boolean> {
  const { id, owner, figures, scopes, months } = added
  const { rows: stored } = await sql`
    insert into published_figures (figures_id, owner_kind, owner_id, first_day, last_day, figures)
    values (${id}, ${owner.kind}, ${owner.id}, ${figures.period.from}, ${figures.period.to}, ${asJson(figures)})
    on conflict do nothing returning 1 as one`.execute(tx)
  if (stored.length === 0) return false
  const { rows } = await sql`
    insert into published_month (scope_id, month, figures_id)
    select s.scope_id, m.month, ${id}::uuid
    from unnest(${[...scopes]}::uuid[]) as s (scope_id) cross join unnest(${[...months]}::date[]) as m (month)
    on conflict do nothing returning 1 as one`.execute(tx)
  return rows.length === scopes.length * months.length
}

/**
 * Forgets figures of these posts that nobody but their author has read, once no link shows them any more: what nobody
 * has read can't be subtracted from anything.
 */
export async function forgetUnread(tx: Db, scopes: readonly ScopeId[], today: CalendarDay): Promise<void> {
  await sql`
    delete from published_figures f
    where not f.served
      and exists (
        select 1 from published_month m
        where m.figures_id = f.figures_id and m.scope_id = any(${[...scopes]}::uuid[]))
      and not exists (
        select 1 from public_link l
        where l.figures_id = f.figures_id and l.closed_at is null and l.ends_on >= ${today})`.execute(tx)
}
