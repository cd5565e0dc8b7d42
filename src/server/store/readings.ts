import { sql } from 'kysely'
import * as z from 'zod/mini'
import {
  ownReadingsSchema,
  reportReadingSchema,
  structureReadingsSchema,
  type OwnReadings,
  type ReadingWay,
  type ReportReading,
  type StructureReadings,
} from '../../domain/access/readings.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { DocumentId, PersonId, StructureId } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'

/** Reports that somebody is about to be given, each with its advisor and the day of its activity. */
export interface ReportsRead {
  readonly structure: StructureId
  readonly reader: PersonId
  readonly reports: readonly {
    readonly id: DocumentId
    readonly advisorId: PersonId
    readonly date: string
  }[]
  readonly day: CalendarDay
  /** ISO 8601. */
  readonly at: string
}

/** The reports, each in its scope; those of whoever reads aren't read by somebody else. */
function ofOthers({ structure, reader, reports }: ReportsRead) {
  const given = reports.map(({ id, advisorId, date }) => ({ id, advisor: advisorId, date }))
  return sql`
    from jsonb_to_recordset(${asJson(given)}::jsonb) as r (id uuid, advisor uuid, date date)
    join assignment a on a.structure_id = ${structure} and a.person_id = r.advisor and a.role = 'advisor'
    where a.person_id <> ${reader}`
}

/** Writes down that reports are opened: the first time of the day stands. */
export async function writeOpenings(db: Db, read: ReportsRead): Promise<void> {
  await sql`
    insert into report_opening (scope_id, day, reader_id, report_id, at)
    select a.scope_id, ${read.day}::date, ${read.reader}::uuid, r.id, ${read.at}::timestamptz
    ${ofOthers(read)}
    on conflict do nothing`.execute(db)
}

/** Writes down that a list holds reports: added to what lists of the same way held that day, each report once. */
export async function writeListReading(
  db: Db,
  read: ReportsRead,
  way: Exclude<ReadingWay, 'page'>,
): Promise<void> {
  await sql`
    insert into list_reading (scope_id, day, reader_id, way, reports, first_day, last_day, at)
    select a.scope_id, ${read.day}::date, ${read.reader}::uuid, ${way}, array_agg(distinct r.id),
      min(r.date), max(r.date), ${read.at}::timestamptz
    ${ofOthers(read)}
    group by a.scope_id
    order by a.scope_id
    on conflict (scope_id, day, reader_id, way) do update set
      reports = (select array_agg(distinct id) from unnest(list_reading.reports || excluded.reports) as id),
      first_day = least(list_reading.first_day, excluded.first_day),
      last_day = greatest(list_reading.last_day, excluded.last_day)
    where not list_reading.reports @> excluded.reports`.execute(db)
}

/** What others read of the reports of a person's own scopes, on these days, the last first. */
export async function ownReadings(
  db: Db,
  person: PersonId,
  { from, to }: Period,
): Promise<Omit<OwnReadings, 'month'>> {
  const around = sql`
    join assignment a on a.scope_id = g.scope_id
    join structure s on s.structure_id = a.structure_id
    left join person p on p.person_id = x.reader_id
    where g.user_id = ${person} and x.day between ${from}::date and ${to}::date`
  const openings = await sql`
    select ${readerName}, x.at, x.report_id as report, d.day, s.name as "structureName"
    from sync_grant g
    join report_opening x on x.scope_id = g.scope_id
    left join doc d on d.scope_id = x.scope_id and d.id = x.report_id
    ${around}
    order by x.at desc, x.report_id`.execute(db)
  const lists = await sql`
    select ${readerName}, x.at, x.way, cardinality(x.reports) as reports,
      x.first_day as "from", x.last_day as "to", s.name as "structureName"
    from sync_grant g
    join list_reading x on x.scope_id = g.scope_id
    ${around}
    order by x.at desc, x.reader_id, x.way`.execute(db)
  return ownSchema.parse({ openings: openings.rows, lists: lists.rows })
}

/** Who read one report of a person's own, oldest first. */
export async function readingsOfOwnReport(
  db: Db,
  person: PersonId,
  report: DocumentId,
): Promise<ReportReading[]> {
  const whose = sql`from sync_grant g join assignment a on a.scope_id = g.scope_id`
  return readingsOfReport(db, report, whose, sql`g.user_id = ${person}`)
}

/** Who read one report of a structure, oldest first; nothing to anybody but who answers for it while the query runs. */
export async function readingsOfStructureReport(
  db: Db,
  { person, structure, advisor, report }: ReadersQuestion & { advisor: PersonId; report: DocumentId },
): Promise<ReportReading[]> {
  const whose = sql`${fromResponsable} and a.person_id = ${advisor} and a.role = 'advisor'`
  return readingsOfReport(db, report, whose, isResponsable({ person, structure }))
}

/** What its members read of a structure's reports on these days, the last first; to who answers for it alone. */
export async function structureReadings(
  db: Db,
  question: ReadersQuestion,
  { from, to }: Period,
): Promise<Omit<StructureReadings, 'month'>> {
  const within = sql`${isResponsable(question)} and x.day between ${from}::date and ${to}::date`
  const advisorName = sql`concat_ws(' ', o.given_name, o.family_name)`
  const openings = await sql`
    select ${readerName}, x.at, x.report_id as report, d.day, ${advisorName} as "advisorName"
    ${fromResponsable}
    join report_opening x on x.scope_id = a.scope_id
    join person o on o.person_id = a.person_id
    left join person p on p.person_id = x.reader_id
    left join doc d on d.scope_id = x.scope_id and d.id = x.report_id
    where ${within}
    order by x.at desc, x.report_id`.execute(db)
  const lists = await sql`
    select max(concat_ws(' ', p.given_name, p.family_name)) as "readerName", min(x.at) as at, x.way,
      sum(cardinality(x.reports))::int as reports, min(x.first_day) as "from", max(x.last_day) as "to",
      array_agg(${advisorName} order by o.family_name, o.given_name, o.person_id) as "advisorNames"
    ${fromResponsable}
    join list_reading x on x.scope_id = a.scope_id
    join person o on o.person_id = a.person_id
    left join person p on p.person_id = x.reader_id
    where ${within}
    group by x.day, x.reader_id, x.way
    order by min(x.at) desc, x.reader_id, x.way`.execute(db)
  return structureSchema.parse({ openings: openings.rows, lists: lists.rows })
}

const ownSchema = z.omit(ownReadingsSchema, { month: true })
const structureSchema = z.omit(structureReadingsSchema, { month: true })

interface ReadersQuestion {
  readonly person: PersonId
  readonly structure: StructureId
}

const readerName = sql`concat_ws(' ', p.given_name, p.family_name) as "readerName"`
const fromResponsable = sql`from membership m join assignment a on a.structure_id = m.structure_id`

function isResponsable({ person, structure }: ReadersQuestion) {
  return sql`m.person_id = ${person} and m.structure_id = ${structure} and m.role = 'responsable'`
}

async function readingsOfReport(
  db: Db,
  report: DocumentId,
  whose: ReturnType<typeof sql>,
  within: ReturnType<typeof sql>,
): Promise<ReportReading[]> {
  const { rows } = await sql`
    select ${readerName}, x.at, 'page' as way
    ${whose}
    join report_opening x on x.scope_id = a.scope_id and x.report_id = ${report}
    left join person p on p.person_id = x.reader_id
    where ${within}
    union all
    select ${readerName}, x.at, x.way
    ${whose}
    join list_reading x on x.scope_id = a.scope_id and ${report} = any(x.reports)
    left join person p on p.person_id = x.reader_id
    where ${within}
    order by 2, 3`.execute(db)
  return rows.map((row) => reportReadingSchema.parse(row))
}

/** Forgets which reports were opened before a day. Answers of how many rows. */
export async function forgetOpeningsBefore(db: Db, day: CalendarDay): Promise<number> {
  const { rows } = await sql`
    delete from report_opening where scope_id is not null and day < ${day} returning 1`.execute(db)
  return rows.length
}

/** The same of what lists held. */
export async function forgetListReadingsBefore(db: Db, day: CalendarDay): Promise<number> {
  const { rows } = await sql`
    delete from list_reading where scope_id is not null and day < ${day} returning 1`.execute(db)
  return rows.length
}
