import { expect, test } from 'vitest'
import type { SaidAbsence } from '../../../src/domain/absence/absence.ts'
import { structureAbsencesSchema } from '../../../src/domain/access/structure-absences.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { documentIdSchema, type DocumentId } from '../../../src/domain/ids.ts'
import { pullAnswerSchema } from '../../../src/domain/sync/wire.ts'
import { protocolVersion, schemaVersion } from '../../../src/domain/sync/limits.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import { putContract } from '../../../src/server/store/provisioning-assignments.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { aDeviceId, anOpId, aUuid } from '../../builders/an-id.ts'
import { testEpoch } from '../databases.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'

const path = `/api/structures/${townHall.id}/absences`
const day = (text: string) => calendarDaySchema.parse(text)
const leave: SaidAbsence = { kind: 'conge', from: day('2026-12-21'), to: day('2026-12-31') }

type Member = keyof typeof cast

async function reads(app: App, person: Member = 'chantal') {
  const answer = await app.inject({ url: path, headers: await signedIn(app, cast[person].id) })
  expect(answer.statusCode, answer.body).toBe(200)
  return structureAbsencesSchema.parse(answer.json())
}

async function declares(
  app: App,
  {
    person = 'chantal',
    advisor = 'awa',
    absence = leave,
    key = aUuid(),
  }: Partial<{
    person: Member
    advisor: 'awa' | 'bruno' | 'hugo'
    absence: SaidAbsence
    key: string
  }> = {},
) {
  const payload = { key, advisor: cast[advisor].id, absence }
  const headers = await signedIn(app, cast[person].id)
  const answer = await app.inject(mutation(path, { payload, headers }))
  return { status: answer.statusCode, body: answer.json<{ id?: DocumentId; code?: string }>() }
}

async function withdraws(app: App, id: DocumentId, person: Member = 'chantal') {
  const headers = await signedIn(app, cast[person].id)
  const request = mutation(`${path}/${id}`, { method: 'DELETE', headers })
  delete request.headers?.['content-type']
  return (await app.inject(request)).statusCode
}

/** What Awa's phone is told, from the beginning. */
async function awaPulls(app: App) {
  const sender = {
    protocol: protocolVersion,
    epoch: testEpoch,
    deviceId: aDeviceId(),
    user: cast.awa.id,
    schema: schemaVersion,
    app: 'test',
  }
  const payload = { ...sender, limit: 100, maxBytes: 100_000, scopes: {} }
  const headers = await signedIn(app, cast.awa.id)
  const answer = await app.inject(mutation('/api/sync/v1/pull', { payload, headers }))
  return pullAnswerSchema.parse(answer.json()).changes.filter(({ collection }) => collection === 'absence')
}

async function awaPushes(app: App, op: object) {
  const sender = { protocol: protocolVersion, epoch: testEpoch, deviceId: aDeviceId(), user: cast.awa.id }
  const at = '2026-11-23T10:00:00.000Z'
  const ops = [{ opId: anOpId(), scope: scopeOf('awa'), collection: 'absence', at, set: {}, base: {}, ...op }]
  const payload = { ...sender, schema: schemaVersion, app: 'test', sentAt: at, queued: 1, ops }
  const headers = await signedIn(app, cast.awa.id)
  const answer = await app.inject(mutation('/api/sync/v1/push', { payload, headers }))
  return answer.json<{ results: { status: string }[] }>().results.map(({ status }) => status)
}

function idOf(number: number) {
  return documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

async function plantOwn(store: Store, fields: object, id = idOf(1)) {
  const body = { kind: 'maladie', from: '2026-11-23', to: '2026-11-24', declaredBy: 'advisor', ...fields }
  await plantDocument(store, 'awa', { id, collection: 'absence', body })
}

describeEachStore('absences of a structure’s advisors', (given) => {
  test('are read with their kind, and who declared them', async () => {
    await plantCast(given())
    await plantOwn(given(), { fieldOfLater: 'ce que personne ne lit' })
    const app = await anApp(given())
    await declares(app)
    const { absences, advisors } = await reads(app)
    const awa = { advisorId: cast.awa.id, advisorName: 'Awa Diallo' }
    expect(absences).toEqual([
      {
        ...awa,
        id: idOf(1),
        kind: 'maladie',
        from: '2026-11-23',
        to: '2026-11-24',
        byName: 'Awa Diallo',
        isOurs: false,
      },
      { ...awa, ...leave, id: absences[1]?.id, byName: 'Chantal Rouch', isOurs: true },
    ])
    expect(advisors.map(({ name }) => name)).toEqual(['Awa Diallo', 'Bruno Estèbe'])
  })

  test('I4 what the employer declares reaches the advisor’s phone, by the counter of the scope', async () => {
    await plantCast(given())
    await plantOwn(given(), {})
    const app = await anApp(given())
    const { status, body } = await declares(app)
    expect(status).toBe(201)
    const changes = await awaPulls(app)
    expect(changes.map(({ id, rev, seq }) => ({ id, rev, seq }))).toEqual([
      { id: idOf(1), rev: 1, seq: 1 },
      { id: body.id, rev: 1, seq: 2 },
    ])
    expect(changes[1]?.body).toEqual({ ...leave, declaredBy: 'structure' })
  })

  test('the same days declared by both are both kept', async () => {
    await plantCast(given())
    const app = await anApp(given())
    await plantOwn(given(), leave)
    await declares(app)
    expect((await reads(app)).absences.map(({ byName }) => byName).sort()).toEqual([
      'Awa Diallo',
      'Chantal Rouch',
    ])
  })

  test('I3 asked twice, because an answer was lost, it is there once, and what the advisor made of it stands', async () => {
    await plantCast(given())
    const app = await anApp(given())
    const key = aUuid()
    const { body } = await declares(app, { key })
    const corrected = { set: { to: '2026-12-24' }, base: { to: leave.to } }
    expect(await awaPushes(app, { id: body.id, kind: 'patch', baseRev: 1, ...corrected })).toEqual([
      'applied',
    ])
    expect(await declares(app, { key })).toEqual({ status: 201, body })
    const { absences } = await reads(app)
    expect(absences.map(({ to }) => to)).toEqual(['2026-12-24'])
  })

  test('I21 asked again once the advisor has deleted it, it doesn’t come back', async () => {
    await plantCast(given())
    const app = await anApp(given())
    const key = aUuid()
    const { body } = await declares(app, { key })
    expect(await awaPushes(app, { id: body.id, kind: 'delete', baseRev: 1 })).toEqual(['applied'])
    await declares(app, { key })
    expect((await reads(app)).absences).toEqual([])
  })

  test('two members who declare at the same moment lose nothing', async () => {
    await plantCast(given())
    const app = await anApp(given())
    const sent = await Promise.all(Array.from({ length: 5 }, () => declares(app)))
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect((await reads(app)).absences).toHaveLength(5)
    expect((await awaPulls(app)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  })

  test('can be declared for days inside a contract, and for an advisor of one’s own', async () => {
    await plantCast(given())
    const app = await anApp(given())
    const before = { ...leave, from: day('2024-06-03'), to: day('2024-06-07') }
    expect(await declares(app, { absence: before })).toMatchObject({
      status: 409,
      body: { code: 'outside-contract' },
    })
    expect(await declares(app, { advisor: 'hugo' })).toMatchObject({ status: 404 })
    expect(await declares(app, { person: 'denis' })).toMatchObject({ status: 403 })
    expect((await reads(app)).absences).toEqual([])
  })

  test('nothing is added ninety days after the last contract', async () => {
    await plantCast(given())
    await beside(() =>
      inTransaction(given(), async (tx) => {
        await tx.deleteFrom('contract').where('scope_id', '=', scopeOf('awa')).execute()
        await putContract(tx, {
          scope: scopeOf('awa'),
          id: aUuid(),
          starts: day('2026-01-01'),
          ends: day('2026-06-30'),
        })
      }),
    )
    const app = await anApp(given())
    const absence = { ...leave, from: day('2026-06-01'), to: day('2026-06-05') }
    expect(await declares(app, { absence })).toMatchObject({ status: 409, body: { code: 'scope-closed' } })
  })

  test('I14 outside the contracts with the structure they are not shown', async () => {
    await plantCast(given())
    await plantOwn(given(), { from: '2020-03-02', to: '2020-03-06' })
    expect((await reads(await anApp(given()))).absences).toEqual([])
  })

  test('are taken back by the structure that declared them, and by nobody else', async () => {
    await plantCast(given())
    await plantOwn(given(), {})
    const app = await anApp(given())
    const { body } = await declares(app)
    if (!body.id) throw new Error('it was declared')
    expect(await withdraws(app, body.id, 'denis')).toBe(403)
    expect(await withdraws(app, body.id, 'awa')).toBe(403)
    expect(await withdraws(app, idOf(1))).toBe(404)
    expect(await withdraws(app, body.id)).toBe(204)
    expect((await reads(app)).absences.map(({ id }) => id)).toEqual([idOf(1)])
    expect((await awaPulls(app)).map(({ state }) => state)).toEqual(['live', 'deleted'])
    expect(await withdraws(app, body.id)).toBe(404)
  })

  test('who was a member declares nothing any more', async () => {
    await plantCast(given())
    const app = await anApp(given())
    await beside(() => given().db.deleteFrom('membership').where('person_id', '=', cast.chantal.id).execute())
    expect(await declares(app)).toMatchObject({ status: 403 })
    expect(await awaPulls(app)).toEqual([])
  })

  test('I28 days that are none are refused, and nothing is half written', async () => {
    await plantCast(given())
    const app = await anApp(given())
    const backwards = { ...leave, to: day('2026-12-01') }
    expect(await declares(app, { absence: backwards })).toMatchObject({ status: 400 })
    expect(await awaPulls(app)).toEqual([])
  })
})
