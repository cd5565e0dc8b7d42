import { describe, expect, test } from 'vitest'
import type { Fetch } from '../../../src/app/data/http-client.ts'
import {
  fetchStructureActivities,
  keepStructureActivities,
  readKeptActivities,
} from '../../../src/app/data/structure-activities.ts'
import { aStructureId } from '../../builders/an-id.ts'
import { newWorldForEachTest, phone } from './sync-world.ts'

newWorldForEachTest()

const structureId = aStructureId()
const page = { items: [], next: 'suite' }

function answering(status: number, body: unknown, type = 'application/json'): Fetch {
  return () =>
    Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }))
}

describe('a structure’s activities', () => {
  test('come page by page', async () => {
    const asked: string[] = []
    const fetch: Fetch = (path, init) => {
      asked.push(path as string)
      return answering(200, page)(path, init)
    }
    expect(await fetchStructureActivities(structureId, undefined, fetch)).toEqual({ ok: true, page })
    await fetchStructureActivities(structureId, 'suite', fetch)
    expect(asked).toEqual([
      `/api/structures/${structureId}/activities`,
      `/api/structures/${structureId}/activities?cursor=suite`,
    ])
  })

  test.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [503, 'wait'],
  ] as const)('refused with %i: %s', async (status, reason) => {
    const problem = { type: 'urn:x', title: 'x', status, code: 'x' }
    expect(await fetchStructureActivities(structureId, undefined, answering(status, problem))).toEqual({
      ok: false,
      reason,
    })
  })

  test('a portal’s page is no answer', async () => {
    const fetch = answering(200, 'bonjour', 'text/html')
    expect(await fetchStructureActivities(structureId, undefined, fetch)).toEqual({
      ok: false,
      reason: 'offline',
    })
  })

  test('the last view is kept in the person’s own database, with its hour', async () => {
    expect(await readKeptActivities(phone.db, structureId)).toBeUndefined()
    await keepStructureActivities(phone.db, { structureId, page, readAt: 7 })
    expect(await readKeptActivities(phone.db, structureId)).toEqual({ structureId, page, readAt: 7 })
  })
})
