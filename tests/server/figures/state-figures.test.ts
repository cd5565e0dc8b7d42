import { expect, test, vi } from 'vitest'
import { stateFiguresSchema } from '../../../src/domain/access/state-figures.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import type { App } from '../../../src/server/http/app.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { describeEachStore, beside } from '../each-store.ts'
import { lastLine } from '../last-line.ts'
import { anApp, signedIn } from '../test-app.ts'
import { plantByTurns, plantCast } from '../test-cast.ts'
import type { Store } from '../../../src/server/store/store.ts'

const november = 'du=2026-11-01&au=2026-11-30'

async function asks(app: App, person: keyof typeof cast, query = november) {
  return app.inject({ url: `/api/state/figures?${query}`, headers: await signedIn(app, cast[person].id) })
}

async function read(app: App, query = november) {
  const answer = await asks(app, 'farid', query)
  expect(answer.statusCode, answer.body).toBe(200)
  return stateFiguresSchema.parse(lastLine(answer.body))
}

async function plantReports(store: Store, number: number, body: JsonObject = {}): Promise<void> {
  const reports = Array.from({ length: number }, () => ({
    id: aDocumentId(),
    body: aReport({ date: '2026-11-10', minutes: 30, ...body }),
  }))
  await plantByTurns(store, reports)
}

const inAude = { place: { kind: 'domicile', commune: '11069' } }

describeEachStore('figures of the State', (given) => {
  test('are those of every structure, and of each department', async () => {
    await plantCast(given())
    await plantReports(given(), 12)
    await plantReports(given(), 8, { ...inAude, themes: ['email'] })
    const app = await anApp(given())
    const nation = await read(app)
    expect(nation.totals).toMatchObject({ activities: 20, accompaniments: 20, newOnes: 20 })
    expect(nation.totals.minutes).toEqual({ accompaniment: 600, rest: 0, total: 600 })
    expect(nation.weights['theme:email']).toEqual([8, 8, 240])
    expect(nation.departments).toMatchObject({
      '09': { accompaniments: 12, activities: 12 },
      '11': { accompaniments: 8, activities: 8 },
      '12': { accompaniments: 0, activities: 0 },
    })
    const aude = await read(app, `${november}&departement=11`)
    expect(aude.totals.activities).toBe(8)
    expect(aude.departments).toBeNull()
    const filtered = await read(app, `${november}&filtre=theme:email&filtre=theme:smartphone`)
    expect(filtered.totals.activities).toBe(8)
  })

  test('hide what tells of one to four persons, and what would tell of it by subtracting', async () => {
    await plantCast(given())
    await plantReports(given(), 12)
    await plantReports(given(), 2, { ...inAude, themes: ['email'] })
    await plantReports(given(), 6, { place: { kind: 'domicile', commune: '31555' }, themes: ['email'] })
    const app = await anApp(given())
    const nation = await read(app)
    expect(nation.totals.activities).toBe(20)
    expect(nation.weights['theme:email']).toEqual([8, 8, 240])
    expect(nation.departments).toMatchObject({
      '09': { accompaniments: 12 },
      '11': { accompaniments: null, activities: null },
      '31': { accompaniments: null, activities: null },
    })
    const aude = await read(app, `${november}&departement=11`)
    expect(aude).toMatchObject({
      totals: { activities: null, accompaniments: null, minutes: null },
      weights: {},
      traits: {},
      bars: [{ accompaniments: null }],
      delay: { activities: 0 },
    })
    expect(aude.hidden).toEqual([])
  })

  test('with a filter that leaves out one to four persons tell nothing: the others would be found by subtracting', async () => {
    await plantCast(given())
    await plantReports(given(), 12, { themes: ['email'] })
    await plantReports(given(), 2, { themes: ['sante'] })
    const app = await anApp(given())
    expect((await read(app)).totals.activities).toBe(14)
    const filtered = await read(app, `${november}&filtre=theme:email`)
    expect(filtered).toMatchObject({ totals: { activities: null, minutes: null }, weights: {}, traits: {} })
    expect(filtered.bars).toMatchObject([{ accompaniments: null, activities: null }])
    expect(filtered.departments).toMatchObject({ '09': { accompaniments: null } })
    await plantReports(given(), 3, { themes: ['sante'] })
    await vi.waitFor(async () => expect((await read(app)).totals.activities).toBe(17), { timeout: 20_000 })
    expect((await read(app, `${november}&filtre=theme:email`)).totals.activities).toBe(12)
  })

  test('I14 tell of no commune, place, tag or person', async () => {
    await plantCast(given())
    const person = { kind: 'suivi', id: aDocumentId(), gender: 'feminin', commune: '09268' }
    await plantReports(given(), 7, { beneficiary: person, tags: ['privée'], notes: 'Une note' })
    const answer = await asks(await anApp(given()), 'farid')
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toMatch(new RegExp(`commune|residence|0926|09268|privée|note|${person.id}`))
  })

  test('follow what is pushed, and say up to when', async () => {
    await plantCast(given())
    await plantReports(given(), 6)
    const app = await anApp(given())
    expect((await read(app)).totals.activities).toBe(6)
    expect((await read(app)).countedAt).toBe(app.clock().toISOString())
  })

  test('are refused to everybody else, and to a department beyond its own', async () => {
    await plantCast(given())
    const app = await anApp(given())
    for (const person of ['awa', 'chantal'] as const) {
      const answer = await asks(app, person)
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'forbidden'])
    }
    await beside(() => given().db.updateTable('state_remit').set({ department: '09' }).execute())
    expect((await asks(app, 'farid')).statusCode).toBe(403)
    expect((await asks(app, 'farid', `${november}&departement=11`)).statusCode).toBe(403)
    expect((await asks(app, 'farid', `${november}&departement=09`)).statusCode).toBe(200)
  })

  test.each([
    ['a commune', 'filtre=commune:09261'],
    ['where people live', 'filtre=residence:09261'],
    ['a department that there isn’t', 'departement=99'],
    [
      'more filters than there are answers for',
      Array.from({ length: 6 }, (_, one) => `filtre=theme:${one}`).join('&'),
    ],
    ['days the wrong way round', 'du=2026-12-01'],
  ])('by %s are refused', async (_, more) => {
    await plantCast(given())
    const answer = await asks(
      await anApp(given()),
      'farid',
      `${november.replace('du=2026-11-01', more.startsWith('du') ? more : 'du=2026-11-01')}&${more.startsWith('du') ? '' : more}`,
    )
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'invalid-request'])
  })
})
