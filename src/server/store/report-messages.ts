import { sql } from 'kysely'
import * as z from 'zod/mini'
import {
  structureMessageSchema,
  type StructureMessage,
  type StructureThread,
} from '../../domain/access/structure-questions.ts'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import {
  documentIdSchema,
  personIdSchema,
  scopeIdSchema,
  type DocumentId,
  type PersonId,
  type StructureId,
} from '../../domain/ids.ts'
import { isInsideContract } from './readable-reports.ts'
import type { Db } from './tables.ts'

/** Messages read at a time, the last ones: far more than a structure asks in a year. */
const mostMessages = 1000

interface Row {
  id: string
  report: string
  day: string
  report_state: string
  advisor_id: string
  advisor_name: string
  by_name: string | null
  is_advisors: boolean
  kind: string
  text: string | null
  settles: unknown
  at: string
}

/** Whether a day of the document `r` is inside a contract of its scope. */
const isInContract = isInsideContract('r')

/**
 * What was said of the reports of a structure's advisors, for days inside a contract with it; nothing to anybody who
 * isn't a member while the query runs. Each message is read as it was written first, and who wrote that: nothing that
 * comes to its document later changes what somebody said, or who.
 */
export async function structureThreads(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<StructureThread[]> {
  const { rows } = await sql<Row>`
    select d.id, r.id as report, r.day, r.state as report_state, p.person_id as advisor_id,
      concat_ws(' ', p.given_name, p.family_name) as advisor_name,
      concat_ws(' ', w.given_name, w.family_name) as by_name,
      h.by_user = a.person_id as is_advisors, h.set_fields ->> 'kind' as kind, h.set_fields ->> 'text' as text,
      h.set_fields -> 'settles' as settles, h.at
    from membership m
    join assignment a on a.structure_id = m.structure_id and a.role = 'advisor'
    join person p on p.person_id = a.person_id
    join doc d on d.scope_id = a.scope_id and d.collection = 'report-message' and d.state <> 'erased'
    join doc_history h on h.scope_id = d.scope_id and h.id = d.id and h.rev = 1
    left join person w on w.person_id = h.by_user
    join doc r on r.scope_id = d.scope_id and r.collection = 'report'
      -- In this order: what other collections hold under that name may be no id.
      and r.id = case when d.collection = 'report-message' then (h.set_fields ->> 'report')::uuid end
    where m.person_id = ${person} and m.structure_id = ${structure} and ${isInContract}
    order by h.at desc, d.seq desc, d.scope_id
    limit ${mostMessages}`.execute(db)
  return threadsOf(rows)
}

function threadsOf(rows: readonly Row[]): StructureThread[] {
  const threads = new Map<string, StructureThread>()
  for (const row of rows) {
    const message = messageOf(row)
    if (!message) continue
    // A report's id is its own in its scope only.
    const key = `${row.advisor_id} ${row.report}`
    const known = threads.get(key)
    if (known) known.messages.push(message)
    else threads.set(key, { ...threadOf(row), messages: [message] })
  }
  return [...threads.values()]
}

function threadOf(row: Row): Omit<StructureThread, 'messages'> {
  return {
    report: documentIdSchema.parse(row.report),
    advisorId: personIdSchema.parse(row.advisor_id),
    advisorName: row.advisor_name,
    day: calendarDaySchema.parse(row.day),
    isDeleted: row.report_state !== 'live',
  }
}

/** One of a kind that only a newer version knows is left to it. */
function messageOf(row: Row): StructureMessage | undefined {
  return structureMessageSchema.safeParse({
    id: row.id,
    kind: row.kind,
    byName: row.by_name ?? '',
    isAdvisors: row.is_advisors,
    text: row.text,
    settles: Array.isArray(row.settles) ? row.settles : [],
    at: row.at,
  }).data
}

const askedAboutSchema = z.object({
  scope: scopeIdSchema,
  rev: z.coerce.number(),
  contracts: z.array(z.object({ starts: calendarDaySchema, ends: z.nullable(calendarDaySchema) })),
})

export type AskedAbout = z.infer<typeof askedAboutSchema>

/** A report that a structure may ask about, and where it is; undefined where it may read none such. */
export async function reportOfStructure(
  db: Db,
  { structure, advisor, report }: { structure: StructureId; advisor: PersonId; report: DocumentId },
): Promise<AskedAbout | undefined> {
  const { rows } = await sql`
    select r.scope_id as scope, r.rev, (
      select jsonb_agg(jsonb_build_object('starts', k.starts, 'ends', k.ends))
      from contract k where k.scope_id = r.scope_id) as contracts
    from assignment a
    join doc r on r.scope_id = a.scope_id and r.id = ${report} and r.collection = 'report' and r.state = 'live'
    where a.structure_id = ${structure} and a.person_id = ${advisor} and a.role = 'advisor' and ${isInContract}`.execute(
    db,
  )
  const [row] = rows
  return row === undefined ? undefined : askedAboutSchema.parse(row)
}
