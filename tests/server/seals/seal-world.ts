import type { InjectOptions } from 'fastify'
import { expect } from 'vitest'
import {
  monthToVouchSchema,
  structureMonthsSchema,
  type MonthToVouch,
} from '../../../src/domain/access/structure-months.ts'
import { documentIdSchema, personIdSchema, type PersonId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { aUuid } from '../../builders/an-id.ts'
import { beside } from '../each-store.ts'
import { mutation, signedIn } from '../test-app.ts'
import { plantCast, plantDocument } from '../test-cast.ts'

/** The second *responsable* of the town hall. */
export const ines = personIdSchema.parse('018ce800-0000-7000-8000-00000000f007')

export const october = '2026-10'

export function reportId(number: number) {
  return documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

export function inOctober(fields: Parameters<typeof aReport>[0] = {}) {
  return aReport({ date: '2026-10-14', filedOn: '2026-10-14', ...fields })
}

/** Two reports of Awa's October and a workshop of Bruno's, read on 23 November. */
export async function plantOctober(store: Store): Promise<void> {
  await plantCast(store)
  await plantDocument(store, 'awa', { id: reportId(1), body: inOctober({ minutes: 60 }) })
  await plantDocument(store, 'awa', {
    id: reportId(2),
    body: inOctober({ date: '2026-10-15', filedOn: '2026-10-15', themes: ['securite_numerique'] }),
  })
  await plantDocument(store, 'bruno', {
    id: reportId(3),
    body: aReportOfKind('collectif', { date: '2026-10-16', filedOn: '2026-10-16', minutes: 90 }),
  })
}

export async function plantSecondResponsable(store: Store): Promise<void> {
  const at = '2026-01-05T08:00:00.000Z'
  await beside(async () => {
    const email = 'ines.roy@saint-girons.example'
    const person = { person_id: ines, email, email_key: email, given_name: 'Inès', family_name: 'Roy' }
    await store.db
      .insertInto('person')
      .values({ ...person, created_at: at })
      .execute()
    await store.db
      .insertInto('membership')
      .values({ person_id: ines, structure_id: townHall.id, role: 'responsable', since: at })
      .execute()
  })
}

export async function ask(app: App, person: PersonId, request: InjectOptions) {
  return app.inject({ ...request, headers: { ...request.headers, ...(await signedIn(app, person)) } })
}

export const monthUrl = (month: string = october, structure: string = townHall.id) =>
  `/api/structures/${structure}/months/${month}`

export async function readMonthOf(
  app: App,
  asked: { month?: string; person?: PersonId; structure?: string } = {},
): Promise<MonthToVouch> {
  const { month, person = cast.chantal.id, structure } = asked
  const answer = await ask(app, person, { url: monthUrl(month, structure) })
  expect(answer.statusCode).toBe(200)
  return monthToVouchSchema.parse(answer.json())
}

export async function standingsOf(app: App): Promise<Record<string, string>> {
  const answer = await ask(app, cast.chantal.id, { url: `/api/structures/${townHall.id}/months` })
  expect(answer.statusCode).toBe(200)
  const { months } = structureMonthsSchema.parse(answer.json())
  return Object.fromEntries(months.map(({ month, standing }) => [month, standing]))
}

interface Vouching {
  readonly person?: PersonId
  readonly month?: string
  readonly structure?: string
  readonly id?: string
  readonly seen: string
  readonly reservations?: readonly { advisor: string | null; text: string }[]
}

export async function vouch(app: App, vouching: Vouching) {
  const { person = cast.chantal.id, month, structure, id = aUuid(), seen, reservations = [] } = vouching
  const url = `${monthUrl(month, structure)}/seals`
  return ask(app, person, mutation(url, { payload: { id, seen, reservations } }))
}

/** Chantal vouches for October as she has just read it. */
export async function vouched(app: App, month: string = october): Promise<MonthToVouch> {
  const { seen } = await readMonthOf(app, { month })
  const answer = await vouch(app, { seen, month })
  expect(answer.json()).toMatchObject({ standing: 'vouched' })
  return monthToVouchSchema.parse(answer.json())
}

export function codeOf(answer: { json(): unknown }): unknown {
  const problem = answer.json()
  return typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined
}
