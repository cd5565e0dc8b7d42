import { expect, test } from 'vitest'
import { structureThreadsSchema } from '../../../src/domain/access/structure-questions.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { documentIdSchema, type DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { protocolVersion, schemaVersion } from '../../../src/domain/sync/limits.ts'
import { pullAnswerSchema } from '../../../src/domain/sync/wire.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import { createAssignment, putContract } from '../../../src/server/store/provisioning-assignments.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { writeServerDocument } from '../../../src/server/sync/write-server-document.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDeviceId, aDocumentId, anOpId, aScopeId, aUuid } from '../../builders/an-id.ts'
import { testEpoch } from '../databases.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'

type Member = keyof typeof cast

const report = documentIdSchema.parse('019ab000-0000-7000-8000-000000000001')
const day = (text: string) => calendarDaySchema.parse(text)
const text = 'La durée est-elle bien de deux heures ?'

async function plantWorld(store: Store): Promise<void> {
  await plantCast(store)
  await plantDocument(store, 'awa', { id: report, body: aReport({ date: '2026-11-19' }) })
}

async function reads(app: App, person: Member = 'chantal', structure = townHall.id) {
  const url = `/api/structures/${structure}/questions`
  const answer = await app.inject({ url, headers: await signedIn(app, cast[person].id) })
  expect(answer.statusCode, answer.body).toBe(200)
  return structureThreadsSchema.parse(answer.json()).threads
}

/** What is said in all, in the order of saying: who, and what. */
async function heard(app: App, person: Member = 'chantal', structure = townHall.id) {
  const threads = await reads(app, person, structure)
  const messages = threads.flatMap((thread) => thread.messages)
  return messages.toReversed().map(({ byName, text: words, kind }) => `${byName}: ${words ?? kind}`)
}

interface Asking {
  person: Member
  structure: string
  advisor: 'awa' | 'hugo'
  about: DocumentId
  key: string
  words: string
}

async function asks(app: App, asking: Partial<Asking> = {}) {
  const { person = 'chantal', structure = townHall.id, advisor = 'awa', about = report } = asking
  const { key = aUuid(), words = text } = asking
  const payload = { key, report: about, advisor: cast[advisor].id, text: words }
  const headers = await signedIn(app, cast[person].id)
  const answer = await app.inject(mutation(`/api/structures/${structure}/questions`, { payload, headers }))
  return { status: answer.statusCode, body: answer.json<{ id?: DocumentId; code?: string }>() }
}

const sender = {
  protocol: protocolVersion,
  epoch: testEpoch,
  user: cast.awa.id,
  schema: schemaVersion,
  app: 'test',
}

/** What a device of Awa's is told of messages, from the beginning. */
async function awaPulls(app: App) {
  const payload = { ...sender, deviceId: aDeviceId(), limit: 100, maxBytes: 100_000, scopes: {} }
  const headers = await signedIn(app, cast.awa.id)
  const answer = await app.inject(mutation('/api/sync/v1/pull', { payload, headers }))
  const { changes } = pullAnswerSchema.parse(answer.json())
  return changes.filter(({ collection }) => collection === 'report-message')
}

async function awaPushes(app: App, ...ops: object[]) {
  const at = '2026-11-23T10:00:00.000Z'
  const whole = ops.map((op) => ({
    opId: anOpId(),
    scope: scopeOf('awa'),
    collection: 'report-message',
    kind: 'put',
    baseRev: 0,
    set: {},
    base: {},
    at,
    ...op,
  }))
  const payload = { ...sender, deviceId: aDeviceId(), sentAt: at, queued: 1, ops: whole }
  const headers = await signedIn(app, cast.awa.id)
  const answer = await app.inject(mutation('/api/sync/v1/push', { payload, headers }))
  return answer.json<{ results: { status: string }[] }>().results.map(({ status }) => status)
}

function anAnswer(settles: readonly (DocumentId | undefined)[], fields: JsonObject = {}) {
  const said = {
    report,
    kind: 'answer',
    from: 'advisor',
    text: 'Oui, deux heures.',
    at: '2026-11-23T10:05:00.000Z',
  }
  return { id: aDocumentId(), set: { ...said, settles: settles.map(String), ...fields } }
}

async function setContract(store: Store, starts: string, ends: string | null): Promise<void> {
  const scope = scopeOf('awa')
  await beside(() =>
    inTransaction(store, async (tx) => {
      await tx.deleteFrom('contract').where('scope_id', '=', scope).execute()
      await putContract(tx, {
        scope,
        id: aUuid(),
        starts: day(starts),
        ends: ends === null ? null : day(ends),
      })
    }),
  )
}

describeEachStore('questions on a report', (given) => {
  test('I4 reach the advisor’s phone with who asks, and the answer comes back', async () => {
    await plantWorld(given())
    const app = await anApp(given())
    const { status, body } = await asks(app)
    expect(status).toBe(201)
    const [question] = await awaPulls(app)
    expect(question).toMatchObject({ id: body.id, rev: 1, seq: 2 })
    const at = '2026-11-23T10:00:00.000Z'
    const asked = { report, kind: 'question', from: 'structure', fromName: 'Chantal Rouch', text, rev: 1, at }
    expect(question?.body).toEqual(asked)
    expect(await awaPushes(app, anAnswer([body.id]))).toEqual(['applied'])
    expect(await reads(app)).toMatchObject([
      {
        report,
        advisorName: 'Awa Diallo',
        day: '2026-11-19',
        isDeleted: false,
        messages: [
          { kind: 'answer', byName: 'Awa Diallo', isAdvisors: true, settles: [body.id] },
          { id: body.id, kind: 'question', byName: 'Chantal Rouch', isAdvisors: false, text },
        ],
      },
    ])
  })

  test('two members who ask at the same moment are both heard', async () => {
    await plantWorld(given())
    await beside(() =>
      given()
        .db.insertInto('membership')
        .values({
          person_id: cast.denis.id,
          structure_id: townHall.id,
          role: 'responsable',
          since: '2026-01-01T00:00:00.000Z',
        })
        .execute(),
    )
    const app = await anApp(given())
    await Promise.all([asks(app, { words: 'Combien ?' }), asks(app, { person: 'denis', words: 'Où ?' })])
    expect((await heard(app)).sort()).toEqual(['Chantal Rouch: Combien ?', 'Denis Galy: Où ?'])
    expect(await awaPulls(app)).toHaveLength(2)
  })

  test('I3 a question sent twice, because an answer was lost, is asked once', async () => {
    await plantWorld(given())
    const app = await anApp(given())
    const key = aUuid()
    const first = await asks(app, { key })
    expect(await asks(app, { key })).toEqual(first)
    expect(await heard(app)).toEqual([`Chantal Rouch: ${text}`])
  })

  test('an answer and a correction of two devices at once are both kept', async () => {
    await plantWorld(given())
    const app = await anApp(given())
    const { body } = await asks(app)
    const corrected = { ...anAnswer([body.id], { kind: 'correction' }), id: aDocumentId() }
    const { text: _text, ...silent } = corrected.set as JsonObject
    const [one, other] = await Promise.all([
      awaPushes(app, anAnswer([body.id])),
      awaPushes(app, { ...corrected, set: silent }),
    ])
    expect([one, other]).toEqual([['applied'], ['applied']])
    expect((await heard(app)).sort()).toEqual([
      'Awa Diallo: Oui, deux heures.',
      'Awa Diallo: correction',
      `Chantal Rouch: ${text}`,
    ])
  })

  test('I8 a report that is deleted meanwhile keeps what was said of it, and is answered; no more is asked', async () => {
    await plantWorld(given())
    const app = await anApp(given())
    const { body } = await asks(app)
    const gone = { collection: 'report', id: report, kind: 'delete', baseRev: 1 }
    expect(await awaPushes(app, gone, anAnswer([body.id]))).toEqual(['applied', 'applied'])
    expect(await reads(app)).toMatchObject([{ isDeleted: true, messages: [{ kind: 'answer' }, { text }] }])
    expect(await asks(app)).toMatchObject({ status: 404 })
    expect(await awaPulls(app)).toHaveLength(2)
  })

  test('once the contract is over they are still asked and answered for ninety days', async () => {
    await plantWorld(given())
    await setContract(given(), '2026-01-01', '2026-11-20')
    const app = await anApp(given())
    const { status, body } = await asks(app)
    expect(status).toBe(201)
    expect(await awaPushes(app, anAnswer([body.id]))).toEqual(['applied'])
    expect(await heard(app)).toHaveLength(2)
  })

  test('ninety days later nothing is added, and what was said is read', async () => {
    await plantCast(given())
    await plantDocument(given(), 'awa', { id: report, body: aReport({ date: '2026-06-01' }) })
    const app = await anApp(given())
    await asks(app)
    await setContract(given(), '2026-01-01', '2026-06-30')
    expect(await asks(app)).toMatchObject({ status: 409, body: { code: 'scope-closed' } })
    expect(await awaPushes(app, anAnswer([]))).toEqual(['rejected'])
    expect(await heard(app)).toEqual([`Chantal Rouch: ${text}`])
    expect(await awaPulls(app)).toHaveLength(1)
  })

  test('I14 a report of a day outside its contracts is not a structure’s to ask about, nor to read what was said of', async () => {
    await plantWorld(given())
    const app = await anApp(given())
    await asks(app)
    await setContract(given(), '2026-11-20', null)
    expect(await asks(app)).toMatchObject({ status: 404 })
    expect(await heard(app)).toEqual([])
    expect(await awaPulls(app)).toHaveLength(1)
  })

  test('who was a member asks and reads nothing any more; the advisor keeps what they had asked', async () => {
    await plantWorld(given())
    const app = await anApp(given())
    await asks(app)
    await beside(() => given().db.deleteFrom('membership').where('person_id', '=', cast.chantal.id).execute())
    expect(await asks(app)).toMatchObject({ status: 403 })
    const url = `/api/structures/${townHall.id}/questions`
    expect((await app.inject({ url, headers: await signedIn(app, cast.chantal.id) })).statusCode).toBe(403)
    expect(await awaPulls(app)).toHaveLength(1)
  })

  test('I14 of two employers neither reads the other’s questions', async () => {
    await plantWorld(given())
    const scope = aScopeId()
    const other = aDocumentId()
    await beside(() =>
      inTransaction(given(), async (tx) => {
        const post = { scope, person: cast.awa.id, structure: association.id, role: 'advisor' as const }
        await createAssignment(tx, post)
        await putContract(tx, { scope, id: aUuid(), starts: day('2026-01-01'), ends: null })
        const filed = { by: cast.awa.id, at: '2026-11-20T09:00:00.000Z' }
        const body = aReport({ date: '2026-11-19' })
        await writeServerDocument(tx, { scope, collection: 'report', id: other, body, ...filed })
      }),
    )
    const app = await anApp(given())
    await asks(app, { words: 'De la mairie' })
    const denis = { person: 'denis', structure: association.id, about: other } as const
    expect(await asks(app, { ...denis, words: 'De l’association' })).toMatchObject({ status: 201 })
    expect(await asks(app, { ...denis, about: report })).toMatchObject({ status: 404 })
    expect(await heard(app)).toEqual(['Chantal Rouch: De la mairie'])
    expect(await heard(app, 'denis', association.id)).toEqual(['Denis Galy: De l’association'])
  })

  test('I14 who says something is who wrote it: no device speaks as the employer, nor changes what it said', async () => {
    await plantWorld(given())
    const app = await anApp(given())
    const { body } = await asks(app)
    const forged = anAnswer([], {
      kind: 'question',
      from: 'structure',
      fromName: 'Chantal Rouch',
      text: 'Forgée',
    })
    const changed = {
      id: body.id,
      kind: 'patch',
      baseRev: 1,
      set: { text: 'Autre chose', report: aDocumentId() },
      base: { text, report },
    }
    expect(await awaPushes(app, forged, changed)).toEqual(['applied', 'applied'])
    expect(await awaPushes(app, { id: body.id, kind: 'delete', baseRev: 2 })).toEqual(['applied'])
    expect((await heard(app)).sort()).toEqual(['Awa Diallo: Forgée', `Chantal Rouch: ${text}`])
  })

  test('what another collection holds under the name of a report spoils nothing', async () => {
    await plantWorld(given())
    await plantDocument(given(), 'awa', { id: aDocumentId(), body: aReport({ report: 'no id' }) })
    const app = await anApp(given())
    await asks(app)
    expect(await heard(app)).toHaveLength(1)
  })

  test('I28 without words, or with too many, nothing is asked', async () => {
    await plantWorld(given())
    const app = await anApp(given())
    expect(await asks(app, { words: '  ' })).toMatchObject({ status: 400 })
    expect(await asks(app, { words: 'a'.repeat(1001) })).toMatchObject({ status: 400 })
    expect(await awaPulls(app)).toEqual([])
  })
})
