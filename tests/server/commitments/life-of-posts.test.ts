import { expect, test } from 'vitest'
import { structurePostsSchema } from '../../../src/domain/access/structure-posts.ts'
import { teamPostsSchema, territoryPostsSchema } from '../../../src/domain/access/territory-posts.ts'
import {
  commitmentsForStateSchema,
  structureCommitmentsSchema,
} from '../../../src/domain/access/structure-commitments.ts'
import { postLife } from '../../../src/domain/commitments/post-life.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { ariegeTeam } from '../../../src/server/demonstration/demonstration-people.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { asJson } from '../../../src/server/store/database-values.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDeviceId, aDocumentId, aUuid } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aDevice } from '../sync/a-device.ts'
import { aSyncWorld } from '../sync/sync-world.ts'
import { aClock, anApp, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'
import { brunosPost, hugosPost, plantPosts, vacantPost } from '../test-posts.ts'
import { attribute, everythingSaid, sayForState, sayForStructure } from './posts-world.ts'

const { chantal, denis, farid, elsa, awa } = cast
const leaves = (day: string, scope = scopeOf('awa')) => ({
  kind: 'departure',
  day,
  scope,
  reason: 'demission',
})
const nour = { email: 'nour.haddad@saint-girons.example', givenName: 'Nour', familyName: 'Haddad' }
const contract = (day: string, ends: string | null, who: object = nour) => ({
  kind: 'contract',
  day,
  ends,
  terms: ends === null ? 'cdi' : 'cdd',
  weeklyMinutes: 2100,
  who,
})
const newPost = {
  reference: '09-0100',
  department: '09',
  holder: { siret: townHall.siret },
  role: 'advisor',
  isAdditional: false,
  notifiedOn: '2026-11-02',
  convention: { starts: '2026-11-02', ends: '2028-11-01' },
}
/** Invented, with a good key. */
const newSiret = '99900006000015'

async function aWorld(store: Store) {
  await plantCast(store)
  await plantPosts(store)
  const clock = aClock()
  const app = await anApp(store, { clock })
  const get = async (url: string, person = chantal.id) => {
    const answer = await app.inject({ url, headers: await signedIn(app, person) })
    expect(answer.statusCode).toBe(200)
    return answer
  }
  return { app, clock, get }
}

function contractsOf({ db }: Store, scope: string) {
  return beside(() =>
    db
      .selectFrom('contract')
      .select(['starts', 'ends'])
      .where('scope_id', '=', scope)
      .orderBy('starts')
      .execute(),
  )
}

describeEachStore('the life of a post', (given) => {
  test('the State attributes a post to a structure that it names, once however often it is said', async () => {
    const { app, get } = await aWorld(given())
    const id = aUuid()
    const holder = {
      siret: '999 000 060 00015',
      name: 'Mairie de Massat',
      commune: '09182',
      nature: 'public',
    }
    const post = { ...newPost, id, holder }
    expect([await attribute(app, farid.id, post), await attribute(app, farid.id, post)]).toMatchObject([
      { status: 201 },
      { status: 201 },
    ])
    const { posts } = territoryPostsSchema.parse((await get('/api/state/posts', farid.id)).json())
    expect(posts.filter((one) => one.id === id)).toMatchObject([
      {
        reference: '09-0100',
        structureName: 'Mairie de Massat',
        siret: newSiret,
        department: '09',
        state: 'vacant',
        since: '2026-11-02',
        conventionEnds: '2028-11-01',
      },
    ])
  })

  test('a structure that is known keeps its name', async () => {
    const { app, get } = await aWorld(given())
    const holder = { siret: townHall.siret, name: 'Un autre nom', commune: '09182' }
    expect(await attribute(app, farid.id, { ...newPost, holder })).toMatchObject({ status: 201 })
    const { posts } = territoryPostsSchema.parse((await get('/api/state/posts', farid.id)).json())
    expect(posts.find(({ reference }) => reference === '09-0100')?.structureName).toBe(townHall.name)
  })

  test('what can’t be attributed is refused by its code, and nothing is written', async () => {
    const { app } = await aWorld(given())
    const before = await everythingSaid(given())
    const refused = async (change: object) => (await attribute(app, farid.id, { ...newPost, ...change })).code
    expect({
      key: await refused({ holder: { siret: '99900006000014', name: 'X', commune: '09182' } }),
      length: await refused({ holder: { siret: '999' } }),
      unknown: await refused({ holder: { siret: newSiret } }),
      taken: await refused({ reference: '09-0001' }),
      short: await refused({ convention: { starts: '2026-11-02', ends: '2027-11-01' } }),
      elsewhere: await refused({ department: '31' }),
    }).toEqual({
      key: 'siret-key',
      length: 'siret-length',
      unknown: 'structure-unknown',
      taken: 'post-reference-taken',
      short: 'convention-length',
      elsewhere: 'other-department',
    })
    expect(await everythingSaid(given())).toEqual(before)
  })

  test('a renewal changes nothing of the assignment but its days', async () => {
    const { app } = await aWorld(given())
    const who = { scope: scopeOf('bruno') }
    const renewal = contract('2028-11-01', '2029-10-31', who)
    expect(await sayForStructure(app, chantal.id, renewal, { post: brunosPost })).toMatchObject({
      status: 204,
    })
    expect(await contractsOf(given(), scopeOf('bruno'))).toEqual([
      { starts: '2024-11-01', ends: '2025-10-31' },
      { starts: '2025-11-01', ends: '2028-10-31' },
      { starts: '2028-11-01', ends: '2029-10-31' },
    ])
  })

  test('a post filled twice on one day, and a contract that ends before it starts, are refused whole', async () => {
    const { app } = await aWorld(given())
    const before = await everythingSaid(given())
    const twice = await sayForStructure(app, chantal.id, contract('2026-12-01', null))
    const backwards = await sayForStructure(app, chantal.id, contract('2026-12-02', '2026-12-01'), {
      post: vacantPost,
    })
    expect([twice, backwards]).toEqual([
      { status: 409, code: 'post-filled-twice' },
      { status: 422, code: 'contract-ends-before-start' },
    ])
    expect(await everythingSaid(given())).toEqual(before)
  })

  test('a departure ends the right to file at its day, leaves 90 days to send, and changes no report', async () => {
    const { app, get } = await aWorld(given())
    await plantDocument(given(), 'awa', { id: aDocumentId(), body: aReport({ date: '2026-11-20' }) })
    const before = await everythingSaid(given())
    expect(await sayForStructure(app, chantal.id, leaves('2026-11-27'))).toMatchObject({ status: 204 })
    const after = await everythingSaid(given())
    expect(after).toEqual({
      ...before,
      facts: after.facts,
      contracts: before.contracts.map((one) =>
        one.scope_id === scopeOf('awa') ? { ...one, ends: '2026-11-27' } : one,
      ),
    })
    expect(after.facts).toEqual(expect.arrayContaining(before.facts))
    expect((await get(`/api/structures/${townHall.id}/activities`)).body).toContain('2026-11-20')

    const world = aSyncWorld(given())
    const phone = aDevice(world, awa.id)
    const push = async (date: string) =>
      (await phone.push(anOp({ scope: scopeOf('awa'), set: aReport({ date }) }))).map(
        ({ status, error }) => error?.code ?? status,
      )
    world.now = new Date('2026-12-20T10:00:00.000Z')
    expect([await push('2026-11-27'), await push('2026-11-28')]).toEqual([['applied'], ['outside-contract']])
    world.now = new Date('2027-02-27T10:00:00.000Z')
    expect(await push('2026-11-26')).toEqual(['scope-closed'])
  })

  test('a departure is undone before its day, and the contracts are as they were', async () => {
    const { app, clock } = await aWorld(given())
    const before = await contractsOf(given(), scopeOf('bruno'))
    const id = aUuid()
    const at = { post: brunosPost }
    await sayForStructure(app, chantal.id, { id, ...leaves('2026-12-04', scopeOf('bruno')) }, at)
    expect(await contractsOf(given(), scopeOf('bruno'))).not.toEqual(before)
    const undo = { kind: 'withdrawn', replaces: id }
    expect(await sayForStructure(app, chantal.id, undo, at)).toMatchObject({ status: 204 })
    expect(await contractsOf(given(), scopeOf('bruno'))).toEqual(before)
    await sayForStructure(app, chantal.id, { ...leaves('2026-12-04', scopeOf('bruno')), id: aUuid() }, at)
    expect((await sayForStructure(app, chantal.id, undo, at)).code).toBe('fact-replaced')
    clock.forward({ days: 20 })
    const last = (await everythingSaid(given())).facts.filter(({ kind }) => kind === 'departure').at(-1)
    const tooLate = { kind: 'withdrawn', replaces: last?.fact_id }
    expect((await sayForStructure(app, chantal.id, tooLate, at)).code).toBe('departure-past')
  })

  test('a departure can’t be undone once the post has a successor, and nothing changes', async () => {
    const { app } = await aWorld(given())
    const id = aUuid()
    await sayForStructure(app, chantal.id, { id, ...leaves('2026-11-27') })
    await sayForStructure(app, chantal.id, contract('2026-11-30', null))
    const before = await everythingSaid(given())
    const undone = await sayForStructure(app, chantal.id, { kind: 'withdrawn', replaces: id })
    expect(undone).toEqual({ status: 409, code: 'successor-in-place' })
    expect(await everythingSaid(given())).toEqual(before)
  })

  test('nobody departs before a report that they filed: it would be of no contract', async () => {
    const { app } = await aWorld(given())
    await plantDocument(given(), 'awa', { id: aDocumentId(), body: aReport({ date: '2026-11-20' }) })
    const before = await everythingSaid(given())
    expect(await sayForStructure(app, chantal.id, leaves('2026-11-19'))).toEqual({
      status: 409,
      code: 'reports-on-these-days',
    })
    expect(await everythingSaid(given())).toEqual(before)
  })

  test('an assignment isn’t moved under unsent reports: they go out first', async () => {
    const { app } = await aWorld(given())
    await beside(() =>
      given()
        .db.insertInto('device')
        .values({
          device_id: aDeviceId(),
          user_id: awa.id,
          queued: 2,
          last_seen: '2026-11-22T10:00:00.000Z',
        })
        .execute(),
    )
    const said = (await everythingSaid(given())).facts.find(
      ({ kind, said: words }) => kind === 'contract' && JSON.stringify(words).includes(scopeOf('awa')),
    )
    const moved = {
      ...contract('2025-01-06', null, { scope: scopeOf('awa') }),
      replaces: said?.fact_id,
    }
    const sooner = {
      ...contract('2024-11-01', '2027-06-30', { scope: scopeOf('awa') }),
      replaces: said?.fact_id,
    }
    expect(await sayForStructure(app, chantal.id, { ...sooner, id: aUuid() })).toMatchObject({ status: 204 })
    const last = (await everythingSaid(given())).facts.find(({ replaces }) => replaces === said?.fact_id)
    const before = await everythingSaid(given())
    const movedNow = { ...moved, replaces: last?.fact_id }
    expect(await sayForStructure(app, chantal.id, movedNow)).toEqual({ status: 409, code: 'reports-waiting' })
    expect(await everythingSaid(given())).toEqual(before)
    await beside(() =>
      given()
        .db.updateTable('device')
        // What waits is of another employer's.
        .set({ queued_by_scope: asJson({ [scopeOf('hugo')]: 2 }) })
        .where('user_id', '=', awa.id)
        .execute(),
    )
    expect(await sayForStructure(app, chantal.id, movedNow)).toMatchObject({ status: 204 })
    expect(await contractsOf(given(), scopeOf('awa'))).toEqual([{ starts: '2025-01-06', ends: null }])
  })

  test('a transfer keeps both histories, and tells each holder its own only', async () => {
    const { app, clock, get } = await aWorld(given())
    const to = { siret: association.siret }
    const transfer = { kind: 'transferred', day: '2026-12-07', to }
    expect((await sayForState(app, farid.id, transfer)).code).toBe('post-still-filled')
    await sayForStructure(app, chantal.id, leaves('2026-12-04'))
    expect(await sayForState(app, farid.id, transfer)).toMatchObject({ status: 204 })
    clock.forward({ days: 20 })
    const read = async (structure: string, person: typeof chantal.id) => {
      const answer = await get(`/api/structures/${structure}/posts`, person)
      const { posts } = structurePostsSchema.parse(answer.json())
      return posts.find(({ reference }) => reference === '09-0001')?.said.map(({ fact }) => fact) ?? []
    }
    const [formerly, now] = [await read(townHall.id, chantal.id), await read(association.id, denis.id)]
    expect(postLife(formerly).fillings).toMatchObject([{ scope: scopeOf('awa'), until: '2026-12-04' }])
    expect(now.map(({ kind }) => kind)).toEqual(['notified', 'transferred'])
    const board = territoryPostsSchema.parse((await get('/api/state/posts', farid.id)).json())
    expect(board.posts.find(({ reference }) => reference === '09-0001')).toMatchObject({
      structureName: association.name,
      holders: [
        {
          structureName: townHall.name,
          siret: townHall.siret,
          until: '2026-12-06',
          worked: [{ until: '2026-12-04' }],
        },
        { structureName: association.name, from: '2026-12-07', until: null, worked: [] },
      ],
    })
    expect(board.posts.filter(({ returnedOn }) => returnedOn !== null)).toMatchObject([
      { reference: '09-0006', state: 'returned', holders: [] },
    ])
    expect(await sayForStructure(app, chantal.id, contract('2026-12-10', null))).toMatchObject({
      status: 409,
    })
  })

  test('a transfer to a structure of another department is refused, and nothing is left of it', async () => {
    const { app } = await aWorld(given())
    const before = await everythingSaid(given())
    const to = { siret: newSiret, name: 'Association de Muret', commune: '31395' }
    const transfer = { kind: 'transferred', day: '2026-12-07', to }
    expect(await sayForState(app, farid.id, transfer, { post: vacantPost })).toEqual({
      status: 409,
      code: 'other-department',
    })
    expect(await everythingSaid(given())).toEqual(before)
  })

  test('who works there already is attached to a post by the contracts that are known', async () => {
    const { app, get } = await aWorld(given())
    await beside(() =>
      given()
        .db.deleteFrom('post_fact')
        .where('kind', '=', 'contract')
        .where('structure_id', '=', townHall.id)
        .execute(),
    )
    const before = await contractsOf(given(), scopeOf('bruno'))
    const attached = { kind: 'attached', scope: scopeOf('bruno') }
    expect(await sayForStructure(app, chantal.id, attached, { post: vacantPost })).toEqual({
      status: 409,
      code: 'post-not-held',
    })
    expect(await sayForStructure(app, chantal.id, attached)).toMatchObject({ status: 204 })
    expect(await contractsOf(given(), scopeOf('bruno'))).toEqual(before)
    const { posts } = territoryPostsSchema.parse((await get('/api/state/posts', farid.id)).json())
    expect(posts.find(({ reference }) => reference === '09-0001')).toMatchObject({
      state: 'occupied',
      contractEnds: '2028-10-31',
    })
  })

  test('two who say something of one post at once don’t fill it twice', async () => {
    const { app } = await aWorld(given())
    const others = { email: 'lou.petit@saint-girons.example', givenName: 'Lou', familyName: 'Petit' }
    const outcomes = await Promise.all([
      sayForStructure(app, chantal.id, contract('2026-12-01', null), { post: vacantPost }),
      sayForStructure(app, chantal.id, contract('2026-12-01', null, others), { post: vacantPost }),
    ])
    expect(outcomes.map(({ status }) => status).sort((a, b) => a - b)).toEqual([204, 409])
  })

  test('nobody corrects what the State said, or what happens at another structure', async () => {
    const { app } = await aWorld(given())
    const { facts } = await everythingSaid(given())
    const notified = facts.find(
      ({ kind, structure_id }) => kind === 'notified' && structure_id === townHall.id,
    )
    const before = await everythingSaid(given())
    const withdraw = { kind: 'withdrawn', replaces: notified?.fact_id }
    expect([
      (await sayForStructure(app, chantal.id, withdraw, { post: String(notified?.post_id) })).code,
      (await sayForStructure(app, chantal.id, leaves('2026-11-30', scopeOf('hugo')), { post: hugosPost }))
        .code,
      (
        await sayForStructure(app, chantal.id, contract('2026-12-01', null, { scope: scopeOf('hugo') }), {
          post: vacantPost,
        })
      ).code,
    ]).toEqual(['fact-replaced', 'not-found', 'not-found'])
    expect(await everythingSaid(given())).toEqual(before)
  })

  test('I14 the State reads dates and no name, a coordinator names and dates and no other term', async () => {
    const { app, get } = await aWorld(given())
    expect(app).toBeDefined()
    const board = await get('/api/state/posts', farid.id)
    expect(board.body).not.toMatch(/Diallo|Estèbe|cdi|35|2100/)
    expect(
      territoryPostsSchema.parse(board.json()).posts.map(({ reference, state }) => [reference, state]),
    ).toEqual([
      ['09-0001', 'occupied'],
      ['09-0002', 'occupied'],
      ['09-0003', 'occupied'],
      ['09-0004', 'occupied'],
      ['09-0005', 'vacant'],
      ['09-0006', 'returned'],
    ])
    const team = await get(`/api/teams/${ariegeTeam.id}/posts`, elsa.id)
    expect(team.body).not.toMatch(/cdi|cdd|projet|2100|terms/)
    expect(
      teamPostsSchema
        .parse(team.json())
        .posts.map(({ advisorName, contractEnds }) => [advisorName, contractEnds]),
    ).toEqual([
      ['Awa Diallo', null],
      ['Bruno Estèbe', '2028-10-31'],
      ['Hugo Lafont', '2027-11-30'],
    ])
  })

  test('the seven commitments are judged by what is known, with its day and its source', async () => {
    const { get } = await aWorld(given())
    await plantDocument(given(), 'awa', { id: aDocumentId(), body: aReport({ date: '2026-11-20' }) })
    const community = { kind: 'hors_accompagnement', activity: 'vie_de_la_communaute', minutes: 90 }
    const { themes, place, beneficiary, ...common } = aReport({ date: '2026-11-19' })
    expect([themes, place, beneficiary]).toBeDefined()
    await plantDocument(given(), 'bruno', { id: aDocumentId(), body: { ...common, ...community } })
    const answer = await get(`/api/structures/${townHall.id}/commitments`)
    const { commitments, first, structure } = structureCommitmentsSchema.parse(answer.json())
    expect(structure).toEqual({ name: townHall.name, siret: townHall.siret, department: '09' })
    expect(commitments.map(({ number, status }) => [number, status])).toEqual([
      [1, 'late'],
      [2, 'unknown'],
      [3, 'to-do'],
      [4, 'unknown'],
      [5, 'unknown'],
      [6, 'kept'],
      [7, expect.stringMatching(/late|to-do|unknown/)],
    ])
    expect(first).toMatchObject({ page: 'recruitment', by: '2026-10-23' })
    const six = commitments.find(({ number }) => number === 6)
    expect(six?.evidence[0]).toMatchObject({ day: '2026-11-23', source: 'reports' })
    expect(six?.evidence[0]?.words).toContain('1,5')
  })

  test('the State reads where the seven commitments stand, as the structure does, and neither a name nor a count', async () => {
    const { get } = await aWorld(given())
    await plantDocument(given(), 'awa', { id: aDocumentId(), body: aReport({ date: '2026-11-20' }) })
    const own = structureCommitmentsSchema.parse(
      (await get(`/api/structures/${townHall.id}/commitments`)).json(),
    )
    const answer = await get(`/api/state/structures/${townHall.id}/commitments`, farid.id)
    const read = commitmentsForStateSchema.parse(answer.json())
    expect(read.structure).toEqual(own.structure)
    const statuses = (told: readonly { number: number; status: string }[]) =>
      // Of the last one the State knows who vouched, and not what deserves a look.
      told.slice(0, 6).map(({ number, status }) => [number, status])
    expect(statuses(read.commitments)).toEqual(statuses(own.commitments))
    expect(answer.body).not.toMatch(/Diallo|Estèbe|Bruno|étape|comptes rendus reçus/)
    const words = read.commitments.flatMap(({ evidence }) => evidence.map((one) => one.words)).join('\n')
    expect(words).toContain('Poste 09-0005\u00A0: vacant depuis cette date.')
    expect(words).toContain('des accompagnements sur trois mois.')
    expect(words).toContain('Mois d’octobre 2026\u00A0: pas attesté.')
    // Bruno, Elsa’s other member, has filed nothing.
    expect(words).toContain('sans aucune activité depuis au moins deux semaines de travail.')
  })
})
