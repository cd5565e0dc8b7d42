import { sql } from 'kysely'
import { calendarDaySchema, frenchDayOf, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import { calendarMonthSchema, daysOfMonth } from '../../../src/domain/calendar-month.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { seededRandom } from '../../../src/server/demonstration/seeded-random.ts'
import { asJson } from '../../../src/server/store/database-values.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { dayOf, type FiledReport } from '../../builders/anomalies/advisor-life.ts'
import {
  copiedWithinTenMinutes,
  dayOfFourteenHours,
  thirtyEqualTexts,
} from '../../builders/anomalies/inject-fault.ts'
import { realisticLife } from '../../builders/anomalies/realistic-life.ts'
import { aUuid } from '../../builders/an-id.ts'

export const benchedMonth = calendarMonthSchema.parse('2026-09')
export const benchedNow = new Date('2026-11-23T10:00:00.000Z')

const reportsOfMonth = 5_000
const lives = 8
const at = '2024-11-01T08:00:00.000Z'

interface Filled {
  readonly advisors: number
  readonly reports: number
  readonly ofMonth: number
}

/** A structure with as many advisors as it takes for a month of 5,000 reports, each with a year of them. */
export async function fillStructure(store: Store): Promise<Filled> {
  await plantStructure(store)
  const today = frenchDayOf(benchedNow)
  const years = Array.from({ length: lives }, (_, index) =>
    spoiltLife(index + 1, today).filter((report) => dayOf(report) >= '2025-09-01'),
  )
  const filled = { advisors: 0, reports: 0, ofMonth: 0 }
  while (filled.ofMonth < reportsOfMonth) {
    const reports = years[filled.advisors % lives] ?? []
    await plantAdvisor(store, filled.advisors, reports)
    filled.advisors += 1
    filled.reports += reports.length
    filled.ofMonth += reports.filter((report) => dayOf(report).startsWith(benchedMonth)).length
  }
  await sql`analyze`.execute(store.db)
  return filled
}

/** With something to look at in the month: a copy, a long day, or a text said thirty times. */
function spoiltLife(number: number, today: CalendarDay): readonly FiledReport[] {
  const life = realisticLife(number, today)
  const fault = [copiedWithinTenMinutes, dayOfFourteenHours, thirtyEqualTexts][number % 3]
  const spoilt = fault?.(seededRandom(`spoilt/${number}`), life, daysOfMonth(benchedMonth))
  return (spoilt ?? life).reports
}

/** The reference: the bodies that the rules read, in one statement, and nothing else. */
export async function readBodies({ db }: Store): Promise<void> {
  const { from, to } = daysOfMonth(benchedMonth)
  await db
    .selectFrom('doc')
    .select(['scope_id', 'id', 'body'])
    .where('collection', '=', 'report')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
}

async function plantStructure({ db }: Store): Promise<void> {
  const { id, email, givenName, familyName } = cast.chantal
  const person = { person_id: id, email, email_key: email, given_name: givenName, family_name: familyName }
  await db
    .insertInto('person')
    .values({ ...person, created_at: at })
    .execute()
  const structure = { structure_id: townHall.id, name: townHall.name, commune: townHall.commune }
  await db
    .insertInto('structure')
    .values({ ...structure, created_at: at })
    .execute()
  const membership = { person_id: id, structure_id: townHall.id, role: 'responsable' as const, since: at }
  await db.insertInto('membership').values(membership).execute()
}

async function plantAdvisor({ db }: Store, number: number, reports: readonly FiledReport[]): Promise<void> {
  const [person, scope] = [aUuid(), aUuid()]
  const email = `conseiller-${number}@saint-girons.example`
  const names = { given_name: 'Camille', family_name: `Numéro ${number}` }
  await db
    .insertInto('person')
    .values({ person_id: person, email, email_key: email, ...names, created_at: at })
    .execute()
  const assignment = {
    scope_id: scope,
    person_id: person,
    structure_id: townHall.id,
    role: 'advisor' as const,
  }
  await db.insertInto('assignment').values(assignment).execute()
  const contract = { scope_id: scope, contract_id: aUuid(), starts: calendarDaySchema.parse('2024-01-01') }
  await db.insertInto('contract').values(contract).execute()
  await db
    .insertInto('sync_scope')
    .values({ scope_id: scope, kind: 'advisor', seq: reports.length, digest: '0' })
    .execute()
  await sql`
    insert into doc (scope_id, id, collection, rev, seq, state, day, schema_v, body, updated_at)
    select ${scope}::uuid, (r.value ->> 'id')::uuid, 'report', 1, r.ordinality, 'live',
      (r.value -> 'body' ->> 'date')::date, 1, r.value -> 'body', ${at}::timestamptz
    from jsonb_array_elements(${asJson(reports)}::jsonb) with ordinality as r`.execute(db)
}
