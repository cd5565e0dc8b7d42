import type { InjectOptions } from 'fastify'
import { expect, test } from 'vitest'
import { lineOf } from '../../../src/domain/access/access-table.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { RegisteredRoute } from '../../../src/server/http/app.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, signedIn } from '../test-app.ts'
import { plantCast, plantDocument } from '../test-cast.ts'
import { sampleRequests } from './sample-requests.ts'

/*
 * Made from the routes that the server has: whatever gives a structure's member what a report says has written it down.
 * A route that fails here calls `logReading` (src/server/structure/log-reading.ts) before it answers.
 */

/** What nothing but the report says; its length is what deserves a look, so that it is shown as evidence. */
const words = 'Une démarche que ce compte rendu est seul à nommer'
const report = aDocumentId()
const body = aReport({
  date: '2026-11-20',
  minutes: 1000,
  themes: ['aide_aux_demarches_administratives'],
  administrativeThemes: ['logement'],
  procedureName: words,
})

function isReadByMembers({ route, access }: RegisteredRoute): boolean {
  const line = access && lineOf(access)
  return route.startsWith('GET ') && line !== undefined && line.over === 'structure'
}

function requestOf(route: string): InjectOptions {
  const own = (url: string) => url.replace(':id', townHall.id).replace(':report', report)
  const sample = route.includes(':report') ? undefined : sampleRequests[route]?.request?.(cast.chantal.id)
  return { url: own(route.replace('GET ', '')), ...sample }
}

describeEachStore('a route that gives a member what a report says', (given) => {
  test('has written down that it was read', async () => {
    await plantCast(given())
    await plantDocument(given(), 'awa', { id: report, body })
    const app = await anApp(given())
    const headers = await signedIn(app, cast.chantal.id)
    const giving: string[] = []
    for (const { route } of app.registeredRoutes.filter(isReadByMembers)) {
      await beside(async () => {
        await given().db.deleteFrom('report_opening').execute()
        await given().db.deleteFrom('list_reading').execute()
      })
      const answer = await app.inject({ ...requestOf(route), headers })
      if (!answer.body.includes(words)) continue
      giving.push(route)
      const url = `/api/own-readings/reports/${report}`
      const told = await app.inject({ url, headers: await signedIn(app, cast.awa.id) })
      expect(told.json(), route).toMatchObject({ readings: [{ readerName: 'Chantal Rouch' }] })
    }
    expect(giving).toEqual(
      expect.arrayContaining([
        'GET /api/structures/:id/activities',
        'GET /api/structures/:id/activities/:report',
        'GET /api/structures/:id/months/:month/anomalies',
      ]),
    )
  })
})
