import { expect, test } from 'vitest'
import { structureReportSchema } from '../../../src/domain/access/structure-report.ts'
import { documentIdSchema, type DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { protocolVersion, schemaVersion } from '../../../src/domain/sync/limits.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import { aPlace } from '../../builders/a-place.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDeviceId, aDocumentId, anOpId } from '../../builders/an-id.ts'
import { testEpoch } from '../databases.ts'
import { describeEachStore } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'

const [report, library, hall] = [aDocumentId(), aDocumentId(), aDocumentId()]
const secrets = 'Ce que personne d’autre ne lit'

/** Awa saves fields of her report, as her device sends them. */
async function awaSaves(
  app: App,
  set: JsonObject,
  base: JsonObject,
  kind: 'put' | 'patch' | 'delete' = 'patch',
) {
  const at = app.clock().toISOString()
  const rev = (await awasRevisions(app, report)) ?? 0
  const op = { opId: anOpId(), scope: scopeOf('awa'), collection: 'report', id: report, kind }
  const payload = {
    protocol: protocolVersion,
    epoch: testEpoch,
    deviceId: aDeviceId(),
    user: cast.awa.id,
    schema: schemaVersion,
    app: 'test',
    sentAt: at,
    queued: 1,
    ops: [{ ...op, baseRev: rev, set, base, at }],
  }
  const headers = await signedIn(app, cast.awa.id)
  const answer = await app.inject(mutation('/api/sync/v1/push', { payload, headers }))
  expect(answer.json()).toMatchObject({ results: [{ status: 'applied' }] })
}

async function awasRevisions(app: App, id: DocumentId): Promise<number> {
  const url = `/api/sync/v1/documents/${id}/history`
  const answer = await app.inject({ url, headers: await signedIn(app, cast.awa.id) })
  return answer.json<{ revisions: unknown[] }>().revisions.length
}

async function chantalOpens(app: App, id: DocumentId = report) {
  const url = `/api/structures/${townHall.id}/activities/${id}`
  return app.inject({ url, headers: await signedIn(app, cast.chantal.id) })
}

describeEachStore('one report, opened by its structure', (given) => {
  test('I14 tells who changed what it may read, and no trace of a private note, of people or of own tags', async () => {
    await plantCast(given())
    await plantDocument(given(), 'awa', { id: library, collection: 'place', body: aPlace() })
    const other = aPlace({ name: 'Salle des fêtes', commune: '09268' })
    await plantDocument(given(), 'awa', { id: hall, collection: 'place', body: other })
    const clock = aClock()
    const app = await anApp(given(), { clock })
    const at = (lieuId: DocumentId) => ({ kind: 'lieu_activite', lieuId })
    const body = aReport({ date: '2026-11-20', minutes: 45, place: at(library), notes: `${secrets} 1` })
    await awaSaves(app, body, {}, 'put')
    clock.forward({ minutes: 5 })
    await awaSaves(app, { notes: `${secrets} 2`, tags: [`${secrets} 3`] }, { notes: `${secrets} 1` })
    const someone = { kind: 'anonyme', gender: 'feminin' }
    await awaSaves(app, { beneficiary: someone }, { beneficiary: body['beneficiary'] ?? null })
    clock.forward({ minutes: 5 })
    await awaSaves(app, { minutes: 60, place: at(hall) }, { minutes: 45, place: at(library) })
    const answer = await chantalOpens(app)
    expect(answer.statusCode, answer.body).toBe(200)
    const { history, activity } = structureReportSchema.parse(answer.json())
    expect(activity).toMatchObject({ id: report, minutes: 60, placeName: 'Salle des fêtes' })
    const by = { byName: 'Awa Diallo', words: [] }
    expect(history).toEqual([
      { ...by, at: '2026-11-23T10:00:00.000Z', kind: 'filed', before: {}, after: {} },
      {
        ...by,
        at: '2026-11-23T10:10:00.000Z',
        kind: 'changed',
        before: {
          minutes: 45,
          placeKind: 'lieu_activite',
          placeName: 'Médiathèque de Saint-Girons',
          communeName: 'Saint-Girons',
        },
        after: {
          minutes: 60,
          placeKind: 'lieu_activite',
          placeName: 'Salle des fêtes',
          communeName: expect.any(String),
        },
      },
    ])
    expect(answer.body).not.toMatch(/personne d’autre|feminin|"rev"|"notes"|"tags"|scope/)
  })

  test('I14 tells that a shared note was changed, and never what it was', async () => {
    await plantCast(given())
    const app = await anApp(given())
    await awaSaves(app, aReport({ notes: secrets, notesShared: true }), {}, 'put')
    await awaSaves(app, { notes: 'Revenir en décembre.' }, { notes: secrets })
    const answer = await chantalOpens(app)
    const { history, activity } = structureReportSchema.parse(answer.json())
    expect(activity.sharedNote).toBe('Revenir en décembre.')
    expect(history.map(({ words }) => words)).toEqual([[], ['sharedNote']])
    expect(answer.body).not.toContain(secrets)
    await awaSaves(app, { notesShared: false }, { notesShared: true })
    const after = structureReportSchema.parse((await chantalOpens(app)).json())
    expect(after.activity.sharedNote).toBeNull()
    expect(after.history).toHaveLength(1)
  })

  test('a report that is deleted, or isn’t there, is not found', async () => {
    await plantCast(given())
    const app = await anApp(given())
    await awaSaves(app, aReport(), {}, 'put')
    await awaSaves(app, {}, {}, 'delete')
    for (const id of [report, documentIdSchema.parse(aDocumentId())]) {
      const { statusCode, body } = await chantalOpens(app, id)
      expect({ statusCode, body }).toMatchObject({
        statusCode: 404,
        body: expect.stringContaining('not-found'),
      })
    }
  })
})
