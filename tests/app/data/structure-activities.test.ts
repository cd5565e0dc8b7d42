import { describe, expect, test } from 'vitest'
import type { Fetch } from '../../../src/app/data/http-client.ts'
import {
  fetchStructureActivities,
  keepStructureActivities,
  readKeptActivities,
  readKeptActivity,
} from '../../../src/app/data/structure-activities.ts'
import { aPermittedActivity } from '../../builders/a-permitted-activity.ts'
import { aDocumentId, aStructureId } from '../../builders/an-id.ts'
import { newWorldForEachTest, phone } from './sync-world.ts'

newWorldForEachTest()

const structureId = aStructureId()
const asked = { structureId, query: 'theme=email&tri=duree' }
const page = { items: [], next: 'suite' }

function answering(status: number, body: unknown, type = 'application/json'): Fetch {
  return () =>
    Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }))
}

describe('a structure’s activities', () => {
  test('come page by page', async () => {
    const paths: string[] = []
    const fetch: Fetch = (path, init) => {
      paths.push(path as string)
      return answering(200, page)(path, init)
    }
    expect(await fetchStructureActivities(asked, undefined, fetch)).toEqual({ ok: true, page })
    await fetchStructureActivities(asked, 'suite', fetch)
    expect(paths).toEqual([
      `/api/structures/${structureId}/activities?theme=email&tri=duree`,
      `/api/structures/${structureId}/activities?theme=email&tri=duree&cursor=suite`,
    ])
  })

  test.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [503, 'wait'],
  ] as const)('refused with %i: %s', async (status, reason) => {
    const problem = { type: 'urn:x', title: 'x', status, code: 'x' }
    expect(await fetchStructureActivities(asked, undefined, answering(status, problem))).toEqual({
      ok: false,
      reason,
    })
  })

  test('a portal’s page is no answer', async () => {
    const fetch = answering(200, 'bonjour', 'text/html')
    expect(await fetchStructureActivities(asked, undefined, fetch)).toEqual({
      ok: false,
      reason: 'offline',
    })
  })

  test('a filter that the server doesn’t know takes nothing away from who asks', async () => {
    const problem = { type: 'urn:x', title: 'x', status: 400, code: 'filter-not-permitted' }
    expect(await fetchStructureActivities(asked, undefined, answering(400, problem))).toEqual({
      ok: false,
      reason: 'not-permitted',
    })
  })

  test('the last view of each question is kept in the person’s own database, with its hour', async () => {
    expect(await readKeptActivities(phone.db, asked)).toBeUndefined()
    await keepStructureActivities(phone.db, asked, { page, readAt: 7 })
    expect(await readKeptActivities(phone.db, asked)).toEqual({ page, readAt: 7 })
    expect(await readKeptActivities(phone.db, { ...asked, query: '' })).toBeUndefined()
  })

  test('an activity of any view that is kept is read without network', async () => {
    const activity = aPermittedActivity()
    await keepStructureActivities(phone.db, { structureId, query: '' }, { page, readAt: 7 })
    const found = { items: [activity], next: null }
    await keepStructureActivities(phone.db, asked, { page: found, readAt: 8 })
    expect(await readKeptActivity(phone.db, { structureId, id: activity.id })).toEqual({
      activity,
      readAt: 8,
    })
    expect(await readKeptActivity(phone.db, { structureId, id: aDocumentId() })).toBeUndefined()
  })
})
