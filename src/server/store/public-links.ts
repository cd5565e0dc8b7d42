import { sql } from 'kysely'
import * as z from 'zod/mini'
import { publicFiguresSchema, type PublicFigures } from '../../domain/access/public-figures.ts'
import {
  type LinkChoices,
  linkChoicesSchema,
  type LinkId,
  linkIdSchema,
} from '../../domain/access/public-link.ts'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import { type PersonId } from '../../domain/ids.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'

const namesSchema = z.object({ structures: z.array(z.string()), communes: z.array(z.string()) })
/** Of structures and communes, that a bilan is said to be of. */
export type LinkNames = z.infer<typeof namesSchema>

export interface NewLink {
  readonly id: LinkId
  readonly tokenHash: string
  readonly person: PersonId
  readonly figuresId: string
  readonly choices: LinkChoices
  readonly names: LinkNames
  readonly at: string
  readonly endsOn: CalendarDay
}

export async function addLink(tx: Db, link: NewLink): Promise<void> {
  await tx
    .insertInto('public_link')
    .values({
      link_id: link.id,
      token_hash: link.tokenHash,
      person_id: link.person,
      figures_id: link.figuresId,
      choices: asJson(link.choices),
      names: asJson(link.names),
      made_at: link.at,
      ends_on: link.endsOn,
    })
    .execute()
}

/**
 * Whether the author of a link `l` on figures `f` may show them on a day: an advisor as long as a contract holds on one
 * of the posts that are counted, whoever answers for a structure as long as they do.
 */
const mayShow = (today: CalendarDay) => sql`
  case f.owner_kind
    when 'structure' then exists (
      select 1 from membership m
      where m.person_id = l.person_id and m.structure_id = f.owner_id and m.role = 'responsable')
    else exists (
      select 1 from published_month pm
      join assignment a on a.scope_id = pm.scope_id and a.person_id = l.person_id
      join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id and g.can_write
      join contract k on k.scope_id = a.scope_id
      where pm.figures_id = f.figures_id
        and k.starts <= ${today} and (k.ends is null or k.ends >= ${today}))
  end`

const openedSchema = z.object({
  figures_id: z.string(),
  owner: z.enum(['advisor', 'structure']),
  figures: publicFiguresSchema,
  choices: linkChoicesSchema,
  names: namesSchema,
  ends_on: calendarDaySchema,
})

export interface OpenedLink {
  readonly owner: 'advisor' | 'structure'
  readonly figures: PublicFigures
  readonly choices: LinkChoices
  readonly names: LinkNames
  readonly endsOn: CalendarDay
}

/**
 * Opens a link: undefined where it isn't there or isn't open on that day. The row is written before its figures are
 * noted as read, so that whoever closes it meanwhile finds one or the other.
 */
export async function openLink(
  tx: Db,
  asked: { tokenHash: string; today: CalendarDay; isCounted: boolean },
): Promise<OpenedLink | undefined> {
  const { tokenHash, today, isCounted } = asked
  const { rows } = await sql`
    update public_link l set opened = l.opened + ${isCounted ? 1 : 0}::int
    from published_figures f
    where l.token_hash = ${tokenHash} and f.figures_id = l.figures_id
      and l.closed_at is null and l.ends_on >= ${today} and ${mayShow(today)}
    returning f.figures_id, f.owner_kind as owner, f.figures, l.choices, l.names, l.ends_on`.execute(tx)
  if (rows[0] === undefined) return undefined
  const { figures_id, ends_on, ...link } = openedSchema.parse(rows[0])
  await sql`update published_figures set served = true where figures_id = ${figures_id} and not served`.execute(
    tx,
  )
  return { ...link, endsOn: ends_on }
}

const knownSchema = z.object({
  id: linkIdSchema,
  owner_kind: z.enum(['advisor', 'structure']),
  owner_id: z.string(),
  title: z.string(),
  first_day: calendarDaySchema,
  last_day: calendarDaySchema,
  made_at: z.string(),
  ends_on: calendarDaySchema,
  is_closed: z.boolean(),
  may_show: z.boolean(),
  opened: z.number(),
  is_mine: z.boolean(),
})
export type KnownLink = z.infer<typeof knownSchema>

/** Links that a person made, and those of structures that they answer for: they may close them. */
const isOf = (person: PersonId) => sql`
  (l.person_id = ${person} or (f.owner_kind = 'structure' and exists (
    select 1 from membership o
    where o.person_id = ${person} and o.structure_id = f.owner_id and o.role = 'responsable')))`

/** The links that a person may close, the newest first; one alone where it is given. */
export async function linksOf(
  db: Db,
  { person, today, link }: { person: PersonId; today: CalendarDay; link?: LinkId },
): Promise<KnownLink[]> {
  const { rows } = await sql`
    select l.link_id as id, f.owner_kind, f.owner_id, l.choices ->> 'title' as title, f.first_day, f.last_day,
      l.made_at, l.ends_on, l.closed_at is not null as is_closed, ${mayShow(today)} as may_show, l.opened,
      l.person_id = ${person} as is_mine
    from public_link l join published_figures f on f.figures_id = l.figures_id
    where ${isOf(person)} ${link === undefined ? sql`` : sql`and l.link_id = ${link}`}
    order by l.made_at desc, l.link_id`.execute(db)
  return rows.map((row) => knownSchema.parse(row))
}

/** Closes a link for ever. False where it isn't theirs to close. */
export async function closeLink(
  tx: Db,
  { person, link, at }: { person: PersonId; link: LinkId; at: string },
): Promise<boolean> {
  const { rows } = await sql<{ figures_id: string }>`
    update public_link l set closed_at = coalesce(l.closed_at, ${at}::timestamptz)
    from published_figures f
    where l.link_id = ${link} and f.figures_id = l.figures_id and ${isOf(person)}
    returning f.figures_id`.execute(tx)
  return rows.length > 0
}

/** Forgets links that have shown nothing since a day. Their figures stay: they still bind. */
export async function forgetOldLinks(db: Db, before: { day: CalendarDay; at: string }): Promise<number> {
  const { rows } = await sql`
    delete from public_link where ends_on < ${before.day} or closed_at < ${before.at} returning 1 as one`.execute(
    db,
  )
  return rows.length
}
