import { expect, test } from 'vitest'
import { importedAnswerSchema, type ImportedAnswer } from '../../../src/domain/commitments/said-post-fact.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aUuid } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
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
    const outcomes = async () => {
      const posts = [
        aPost('09-0200'),
        aPost('09-0001'),
        aPost('09-0201', { holder: { siret: '99900001100019' } }),
        aPost('31-0001', { department: '31' }),
        aPost('09-0202'),
      ]
      return (await bringIn(app, posts)).map(({ outcome }) => outcome)
    }
    expect(await outcomes()).toEqual(['added', 'known', 'refused', 'refused', 'added'])
    const once = await everythingSaid(given())
    expect(await outcomes()).toEqual(['known', 'known', 'refused', 'refused', 'known'])
    expect(await everythingSaid(given())).toEqual(once)
  })

  test('makes a structure that nobody knew once, and none for what is refused', async () => {
    await plantCast(given())
    await plantPosts(given())
    const app = await anApp(given())
    const known = await structures(given())
    const siret = '99900005200012'
    const answer = await bringIn(app, [
      aPost('09-0300', { holder: { siret } }),
      aPost('09-0301', { holder: { siret, name: 'Mairie neuve', commune: '31555' } }),
      aPost('09-0302', { holder: { siret, name: 'Mairie de Foix', commune: '09122' } }),
      aPost('09-0303', { holder: { siret } }),
      aPost('09-0303', { holder: { siret } }),
    ])
    expect(answer.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'added', 'added', 'known'])
    expect(await structures(given())).toEqual([...known, 'Mairie de Foix'])
  })

  test('brought in by two at once doubles nothing, and says the same to both', async () => {
    await plantCast(given())
    await plantPosts(given())
    const app = await anApp(given())
    const siret = '99900005200012'
    const list = () =>
      ['09-0300', '09-0301'].map((reference) =>
        aPost(reference, { holder: { siret, name: 'Mairie de Foix', commune: '09122' } }),
      )
    const [one, other] = await Promise.all([bringIn(app, list()), bringIn(app, list())])
    expect([...one, ...other].map(({ outcome }) => outcome).sort()).toEqual([
      'added',
      'added',
      'known',
      'known',
    ])
    const { posts, facts } = await everythingSaid(given())
    const brought = posts.filter(({ reference }) => reference.startsWith('09-03'))
    expect(brought.map(({ reference }) => reference).sort()).toEqual(['09-0300', '09-0301'])
    expect(facts.filter(({ post_id }) => brought.some((post) => post.post_id === post_id))).toHaveLength(4)
  })
})

async function bringIn(app: App, posts: readonly object[]): Promise<ImportedAnswer['lines']> {
  const request = mutation('/api/state/posts/import', { payload: { posts } })
  const headers = { ...request.headers, ...(await signedIn(app, cast.farid.id)) }
  return importedAnswerSchema.parse((await app.inject({ ...request, headers })).json()).lines
}

function structures({ db }: Store): Promise<string[]> {
  return beside(async () =>
    (await db.selectFrom('structure').select('name').orderBy('created_at').execute()).map(({ name }) => name),
  )
}
