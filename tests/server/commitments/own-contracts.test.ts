import { expect, test } from 'vitest'
import { ownContractsSchema } from '../../../src/domain/access/own-contracts.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aUuid } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, signedIn } from '../test-app.ts'
import { plantCast, scopeOf } from '../test-cast.ts'
import { brunosPost, plantPosts } from '../test-posts.ts'
import { sayForStructure } from './posts-world.ts'

const { awa, bruno, chantal } = cast

async function aWorld(store: Store) {
  await plantCast(store)
  await plantPosts(store)
  const app = await anApp(store)
  const reads = async (person: PersonId) => {
    const answer = await app.inject({ url: '/api/own-contracts', headers: await signedIn(app, person) })
    return { ...ownContractsSchema.parse(answer.json()), body: answer.body }
  }
  return { app, reads }
}

describeEachStore('one’s own contracts', (given) => {
  test('I14 an advisor reads their contracts with post, days and hours, the last one first, and nobody else’s', async () => {
    const { app, reads } = await aWorld(given())
    await sayForStructure(
      app,
      chantal.id,
      {
        kind: 'contract',
        day: '2028-11-01',
        ends: '2029-10-31',
        terms: 'cdd',
        weeklyMinutes: 1470,
        who: { scope: scopeOf('bruno') },
      },
      { post: brunosPost },
    )
    const { contracts, body } = await reads(bruno.id)
    expect(contracts).toMatchObject([
      {
        scope: scopeOf('bruno'),
        structureName: townHall.name,
        post: '09-0002',
        starts: '2028-11-01',
        ends: '2029-10-31',
        terms: 'cdd',
        weeklyMinutes: 1470,
        isDeparture: false,
      },
      { post: '09-0002', starts: '2025-11-01', ends: '2028-10-31' },
      { starts: '2024-11-01', ends: '2025-10-31' },
    ])
    expect(body).not.toContain(scopeOf('awa'))
  })

  test('a departure that is announced is told, and once it is undone the contract is as it was', async () => {
    const { app, reads } = await aWorld(given())
    const before = (await reads(awa.id)).contracts
    const id = aUuid()
    await sayForStructure(app, chantal.id, {
      id,
      kind: 'departure',
      day: '2026-12-04',
      scope: scopeOf('awa'),
      reason: 'demission',
    })
    const { contracts, body } = await reads(awa.id)
    expect(contracts).toMatchObject([{ post: '09-0001', ends: '2026-12-04', isDeparture: true }])
    expect(body).not.toContain('demission')
    await sayForStructure(app, chantal.id, { kind: 'withdrawn', replaces: id })
    expect((await reads(awa.id)).contracts).toEqual(before)
  })

  test('a contract that no post says is told by its days alone, and whoever has none reads none', async () => {
    const { reads } = await aWorld(given())
    await beside(() => given().db.deleteFrom('post_fact').where('kind', '=', 'contract').execute())
    expect((await reads(awa.id)).contracts).toMatchObject([
      { post: null, terms: 'inconnu', weeklyMinutes: null, ends: null },
    ])
    expect((await reads(chantal.id)).contracts).toEqual([])
  })
})
