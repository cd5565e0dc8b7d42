import { expect, test } from 'vitest'
import { structureMissionsSchema } from '../../../src/domain/access/structure-missions.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { describeEachStore } from '../each-store.ts'
import { aClock, anApp, signedIn } from '../test-app.ts'
import { plantCast, plantDocument } from '../test-cast.ts'

const { chantal, denis } = cast

describeEachStore('coverage of the three missions', (given) => {
  test('is told quarter by quarter, an accompaniment of two missions in each; of reports on days of contract alone', async () => {
    await plantCast(given())
    const app = await anApp(given(), { clock: aClock() })
    const get = async (person: PersonId) =>
      app.inject({ url: `/api/structures/${townHall.id}/missions`, headers: await signedIn(app, person) })
    const report = (who: 'awa' | 'bruno' | 'hugo', date: string, themes: string[]) =>
      plantDocument(given(), who, { id: aDocumentId(), body: aReport({ date, filedOn: date, themes }) })
    await report('awa', '2026-11-20', ['navigation_sur_internet', 'parentalite'])
    await report('bruno', '2026-09-30', ['parentalite'])
    await report('hugo', '2026-09-30', ['parentalite'])
    await report('awa', '2024-01-10', ['parentalite'])

    const { today, quarters } = structureMissionsSchema.parse((await get(chantal.id)).json())
    expect(today).toBe('2026-11-23')
    expect(quarters.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2025-10-01 2025-12-31',
      '2026-01-01 2026-03-31',
      '2026-04-01 2026-06-30',
      '2026-07-01 2026-09-30',
      '2026-10-01 2026-12-31',
    ])
    const none = { 1: 0, 2: 0, 3: 0 }
    expect(quarters.slice(0, 3).map(({ missions }) => missions)).toEqual([none, none, none])
    expect(quarters[3]?.missions).toEqual({ ...none, 2: 1 })
    expect(quarters[4]?.missions).toEqual({ ...none, 1: 1, 2: 1 })
    expect((await get(denis.id)).statusCode).toBe(403)
  })
})
