import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { territoryPostsSchema } from '../../../src/domain/access/territory-posts.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { describeEachStore } from '../each-store.ts'
import { anApp, signedIn } from '../test-app.ts'
import { plantCast } from '../test-cast.ts'
import { plantPosts } from '../test-posts.ts'
import { attribute } from './posts-world.ts'

const aPost = {
  reference: '09-0300',
  department: '09',
  holder: { siret: townHall.siret },
  role: 'advisor',
  isAdditional: false,
  notifiedOn: '2026-10-05',
  convention: { starts: '2026-10-05', ends: '2028-10-04' },
}

describeEachStore('the State’s board', (given) => {
  test('shows what was said since it was read last, and how structures are called now', async () => {
    await plantCast(given())
    await plantPosts(given())
    const app = await anApp(given())
    const headers = await signedIn(app, cast.farid.id)
    const read = async () =>
      territoryPostsSchema.parse((await app.inject({ url: '/api/state/posts', headers })).json()).posts
    const before = await read()
    expect(await read()).toEqual(before)

    await attribute(app, cast.farid.id, aPost)
    const [added, ...others] = (await read()).toReversed()
    expect(added).toMatchObject({ reference: '09-0300', state: 'vacant', structureName: townHall.name })
    expect(others.toReversed()).toEqual(before)

    await given()
      .db.updateTable('structure')
      .set({ name: 'Mairie nouvelle' })
      .where('structure_id', '=', townHall.id)
      .execute()
    expect((await read()).at(-1)).toEqual({ ...added, structureName: 'Mairie nouvelle' })
  })

  test('is the same compressed or not, and another on another day', async () => {
    await plantCast(given())
    await plantPosts(given())
    let now = new Date('2026-11-23T10:00:00.000Z')
    const app = await anApp(given(), { clock: () => now })
    const headers = await signedIn(app, cast.farid.id)
    const plain = await app.inject({ url: '/api/state/posts', headers })
    for (const time of ['first', 'again']) {
      const accepting = { ...headers, 'accept-encoding': 'gzip, br' }
      const { rawPayload, headers: told } = await app.inject({ url: '/api/state/posts', headers: accepting })
      expect(told, time).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
      expect(brotliDecompressSync(rawPayload).toString(), time).toBe(plain.body)
    }
    now = new Date('2026-11-24T10:00:00.000Z')
    const next = await app.inject({ url: '/api/state/posts', headers })
    expect(territoryPostsSchema.parse(next.json())).toMatchObject({ today: '2026-11-24' })
  })
})
