import { expect, test } from 'vitest'
import {
  monthAnomaliesSchema,
  settlementsAnswerSchema,
  type StructureAnomaly,
} from '../../../src/domain/access/month-anomalies.ts'
import { settlementsThatCount } from '../../../src/domain/anomalies/settlement.ts'
import { addToMonth, calendarMonthSchema, daysOfMonth } from '../../../src/domain/calendar-month.ts'
import { documentIdSchema, personIdSchema, type PersonId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { writeServerDocuments } from '../../../src/server/sync/write-server-document.ts'
import { anomaliesOf, dayOf } from '../../builders/anomalies/advisor-life.ts'
import { firstLives } from '../../builders/anomalies/invented-lives.ts'
import { realisticLife } from '../../builders/anomalies/realistic-life.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { aUuid } from '../../builders/an-id.ts'
import { seededRandom } from '../../../src/server/demonstration/seeded-random.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf, today } from '../test-cast.ts'

const november = calendarMonthSchema.parse('2026-11')
const addressOf = (structure: string, month: string = november) =>
  `/api/structures/${structure}/months/${month}/anomalies`
const secondManager = personIdSchema.parse('018ce800-0000-7000-8000-00000000f007')
const reader = personIdSchema.parse('018ce800-0000-7000-8000-00000000f008')

/** Kinds that earlier months are read for. */
const whatHistoryDecides = ['large-workshop', 'silence', 'untouched-mission', 'unusual-month']

function idOf(number: number) {
  return documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

async function read(app: App, person: PersonId, address = addressOf(townHall.id)) {
  const answer = await app.inject({ url: address, headers: await signedIn(app, person) })
  expect(answer.statusCode).toBe(200)
  return { body: answer.body, ...monthAnomaliesSchema.parse(answer.json()) }
}

/** The findings of one kind, which the test is about: an advisor who files nothing else has silences too. */
async function readKind(app: App, person: PersonId, kind: string): Promise<StructureAnomaly[]> {
  return (await read(app, person)).anomalies.filter((one) => one.kind === kind)
}

async function settle(app: App, person: PersonId, payload: Record<string, unknown>) {
  const request = mutation(`${addressOf(townHall.id)}/settle`, { payload })
  return app.inject({ ...request, headers: { ...request.headers, ...(await signedIn(app, person)) } })
}

async function withdraw(app: App, person: PersonId, id: string, structure: string = townHall.id) {
  const request = mutation(`/api/structures/${structure}/anomaly-settlements/${id}`, { method: 'DELETE' })
  return app.inject({ ...request, headers: { ...request.headers, ...(await signedIn(app, person)) } })
}

async function plantMember(store: Store, id: PersonId, role: 'responsable' | 'lecteur'): Promise<void> {
  const at = '2026-11-01T08:00:00.000Z'
  await beside(async () => {
    const email = `${id}@saint-girons.example`
    const person = {
      person_id: id,
      email,
      email_key: email,
      given_name: 'Inès',
      family_name: 'Roy',
      created_at: at,
    }
    await store.db.insertInto('person').values(person).execute()
    await store.db
      .insertInto('membership')
      .values({ person_id: id, structure_id: townHall.id, role, since: at })
      .execute()
  })
}

/** Awa has a day of fourteen hours. */
async function plantLongDay(store: Store, minutes = 840): Promise<void> {
  await plantCast(store)
  await plantDocument(store, 'awa', { id: idOf(1), body: aReport({ date: '2026-11-19', minutes }) })
}

describeEachStore('what deserves a look in a structure’s month', (given) => {
  test('is read with its evidence, by the columns that an employer may read and no other', async () => {
    await plantCast(given())
    const person = { kind: 'suivi', id: idOf(77), gender: 'feminin' }
    const body = aReport({ beneficiary: person, notes: 'Une note privée de tous', tags: ['étiquette'] })
    await plantDocument(given(), 'awa', { id: idOf(1), body })
    await plantDocument(given(), 'awa', {
      id: idOf(2),
      body: { ...body, notes: 'Une note privée de tous !' },
    })
    const app = await anApp(given())
    const { body: text, anomalies } = await read(app, cast.chantal.id)
    const [twice] = anomalies.filter(({ kind }) => kind === 'filed-twice')
    expect(twice).toMatchObject({
      version: 1,
      advisorId: cast.awa.id,
      advisorName: 'Awa Diallo',
      sentence: expect.stringContaining('notes presque identiques'),
      evidence: [
        { id: idOf(1), minutes: 45, sharedNote: null },
        { id: idOf(2), minutes: 45, sharedNote: null },
      ],
      evidenceCount: 2,
      settlements: [],
    })
    expect(text).not.toMatch(new RegExp(`note privée|étiquette|feminin|${idOf(77)}|"scope|position`))
  })

  test('of a day outside the contract is told by its day, and nothing is shown of the report', async () => {
    await plantCast(given())
    await beside(() =>
      given()
        .db.updateTable('contract')
        .set({ ends: '2026-11-15' })
        .where('scope_id', '=', scopeOf('awa'))
        .execute(),
    )
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport({ date: '2026-11-19', minutes: 900 }) })
    const app = await anApp(given())
    const { anomalies, body } = await read(app, cast.chantal.id)
    const ofAwa = anomalies.filter(({ advisorId }) => advisorId === cast.awa.id)
    expect(ofAwa.map(({ kind, evidence, evidenceCount }) => [kind, evidence, evidenceCount])).toEqual([
      ['outside-contract', [], 1],
    ])
    expect(body).not.toContain(idOf(1))
  })

  test('is what the rules find in all that was filed', async () => {
    await plantCast(given())
    const month = calendarMonthSchema.parse('2026-09')
    const whole = realisticLife(7, today)
    let life = {
      ...whole,
      scope: scopeOf('awa'),
      department: '09',
      // Nobody declared the leave of August.
      absences: whole.absences.filter(({ from }) => !from.startsWith('2026-08')),
      contracts: [{ starts: daysOfMonth(calendarMonthSchema.parse('2024-11')).from, ends: null }],
      reports: whole.reports.filter((report) => dayOf(report) >= '2026-01-01'),
    }
    // The contract is the one that the cast is planted with; the store refuses what doesn't add up; a silence takes away
    // what the others put in, and August has one.
    const notHere = ['outside-contract', 'sums-above-total', 'silence']
    for (const { kind, fault } of firstLives.faults) {
      const spoilt = fault(seededRandom(kind), life, daysOfMonth(month))
      if (spoilt && !notHere.includes(kind))
        life = { ...life, reports: spoilt.reports as typeof life.reports }
    }
    await beside(() =>
      inTransaction(given(), (tx) =>
        writeServerDocuments(
          tx,
          life.scope,
          [
            ...life.reports.map(({ id, body }) => ({ collection: 'report' as const, id, body })),
            ...life.absences.map(({ from, to, kind }) => ({
              collection: 'absence' as const,
              id: aDocumentId(),
              body: { from, to, kind, declaredBy: 'advisor' },
            })),
          ].map((document) => ({ ...document, by: cast.awa.id, at: '2026-11-20T09:00:00.000Z' })),
        ),
      ),
    )
    const app = await anApp(given())
    const kinds = new Set<string>()
    for (const looked of [addToMonth(month, -1), month]) {
      const expected = anomaliesOf(life, looked, today)
      const { anomalies } = await read(app, cast.chantal.id, addressOf(townHall.id, looked))
      const ofAwa = anomalies.filter(({ advisorId }) => advisorId === cast.awa.id)
      expect(ofAwa.map(({ key, kind, sentence }) => ({ key, kind, sentence }))).toEqual(
        expected.map(({ key, kind, sentence }) => ({ key, kind, sentence })),
      )
      for (const { kind } of expected) kinds.add(kind)
    }
    expect([...kinds].sort()).toEqual(expect.arrayContaining(whatHistoryDecides))
  })

  test('is what the earlier notes of an advisor say of a habit', async () => {
    await plantCast(given())
    const december = calendarMonthSchema.parse('2026-12')
    const text = 'Accueil au bus, demande traitée sur place'
    const plant = async (advisor: 'awa' | 'bruno', from: number, month: string, notes: string) => {
      for (let day = 1; day <= 10; day += 1) {
        const date = `${month}-${String(day).padStart(2, '0')}`
        const body = aReport({ date, filedOn: date, notes })
        await plantDocument(given(), advisor, { id: idOf(from + day), body })
      }
    }
    // Typed otherwise, it is the same text.
    await plant('awa', 100, '2026-11', text.toUpperCase())
    await plant('awa', 200, '2026-12', text)
    await plant('bruno', 300, '2026-12', text)
    const app = await anApp(given(), { clock: aClock('2026-12-20T09:00:00Z') })
    const address = addressOf(townHall.id, december)
    const { anomalies, body } = await read(app, cast.chantal.id, address)
    const repeated = anomalies.filter(({ kind }) => kind === 'same-text')
    expect(repeated.map(({ advisorId, version }) => [advisorId, version])).toEqual([[cast.bruno.id, 2]])
    expect(body).not.toContain('Accueil')
  })

  test('I14 is of its own advisors, and nobody else is answered', async () => {
    await plantLongDay(given())
    const hugos = aReport({ date: '2026-11-19', minutes: 900 })
    await plantDocument(given(), 'hugo', { id: idOf(2), body: hugos })
    const app = await anApp(given())
    const ofDenis = await read(app, cast.denis.id, addressOf(association.id))
    expect(new Set(ofDenis.anomalies.map(({ advisorName }) => advisorName))).toEqual(new Set(['Hugo Lafont']))
    for (const person of [cast.awa, cast.denis, cast.elsa, cast.farid, cast.gaelle]) {
      const answer = await app.inject({
        url: addressOf(townHall.id),
        headers: await signedIn(app, person.id),
      })
      expect([person.givenName, answer.statusCode]).toEqual([person.givenName, 403])
    }
  })

  test('is the same for an advisor whatever the others file', async () => {
    await plantLongDay(given())
    const app = await anApp(given())
    const ofAwa = async () =>
      (await read(app, cast.chantal.id)).anomalies.filter(({ advisorId }) => advisorId === cast.awa.id)
    const alone = await ofAwa()
    expect(alone).not.toEqual([])
    const notes = 'Accompagnement aux démarches en ligne'
    for (let number = 1; number <= 12; number += 1) {
      const workshop = aReportOfKind('collectif', { date: '2026-11-19', notes, anonymous: { total: 90 } })
      await plantDocument(given(), 'bruno', { id: idOf(number), body: workshop })
    }
    expect(await ofAwa()).toEqual(alone)
  })

  test('says nothing of reports that were deleted', async () => {
    await plantLongDay(given())
    const app = await anApp(given())
    expect(await readKind(app, cast.chantal.id, 'long-day')).toHaveLength(1)
    await beside(() =>
      given()
        .db.updateTable('doc')
        .set({ state: 'deleted' })
        .where('scope_id', '=', scopeOf('awa'))
        .execute(),
    )
    expect(await readKind(app, cast.chantal.id, 'long-day')).toEqual([])
  })

  test('shows ten reports of many, and says how many there are', async () => {
    await plantCast(given())
    const notes = 'Accompagnement aux démarches en ligne'
    for (let number = 1; number <= 12; number += 1) {
      const date = `2026-11-${String(number + 11).padStart(2, '0')}`
      await plantDocument(given(), 'awa', { id: idOf(number), body: aReport({ date, notes }) })
    }
    const [same] = await readKind(await anApp(given()), cast.chantal.id, 'same-text')
    expect([same?.evidence.length, same?.evidenceCount]).toEqual([10, 12])
  })

  test.each(['2026-13', '2026', 'novembre'])('is told that %s is not a month', async (month) => {
    await plantCast(given())
    const app = await anApp(given())
    const headers = await signedIn(app, cast.chantal.id)
    const answer = await app.inject({ url: addressOf(townHall.id, month), headers })
    expect(answer.statusCode).toBe(400)
  })
})

describeEachStore('settling', (given) => {
  async function aLongDay(app: App): Promise<StructureAnomaly> {
    const [anomaly] = await readKind(app, cast.chantal.id, 'long-day')
    if (!anomaly) throw new Error('there is a long day')
    return anomaly
  }

  test('by a sentence, with who and when, holds as long as the facts are the same', async () => {
    await plantLongDay(given())
    const app = await anApp(given())
    const { key } = await aLongDay(app)
    const id = aUuid()
    const answer = await settle(app, cast.chantal.id, {
      id,
      key,
      sentence: '  Une journée portes ouvertes. ',
    })
    expect(answer.statusCode).toBe(200)
    const said = {
      id,
      key,
      sentence: 'Une journée portes ouvertes.',
      by: cast.chantal.id,
      byName: 'Chantal Rouch',
      at: '2026-11-23T10:00:00.000Z',
      withdrawn: null,
    }
    expect(settlementsAnswerSchema.parse(answer.json())).toEqual({ key, settlements: [said] })
    expect((await aLongDay(app)).settlements).toEqual([said])

    // A note typed since changes nothing of what was judged.
    const body = aReport({ date: '2026-11-19', minutes: 840, notes: 'Précision' })
    await plantDocument(given(), 'awa', { id: idOf(1), body })
    expect((await aLongDay(app)).settlements).toEqual([said])

    await plantDocument(given(), 'awa', { id: idOf(1), body: { ...body, minutes: 900 } })
    expect((await aLongDay(app)).settlements).toEqual([])
  })

  test('sent twice is written once', async () => {
    await plantLongDay(given())
    const app = await anApp(given())
    const { key } = await aLongDay(app)
    const payload = { id: aUuid(), key, sentence: 'Vérifié.' }
    await settle(app, cast.chantal.id, payload)
    await settle(app, cast.chantal.id, payload)
    expect((await aLongDay(app)).settlements).toHaveLength(1)
  })

  test('by two at once keeps both, of which the first counts, and the second once the first is withdrawn', async () => {
    await plantLongDay(given())
    await plantMember(given(), secondManager, 'responsable')
    const clock = aClock()
    const app = await anApp(given(), { clock })
    const { key } = await aLongDay(app)
    const [first, second] = [aUuid(), aUuid()]
    await Promise.all([
      settle(app, cast.chantal.id, { id: first, key, sentence: 'Vérifié.' }),
      settle(app, secondManager, { id: second, key, sentence: 'Vu avec Awa.' }),
    ])
    const { settlements } = await aLongDay(app)
    expect(settlements.map(({ id }) => id)).toEqual([first, second])
    expect(settlementsThatCount(settlements).get(key)?.id).toBe(first)

    clock.forward({ minutes: 1 })
    const answer = await withdraw(app, secondManager, first)
    const left = settlementsAnswerSchema.parse(answer.json()).settlements
    expect(left[0]?.withdrawn).toEqual({ byName: 'Inès Roy', at: '2026-11-23T10:01:00.000Z' })
    expect(settlementsThatCount(left).get(key)?.id).toBe(second)

    clock.forward({ minutes: 1 })
    await withdraw(app, cast.chantal.id, first)
    expect((await aLongDay(app)).settlements[0]?.withdrawn?.byName).toBe('Inès Roy')
  })

  test('nothing that was said is ever changed or lost', async () => {
    await plantLongDay(given())
    const app = await anApp(given())
    const { key, sentence: finding } = await aLongDay(app)
    const id = aUuid()
    await settle(app, cast.chantal.id, { id, key, sentence: 'Vérifié.' })
    await withdraw(app, cast.chantal.id, id)
    await settle(app, cast.chantal.id, { id: aUuid(), key, sentence: 'Vérifié de nouveau.' })
    const rows = await beside(() =>
      given().db.selectFrom('anomaly_settlement').selectAll().orderBy('at').execute(),
    )
    expect(rows).toHaveLength(2)
    expect(rows.find(({ settlement_id }) => settlement_id === id)).toMatchObject({
      structure_id: townHall.id,
      month: november,
      kind: 'long-day',
      rule_version: 1,
      finding,
      sentence: 'Vérifié.',
      by_person: cast.chantal.id,
    })
  })

  test('is for who is responsible for the structure: a reader reads, others have no access', async () => {
    await plantLongDay(given())
    await plantMember(given(), reader, 'lecteur')
    const app = await anApp(given())
    const { key } = await aLongDay(app)
    const id = aUuid()
    await settle(app, cast.chantal.id, { id, key, sentence: 'Vérifié.' })
    expect(await readKind(app, reader, 'long-day')).toHaveLength(1)
    for (const person of [reader, cast.awa.id, cast.denis.id, cast.elsa.id]) {
      const said = await settle(app, person, { id: aUuid(), key, sentence: 'Vérifié.' })
      const taken = await withdraw(app, person, id)
      expect([said.statusCode, taken.statusCode]).toEqual([403, 403])
    }
    const elsewhere = await withdraw(app, cast.denis.id, id, association.id)
    expect(elsewhere.statusCode).toBe(404)
    expect((await aLongDay(app)).settlements.map(({ withdrawn }) => withdrawn)).toEqual([null])
  })

  test('of what isn’t there is refused, and nothing is written', async () => {
    await plantLongDay(given())
    await plantDocument(given(), 'bruno', { id: idOf(3), body: aReportOfKind('evenement') })
    const app = await anApp(given())
    const { key } = await aLongDay(app)
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport({ date: '2026-11-19', minutes: 900 }) })
    const gone = await settle(app, cast.chantal.id, { id: aUuid(), key, sentence: 'Vérifié.' })
    expect(gone.statusCode).toBe(404)
    const empty = await settle(app, cast.chantal.id, { id: aUuid(), key, sentence: '   ' })
    expect([empty.statusCode, empty.json()]).toEqual([400, expect.objectContaining({ field: 'sentence' })])
    const rows = await beside(() => given().db.selectFrom('anomaly_settlement').selectAll().execute())
    expect(rows).toEqual([])
  })
})
