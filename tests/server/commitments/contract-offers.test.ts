import { expect, test } from 'vitest'
import { mostInvitations } from '../../../src/domain/access/invitation.ts'
import type { ContractOffer } from '../../../src/domain/access/contract-offer.ts'
import type { StructurePosts } from '../../../src/domain/access/structure-posts.ts'
import { territoryPostsSchema } from '../../../src/domain/access/territory-posts.ts'
import { personIdSchema, type PersonId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { recognisePerson } from '../../../src/server/identity/recognise-person.ts'
import { signedInPerson } from '../../../src/server/store/signed-in-person.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { forgetSettled, settledDays } from '../../../src/server/structure-access/forget-settled.ts'
import { aReport } from '../../builders/a-report.ts'
import { aUuid } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { plantMember, waitingLetters } from '../structure-access/access-world.ts'
import { aDevice } from '../sync/a-device.ts'
import { aSyncWorld } from '../sync/sync-world.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast, scopeOf } from '../test-cast.ts'
import { brunosPost, plantPosts, vacantPost } from '../test-posts.ts'
import { everythingSaid, sayForState, sayForStructure } from './posts-world.ts'

const { awa, bruno, chantal, denis, farid, hugo } = cast
const at = { post: vacantPost }
const base = `/api/structures/${townHall.id}/posts`

/** Nobody has an account with this address. */
const nour = { email: 'nour.haddad@saint-girons.example', givenName: 'Nour', familyName: '' }
/** Hugo has one, at the association; the town hall types another name. */
const hugoAsTyped = { email: 'Hugo.Lafont@la-passerelle.example', givenName: 'H.', familyName: 'L.' }

function contract(who: object, fields: object = {}) {
  const days = { day: '2026-11-16', ends: '2027-11-15' }
  return { kind: 'contract', ...days, terms: 'cdd', weeklyMinutes: 1050, who, ...fields }
}

async function aWorld(store: Store) {
  await plantCast(store)
  await plantPosts(store)
  const clock = aClock()
  const app = await anApp(store, { clock })
  const send = async (person: PersonId, url: string, payload?: object) => {
    const request = mutation(url, payload === undefined ? {} : { payload })
    const headers = { ...request.headers, ...(await signedIn(app, person)) }
    const answer = await app.inject({ ...request, headers })
    return answer.statusCode < 400
      ? String(answer.statusCode)
      : `${answer.statusCode} ${answer.json<{ code: string }>().code}`
  }
  const read = async (person: PersonId, url: string) =>
    app.inject({ url, headers: await signedIn(app, person) })
  const offered = async (who: object, fields: object = {}) =>
    sayForStructure(app, chantal.id, contract(who, fields), at)
  return {
    app,
    clock,
    send,
    offered,
    token: (email: string) => linkSentTo(store, email),
    async opens(person: PersonId, token: string) {
      const answer = await read(person, `/api/contract-offers/${token}`)
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json<ContractOffer>()
    },
    /** Accepts what is offered now. */
    async accepts(person: PersonId, token: string) {
      const { seen } = (await read(person, `/api/contract-offers/${token}`)).json<Partial<ContractOffer>>()
      return send(person, `/api/contract-offers/${token}/acceptance`, { seen: seen ?? aUuid() })
    },
    refuses: (person: PersonId, token: string) => send(person, `/api/contract-offers/${token}/refusal`),
    async structureReads(person: PersonId = chantal.id) {
      const answer = await read(person, base)
      expect(answer.statusCode).toBe(200)
      const { posts, offers, people } = answer.json<StructurePosts>()
      const said = posts.find(({ id }) => id === vacantPost)?.said ?? []
      return { body: answer.body, said, offers, people, last: said.at(-1) }
    },
  }
}

async function linkSentTo(store: Store, email: string): Promise<string> {
  const letter = (await waitingLetters(store)).findLast(({ to }) => to === email)
  const token = /\/contrat\/(\S+)/.exec(letter?.body ?? '')?.[1]
  if (token === undefined) throw new Error(`No contract was offered to ${email}`)
  return token
}

/** Nour signs in for the first time; undefined where she isn't let in. */
function nourSignsIn(store: Store, now: Date): Promise<PersonId | undefined> {
  const identity = {
    issuer: 'https://issuer.example',
    subject: 'nour',
    email: nour.email,
    siret: undefined,
    emailVerified: true,
    givenName: 'Nour',
    familyName: 'Haddad',
    idToken: 'unused',
  }
  const options = { at: now, newId: personIdSchema.parse(aUuid()), emailAlwaysVerified: true }
  return beside(() => recognisePerson(store, identity, options))
}

function scopesAt(store: Store, person: PersonId, structure: string) {
  return beside(async () =>
    (await signedInPerson(store.db, person))?.scopes.filter(({ structureId }) => structureId === structure),
  )
}

describeEachStore('a contract that is offered', (given) => {
  test('I14 is answered, written and sent alike whether the address is known or not, and shows nobody', async () => {
    const world = await aWorld(given())
    const made = []
    for (const who of [nour, hugoAsTyped]) {
      const before = await everythingSaid(given())
      const answer = await world.offered(who)
      const after = await everythingSaid(given())
      const letter = (await waitingLetters(given())).find(({ to }) => to === who.email)
      const { people, offers, body, last } = await world.structureReads()
      expect(after).toEqual({ ...before, facts: after.facts, mail: after.mail })
      expect(body).not.toMatch(/Hugo Lafont|Haddad/)
      expect(offers).toContainEqual(expect.objectContaining(who))
      made.push({
        answer,
        people: people.map(({ name }) => name),
        facts: after.facts.length - before.facts.length,
        letters: after.mail.length - before.mail.length,
        letter: letter?.body.replace(/\/contrat\/\S+/, ''),
      })
      const withdrawn = { kind: 'withdrawn', replaces: last?.fact.id }
      await sayForStructure(world.app, chantal.id, withdrawn, at)
    }
    expect(made[1]).toEqual(made[0])
    expect(made[0]).toMatchObject({ answer: { status: 204 }, facts: 1, letters: 1 })
  })

  test('lets in whom it is for, who accepts, files, and is read by their name from then on', async () => {
    const world = await aWorld(given())
    expect(await nourSignsIn(given(), world.clock())).toBeUndefined()
    await world.offered(nour)
    const person = await nourSignsIn(given(), world.clock())
    if (!person) throw new Error('Nour is let in')
    const token = await world.token(nour.email)
    for (let opened = 0; opened < 3; opened += 1)
      expect(await world.opens(person, token)).toMatchObject({
        structureName: townHall.name,
        invitedBy: 'Chantal Rouch',
        role: 'advisor',
        starts: '2026-11-16',
        ends: '2027-11-15',
        terms: 'cdd',
        weeklyMinutes: 1050,
      })
    // Opening it uses nothing up, and gives nothing.
    expect(await scopesAt(given(), person, townHall.id)).toEqual([])
    expect(await world.accepts(person, token)).toBe('204')
    const [scope] = (await scopesAt(given(), person, townHall.id)) ?? []
    expect(scope?.contracts).toEqual([{ starts: '2026-11-16', ends: '2027-11-15' }])
    const { people, last } = await world.structureReads()
    expect(people.map(({ name }) => name)).toContain('Nour Haddad')
    expect(last).toMatchObject({ fact: { kind: 'contract', scope: scope?.scope }, byName: 'Nour Haddad' })
    if (!scope) throw new Error('she has a scope')
    const phone = aDevice(aSyncWorld(given()), person)
    const results = await phone.push(
      anOp({ scope: scope.scope, set: aReport({ date: '2026-11-20' }) }),
      anOp({ scope: scope.scope, set: aReport({ date: '2026-11-13' }) }),
    )
    expect(results.map(({ status, error }) => error?.code ?? status)).toEqual(['applied', 'outside-contract'])
  })

  test('makes an assignment of somebody known elsewhere only once they accept, whose work there stays theirs', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped)
    expect(await scopesAt(given(), hugo.id, townHall.id)).toEqual([])
    expect(await world.accepts(hugo.id, await world.token(hugoAsTyped.email))).toBe('204')
    expect(await scopesAt(given(), hugo.id, townHall.id)).toHaveLength(1)
    expect(await scopesAt(given(), hugo.id, association.id)).toMatchObject([{ scope: scopeOf('hugo') }])
    const { people } = await world.structureReads()
    expect(people.find(({ name }) => name === 'Hugo Lafont')?.scope).not.toBe(scopeOf('hugo'))
  })

  test('is of the assignment that the person has there already', async () => {
    const world = await aWorld(given())
    const leaves = { kind: 'departure', day: '2026-11-27', scope: scopeOf('bruno'), reason: 'autre' }
    await sayForStructure(world.app, chantal.id, leaves, { post: brunosPost })
    await world.offered({ ...nour, email: bruno.email }, { day: '2026-12-01' })
    expect(await world.accepts(bruno.id, await world.token(bruno.email))).toBe('204')
    expect(await scopesAt(given(), bruno.id, townHall.id)).toMatchObject([{ scope: scopeOf('bruno') }])
  })

  test('is refused without a word of who refused, and the structure may offer it to somebody else', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped)
    const token = await world.token(hugoAsTyped.email)
    expect(await world.refuses(hugo.id, token)).toBe('204')
    const { body, last } = await world.structureReads()
    expect(last).toMatchObject({ fact: { kind: 'declined' }, byName: '' })
    // Nothing but the address that the structure typed itself.
    expect(body.replaceAll(hugoAsTyped.email, '')).not.toMatch(/Hugo|Lafont/)
    expect(body).not.toContain(hugo.id)
    expect(await world.accepts(hugo.id, token)).toBe('410 invitation-declined')
    expect(await scopesAt(given(), hugo.id, townHall.id)).toEqual([])
    expect(await world.offered(nour)).toMatchObject({ status: 204 })
  })

  test('used twice is refused, at once or later, and makes one assignment', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped)
    const token = await world.token(hugoAsTyped.email)
    const { seen } = await world.opens(hugo.id, token)
    const url = `/api/contract-offers/${token}/acceptance`
    const both = [world.send(hugo.id, url, { seen }), world.send(hugo.id, url, { seen })]
    expect((await Promise.all(both)).sort()).toEqual(['204', '410 invitation-used'])
    expect(await world.refuses(hugo.id, token)).toBe('410 invitation-used')
    expect(await scopesAt(given(), hugo.id, townHall.id)).toHaveLength(1)
  })

  test('that was forwarded tells nothing to another address, lets it not in, and still serves its own', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped)
    const token = await world.token(hugoAsTyped.email)
    expect(await world.accepts(awa.id, token)).toBe('403 invitation-other-address')
    expect(await world.refuses(awa.id, token)).toBe('403 invitation-other-address')
    expect(await world.accepts(hugo.id, 'unknown')).toBe('404 invitation-unknown')
    expect(await world.accepts(hugo.id, token)).toBe('204')
  })

  test('is stored without the secret of its link', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped)
    const rows = await beside(() => given().db.selectFrom('contract_offer').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain(await world.token(hugoAsTyped.email))
    expect(rows).toHaveLength(1)
  })

  test('that expired is refused, to the second; sent again, only the new link opens it', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped)
    const token = await world.token(hugoAsTyped.email)
    world.clock.forward({ days: 7, minutes: -1 })
    await world.opens(hugo.id, token)
    world.clock.forward({ minutes: 1 })
    expect(await world.accepts(hugo.id, token)).toBe('410 invitation-expired')
    const { offers } = await world.structureReads()
    const again = `${base}/${vacantPost}/offers/${offers[0]?.id}/mail`
    expect(await world.send(denis.id, again)).toBe('403 forbidden')
    expect(await world.send(chantal.id, again)).toBe('204')
    expect(await waitingLetters(given())).toHaveLength(2)
    const renewed = await world.token(hugoAsTyped.email)
    expect(renewed).not.toBe(token)
    expect(await world.accepts(hugo.id, token)).toBe('404 invitation-unknown')
    expect(await world.accepts(hugo.id, renewed)).toBe('204')
    expect(await world.send(chantal.id, again)).toBe('409 fact-replaced')
  })

  test('that was withdrawn is refused, and is not sent again', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped)
    const token = await world.token(hugoAsTyped.email)
    const { last, offers } = await world.structureReads()
    const withdrawn = { kind: 'withdrawn', replaces: last?.fact.id }
    expect(await sayForStructure(world.app, chantal.id, withdrawn, at)).toMatchObject({ status: 204 })
    expect(await world.accepts(hugo.id, token)).toBe('410 invitation-withdrawn')
    const again = `${base}/${vacantPost}/offers/${offers[0]?.id}/mail`
    expect(await world.send(chantal.id, again)).toBe('409 fact-replaced')
  })

  test('is corrected before it is accepted: nobody accepts other days than those they read', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped)
    const token = await world.token(hugoAsTyped.email)
    const { seen } = await world.opens(hugo.id, token)
    const { last, offers } = await world.structureReads()
    const who = { offer: offers[0]?.id }
    const corrected = contract(who, { replaces: last?.fact.id, day: '2026-12-01', ends: '2027-05-31' })
    expect(await sayForStructure(world.app, chantal.id, corrected, at)).toMatchObject({ status: 204 })
    // The link goes on: nothing is sent.
    expect(await waitingLetters(given())).toHaveLength(1)
    const url = `/api/contract-offers/${token}/acceptance`
    expect(await world.send(hugo.id, url, { seen })).toBe('409 offer-changed')
    expect(await world.accepts(hugo.id, token)).toBe('204')
    const [scope] = (await scopesAt(given(), hugo.id, townHall.id)) ?? []
    expect(scope?.contracts).toEqual([{ starts: '2026-12-01', ends: '2027-05-31' }])
  })

  test('is made a contract by nobody but its person, nor a contract an offer', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped)
    const { last, offers } = await world.structureReads()
    const before = await everythingSaid(given())
    const says = async (said: object) => (await sayForStructure(world.app, chantal.id, said, at)).code
    const replaces = last?.fact.id
    expect([
      await says(contract({ scope: scopeOf('bruno') }, { replaces })),
      await says(contract(nour, { replaces })),
      await says(contract({ offer: aUuid() }, { replaces })),
      await says(contract({ offer: offers[0]?.id }, { day: '2028-01-01', ends: null })),
    ]).toEqual(['fact-replaced', 'fact-replaced', 'fact-replaced', 'fact-replaced'])
    const brunos = before.facts.find(
      ({ kind, said: words }) => kind === 'contract' && JSON.stringify(words).includes(scopeOf('bruno')),
    )
    const post = String(brunos?.post_id)
    const taken = await sayForStructure(
      world.app,
      chantal.id,
      contract(nour, { replaces: brunos?.fact_id }),
      {
        post,
      },
    )
    expect(taken.code).toBe('fact-replaced')
    expect(await everythingSaid(given())).toEqual(before)
  })

  test('can’t be accepted once the post has left the structure, and can again if it comes back', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped)
    const token = await world.token(hugoAsTyped.email)
    const id = aUuid()
    const transfer = { id, kind: 'transferred', day: '2026-11-24', to: { siret: association.siret } }
    expect(await sayForState(world.app, farid.id, transfer, at)).toMatchObject({ status: 204 })
    const before = await everythingSaid(given())
    expect(await world.accepts(hugo.id, token)).toBe('410 offer-lapsed')
    expect(await world.refuses(hugo.id, token)).toBe('410 offer-lapsed')
    expect(await everythingSaid(given())).toEqual(before)
    // The next holder learns nothing of it, and may offer its own.
    const answer = await world.app.inject({
      url: `/api/structures/${association.id}/posts`,
      headers: await signedIn(world.app, denis.id),
    })
    expect(answer.body).not.toContain('offered')
    await sayForState(world.app, farid.id, { kind: 'withdrawn', replaces: id }, at)
    expect(await world.accepts(hugo.id, token)).toBe('204')
  })

  test('that ended in the meantime is accepted as long as its reports may be sent, and not later', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped, { day: '2026-10-01', ends: '2026-11-20' })
    const { offers } = await world.structureReads()
    const again = `${base}/${vacantPost}/offers/${offers[0]?.id}/mail`
    world.clock.forward({ days: 120 })
    await world.send(chantal.id, again)
    const before = await everythingSaid(given())
    expect(await world.accepts(hugo.id, await world.token(hugoAsTyped.email))).toBe('410 offer-over')
    expect(await everythingSaid(given())).toEqual(before)
    world.clock.forward({ days: -90 })
    await world.send(chantal.id, again)
    expect(await world.accepts(hugo.id, await world.token(hugoAsTyped.email))).toBe('204')
    expect((await world.offered(nour, { day: '2026-05-01', ends: '2026-08-20' })).code).toBe('offer-over')
  })

  test('is told to the State as a contract that waits, with no name nor address', async () => {
    const world = await aWorld(given())
    await world.offered(hugoAsTyped)
    const answer = await world.app.inject({
      url: '/api/state/posts',
      headers: await signedIn(world.app, farid.id),
    })
    const { posts } = territoryPostsSchema.parse(answer.json())
    expect(posts.find(({ id }) => id === vacantPost)).toMatchObject({
      state: 'vacant',
      awaitsAcceptance: true,
    })
    expect(answer.body).not.toMatch(/lafont|hugo/i)
  })

  test('I14 names nobody to who only reads for the structure', async () => {
    const world = await aWorld(given())
    await plantMember(given(), awa.id, 'lecteur')
    await world.offered(hugoAsTyped)
    const { offers, body } = await world.structureReads(awa.id)
    expect(offers).toEqual([])
    expect(body).not.toMatch(/lafont/i)
  })

  test('said twice is sent once, and is one among fifty that wait at most', async () => {
    const world = await aWorld(given())
    const id = aUuid()
    await world.offered(nour, { id, day: '2026-11-16', ends: '2026-11-16' })
    await world.offered(nour, { id, day: '2026-11-16', ends: '2026-11-16' })
    expect(await waitingLetters(given())).toHaveLength(1)
    await beside(async () => {
      const [row] = await given().db.selectFrom('contract_offer').selectAll().execute()
      if (!row) throw new Error('there is an offer')
      const others = Array.from({ length: mostInvitations - 1 }, () => ({
        ...row,
        offer_id: aUuid(),
        token_hash: aUuid(),
      }))
      await given().db.insertInto('contract_offer').values(others).execute()
    })
    expect((await world.offered(hugoAsTyped, { day: '2026-12-01' })).code).toBe('too-many-invitations')
    expect(await waitingLetters(given())).toHaveLength(1)
  })

  test('is forgotten with its address a year after its link ended; what was said of the post stays', async () => {
    const world = await aWorld(given())
    await world.offered(nour)
    world.clock.forward({ days: settledDays + 8 })
    await forgetSettled(given(), world.clock())
    const { offers, last, body } = await world.structureReads()
    expect([offers, last?.fact.kind]).toEqual([[], 'offered'])
    expect(body).not.toContain(nour.email)
  })
})
