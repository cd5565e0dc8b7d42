import { expect, test } from 'vitest'
import { importedAnswerSchema } from '../../../src/domain/commitments/said-post-fact.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { aUuid } from '../../builders/an-id.ts'
import { describeEachStore } from '../each-store.ts'
import { anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast } from '../test-cast.ts'
import { plantPosts } from '../test-posts.ts'
import { everythingSaid } from './posts-world.ts'

const aPost = (reference: string, fields: object = {}) => ({
  id: aUuid(),
  reference,
  department: '09',
  holder: { siret: townHall.siret },
  role: 'advisor',
  isAdditional: false,
  notifiedOn: '2026-10-05',
  convention: { starts: '2026-10-05', ends: '2028-10-04' },
  ...fields,
})

describeEachStore('a list of posts', (given) => {
  test('is brought in line by line; brought in again under other ids, it doubles nothing', async () => {
    await plantCast(given())
    await plantPosts(given())
    const app = await anApp(given())
    const bringIn = async () => {
      const posts = [
        aPost('09-0200'),
        aPost('09-0001'),
        aPost('09-0201', { holder: { siret: '99900001100019' } }),
        aPost('31-0001', { department: '31' }),
        aPost('09-0202'),
      ]
      const request = mutation('/api/state/posts/import', { payload: { posts } })
      const headers = { ...request.headers, ...(await signedIn(app, cast.farid.id)) }
      const answer = await app.inject({ ...request, headers })
      return importedAnswerSchema.parse(answer.json()).lines.map(({ outcome }) => outcome)
    }
    expect(await bringIn()).toEqual(['added', 'known', 'refused', 'refused', 'added'])
    const once = await everythingSaid(given())
    expect(await bringIn()).toEqual(['known', 'known', 'refused', 'refused', 'known'])
    expect(await everythingSaid(given())).toEqual(once)
  })
})
