import { expect, test } from 'vitest'
import { territoryPostsSchema } from '../../../src/domain/access/territory-posts.ts'
import { inseeCodeSchema } from '../../../src/domain/territory/commune.ts'
import { faultOfSiret } from '../../../src/domain/siret.ts'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { inventedStructure } from '../../../src/server/demonstration/nation/invented-structure.ts'
import { seedStructure } from '../../../src/server/demonstration/nation/seed-structure.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, signedIn } from '../test-app.ts'
import { plantCast, today } from '../test-cast.ts'

const muret = { commune: inseeCodeSchema.parse('31395'), communeName: 'Muret', today }
const nation = Array.from({ length: 3000 }, (_, number) => inventedStructure(number, muret))

test('an invented nation has about 4,000 posts in 3,000 structures, and no real employer', () => {
  const posts = nation.flatMap((one) => one.posts)
  const share = (kept: number, all: number) => Math.round((100 * kept) / all)
  expect(posts.length).toBeGreaterThan(3800)
  expect(posts.length).toBeLessThan(4200)
  expect(share(nation.filter(({ kind }) => kind === 'public').length, 3000)).toBeCloseTo(53, -1)
  expect(share(posts.filter(({ fate }) => fate === 'occupied').length, posts.length)).toBeCloseTo(90, -1)
  expect(nation.filter(({ siret }) => faultOfSiret(siret) !== undefined)).toEqual([])
  expect(new Set(nation.map(({ siret }) => siret)).size).toBe(3000)
})

describeEachStore('the nation', (given) => {
  test('is written once: its posts are what was invented, with reports of the last weeks', async () => {
    await plantCast(given())
    const now = new Date('2026-11-23T10:00:00.000Z')
    const seed = () =>
      beside(() =>
        inTransaction(given(), async (tx) => {
          const seeded = { posts: 0, reports: 0 }
          for (const invented of nation.slice(0, 20)) {
            const by = cast.farid.id
            const one = await seedStructure({ tx, ids: randomIds, now, today, weeks: 1, by }, invented)
            seeded.posts += one.posts
            seeded.reports += one.reports
          }
          return seeded
        }),
      )
    const first = await seed()
    const invented = nation.slice(0, 20).flatMap((one) => one.posts)
    expect(first.posts).toBe(invented.length)
    expect(first.reports).toBeGreaterThan(100)
    expect(await seed()).toEqual({ posts: 0, reports: 0 })
    const app = await anApp(given())
    const headers = await signedIn(app, cast.farid.id)
    const answer = await app.inject({ url: '/api/state/posts?departement=31', headers })
    const { posts } = territoryPostsSchema.parse(answer.json())
    expect(posts.map(({ state }) => state).sort()).toEqual(invented.map(({ fate }) => fate).sort())
  })
})
