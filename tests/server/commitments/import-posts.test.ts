import { expect, test } from 'vitest'
import { importedAnswerSchema } from '../../../src/domain/commitments/said-post-fact.ts'
import { errorCatalogue } from '../../../src/domain/errors.ts'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { AppParts } from '../../../src/server/http/app.ts'
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

async function anImport(store: Store, parts: Partial<AppParts> = {}) {
  await plantCast(store)
  await plantPosts(store)
  const app = await anApp(store, parts)
  const cookie = await signedIn(app, cast.farid.id)
  return async (...posts: ReturnType<typeof aPost>[]) => {
    const request = mutation('/api/state/posts/import', { payload: { posts } })
    return app.inject({ ...request, headers: { ...request.headers, ...cookie } })
  }
}

const linesOf = (answer: { json: () => unknown }) => importedAnswerSchema.parse(answer.json()).lines
const outcomesOf = (answer: { json: () => unknown }) => linesOf(answer).map(({ outcome }) => outcome)

describeEachStore('a list of posts', (given) => {
  test('is brought in line by line; brought in again under other ids, it doubles nothing', async () => {
    const send = await anImport(given())
    const bringIn = async () =>
      outcomesOf(
        await send(
          aPost('09-0200'),
          aPost('09-0001'),
          aPost('09-0201', { holder: { siret: '99900001100019' } }),
          aPost('31-0001', { department: '31' }),
          aPost('09-0202'),
        ),
      )
    expect(await bringIn()).toEqual(['added', 'known', 'refused', 'refused', 'added'])
    const once = await everythingSaid(given())
    expect(await bringIn()).toEqual(['known', 'known', 'refused', 'refused', 'known'])
    expect(await everythingSaid(given())).toEqual(once)
  })

  test('stopped in the middle, it leaves nothing there, and brought in again all of it comes', async () => {
    let left = Infinity
    const newId = () => {
      left -= 1
      if (left < 0) throw new Error('the server stops here')
      return randomIds.newId()
    }
    const send = await anImport(given(), { ids: { ...randomIds, newId } })
    const list = ['09-0200', '09-0201', '09-0202', '09-0203'].map((reference) => aPost(reference))
    const before = await everythingSaid(given())
    // Two facts a post: the third one stops between its first and its second.
    left = 5
    const stopped = await send(...list)
    expect(stopped.statusCode).toBe(500)
    expect(stopped.json()).toMatchObject({ code: 'internal' })
    expect(await everythingSaid(given())).toEqual(before)
    left = Infinity
    expect(outcomesOf(await send(...list))).toEqual(['added', 'added', 'added', 'added'])
    const whole = await everythingSaid(given())
    expect(whole.posts).toHaveLength(before.posts.length + 4)
    expect(whole.facts).toHaveLength(before.facts.length + 8)
  })

  test('that says a number twice: the same line counts once, another one is refused by its code, and the first stays', async () => {
    const send = await anImport(given())
    const answer = await send(
      aPost('09-0200'),
      aPost('09-0200'),
      aPost('09-0200', { notifiedOn: '2026-10-06' }),
      aPost('09-0200', { holder: { siret: association.siret } }),
    )
    const { title } = errorCatalogue['post-listed-twice']
    expect(linesOf(answer).map(({ outcome, because }) => [outcome, because])).toEqual([
      ['added', null],
      ['known', null],
      ['refused', title],
      ['refused', title],
    ])
    const { facts, posts } = await everythingSaid(given())
    const id = posts.find(({ reference }) => reference === '09-0200')?.post_id
    expect(facts.filter(({ post_id }) => post_id === id).map(({ kind, day }) => [kind, day])).toEqual(
      expect.arrayContaining([
        ['notified', '2026-10-05'],
        ['convention', '2026-10-05'],
      ]),
    )
  })

  test('that gives another structure a number that is taken is refused by its code, and the post stays as it is', async () => {
    const send = await anImport(given())
    const before = await everythingSaid(given())
    const answer = await send(aPost('09-0001', { holder: { siret: association.siret } }))
    expect(linesOf(answer)).toMatchObject([
      { outcome: 'refused', because: errorCatalogue['post-reference-taken'].title },
    ])
    expect(await everythingSaid(given())).toEqual(before)
  })

  test('makes a structure that nobody knew once, and none for what is refused', async () => {
    const send = await anImport(given())
    const known = await structures(given())
    const siret = '99900005200012'
    const answer = await send(
      aPost('09-0300', { holder: { siret } }),
      aPost('09-0301', { holder: { siret, name: 'Mairie neuve', commune: '31555' } }),
      aPost('09-0302', { holder: { siret, name: 'Mairie de Foix', commune: '09122' } }),
      aPost('09-0303', { holder: { siret } }),
      aPost('09-0303', { holder: { siret } }),
    )
    expect(outcomesOf(answer)).toEqual(['refused', 'refused', 'added', 'added', 'known'])
    expect(await structures(given())).toEqual([...known, 'Mairie de Foix'])
  })

  test('brought in by two at once doubles nothing, and says the same to both', async () => {
    const send = await anImport(given())
    const siret = '99900005200012'
    const list = () =>
      ['09-0300', '09-0301'].map((reference) =>
        aPost(reference, { holder: { siret, name: 'Mairie de Foix', commune: '09122' } }),
      )
    const [one, other] = await Promise.all([send(...list()), send(...list())])
    expect([...outcomesOf(one), ...outcomesOf(other)].sort()).toEqual(['added', 'added', 'known', 'known'])
    const { posts, facts } = await everythingSaid(given())
    const brought = posts.filter(({ reference }) => reference.startsWith('09-03'))
    expect(brought.map(({ reference }) => reference).sort()).toEqual(['09-0300', '09-0301'])
    expect(facts.filter(({ post_id }) => brought.some((post) => post.post_id === post_id))).toHaveLength(4)
  })
})

function structures({ db }: Store): Promise<string[]> {
  return beside(async () =>
    (await db.selectFrom('structure').select('name').orderBy('created_at').execute()).map(({ name }) => name),
  )
}
