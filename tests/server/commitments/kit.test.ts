import { expect, test } from 'vitest'
import {
  ownKitSchema,
  structureKitSchema,
  structureSizesSchema,
} from '../../../src/domain/access/kit-on-the-wire.ts'
import { structureCommitmentsSchema } from '../../../src/domain/access/structure-commitments.ts'
import { heldBy, loanStateOn } from '../../../src/domain/commitments/kit/kit-standing.ts'
import { structureKit } from '../../../src/domain/commitments/kit/structure-kit.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { scopeIdSchema, type PersonId } from '../../../src/domain/ids.ts'
import { forgetOldSizes } from '../../../src/server/commitments/forget-old-sizes.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { createAssignment } from '../../../src/server/store/provisioning-assignments.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aScopeId, aUuid } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast, scopeOf, today } from '../test-cast.ts'

const { awa, bruno, chantal, denis, hugo } = cast
const computer = {
  kind: 'handed',
  equipment: 'ordinateur',
  label: 'PC-12',
  serial: 'SN-1',
  wear: 'neuf',
  instead: null,
}

async function aWorld(store: Store) {
  await plantCast(store)
  const app = await anApp(store, { clock: aClock() })
  const post = async (url: string, person: PersonId, payload: object) => {
    const request = mutation(url, { payload })
    const headers = { ...request.headers, ...(await signedIn(app, person)) }
    const answer = await app.inject({ ...request, headers })
    return answer.statusCode === 204 ? 'done' : /"code":"([\w-]+)"/.exec(answer.body)?.[1]
  }
  const get = async (url: string, person: PersonId) => {
    const answer = await app.inject({ url, headers: await signedIn(app, person) })
    return answer.statusCode === 200 ? answer.json() : /"code":"([\w-]+)"/.exec(answer.body)?.[1]
  }
  const base = { replaces: null, day: '2026-10-05' }
  return {
    /** What the town hall says of Awa's kit, unless said otherwise. */
    says: (
      says: object,
      { by = chantal.id, structure = townHall.id, scope = scopeOf('awa') } = {},
    ): Promise<string | undefined> => {
      const payload = { scope, says: { id: aUuid(), ...base, ...says } }
      return post(`/api/structures/${structure}/kit/facts`, by, payload)
    },
    /** What Awa says of her own, unless said otherwise. */
    confirms: (says: object, { by = awa.id, scope = scopeOf('awa') } = {}): Promise<string | undefined> =>
      post(`/api/own-kit/${scope}/facts`, by, { id: aUuid(), ...base, ...says }),
    kitOf: async (structure = townHall.id, person = chantal.id) =>
      structureKitSchema.parse(await get(`/api/structures/${structure}/kit`, person)),
    ownKit: async (person: PersonId) => ownKitSchema.parse(await get('/api/own-kit', person)).structures,
    get,
  }
}

function written({ db }: Store) {
  return beside(() => db.selectFrom('kit_fact').select('fact_id').orderBy('fact_id').execute())
}

describeEachStore('clothing and equipment', (given) => {
  test('a computer is handed over, confirmed by who has it, and comes back by the word of both', async () => {
    const { says, confirms, kitOf, ownKit } = await aWorld(given())
    const item = aUuid()
    expect([
      await says({ ...computer, item }),
      await confirms({ kind: 'received', item, day: '2026-10-06' }),
      await says({ kind: 'back', item, wear: 'bon', day: '2026-11-02' }),
      await confirms({ kind: 'back', item, day: '2026-11-02' }),
    ]).toEqual(['done', 'done', 'done', 'done'])
    const { said } = await kitOf()
    const [loan] = structureKit(said.map(({ fact }) => fact)).loans
    expect(loan && loanStateOn(loan, today)).toBe('back')
    expect(said.map(({ fact, byName }) => [fact.kind, byName])).toEqual([
      ['handed', 'Chantal Rouch'],
      ['received', 'Awa Diallo'],
      ['back', 'Chantal Rouch'],
      ['back', 'Awa Diallo'],
    ])
    expect((await ownKit(awa.id)).flatMap((one) => one.said)).toEqual(said)
  })

  test('the same said twice is said once', async () => {
    const { says } = await aWorld(given())
    const same = { ...computer, id: aUuid(), item: aUuid() }
    expect([await says(same), await says(same)]).toEqual(['done', 'done'])
    expect(await written(given())).toHaveLength(1)
  })

  test('two people can’t have one computer, and who hasn’t it can’t confirm it', async () => {
    const { says, confirms } = await aWorld(given())
    const item = aUuid()
    await says({ ...computer, item })
    const toBruno = { scope: scopeOf('bruno') }
    expect({
      handedAgain: await says({ ...computer, item, day: '2026-10-07' }, toBruno),
      typedAgain: await says({ ...computer, item: aUuid(), serial: 'sn 1', day: '2026-10-07' }, toBruno),
      confirmed: await confirms({ kind: 'received', item }, { by: bruno.id, ...toBruno }),
      asAwa: await confirms({ kind: 'received', item }, { by: bruno.id }),
    }).toEqual({
      handedAgain: 'kit-item-held',
      typedAgain: 'kit-item-held',
      confirmed: 'kit-item-unknown',
      asAwa: 'not-found',
    })
    expect(await written(given())).toHaveLength(1)
  })

  test('two hand-overs of one computer at the same moment leave one', async () => {
    const { says } = await aWorld(given())
    const item = aUuid()
    const answers = await Promise.all([
      says({ ...computer, item }),
      says({ ...computer, item }, { scope: scopeOf('bruno') }),
    ])
    expect(answers.toSorted()).toEqual(['done', 'kit-item-held'])
  })

  test('a receipt or a return said twice by one person is refused, and nothing is lost', async () => {
    const { says, confirms, kitOf } = await aWorld(given())
    const item = aUuid()
    await says({ ...computer, item })
    expect([
      await confirms({ kind: 'received', item }),
      await confirms({ kind: 'received', item, day: '2026-10-08' }),
      await says({ kind: 'back', item, wear: 'bon', day: '2026-11-02' }),
      await says({ kind: 'back', item, wear: 'use', day: '2026-11-03' }),
    ]).toEqual(['done', 'kit-already-said', 'done', 'kit-already-said'])
    expect((await kitOf()).said.map(({ fact }) => fact.kind)).toEqual(['handed', 'received', 'back'])
  })

  test('nothing is handed over to somebody whose contract is over; what they have still comes back', async () => {
    const { says, confirms } = await aWorld(given())
    const item = aUuid()
    await says({ ...computer, item })
    await beside(() =>
      given()
        .db.updateTable('contract')
        .set({ ends: '2026-10-31' })
        .where('scope_id', '=', scopeOf('awa'))
        .execute(),
    )
    expect([
      await says({ ...computer, item: aUuid(), serial: '', day: '2026-11-02' }),
      await says({ kind: 'outfit-asked', item: aUuid(), reason: 'usee', size: 'M', day: '2026-11-02' }),
      await confirms({ kind: 'back', item, day: '2026-11-03' }),
    ]).toEqual(['kit-outside-contract', 'kit-outside-contract', 'done'])
  })

  test('an item, or an advisor, of another structure is unknown here', async () => {
    const { says, get } = await aWorld(given())
    const item = aUuid()
    const there = { by: denis.id, structure: association.id, scope: scopeOf('hugo') }
    expect(await says({ ...computer, item }, there)).toBe('done')
    expect({
      item: await says({ kind: 'back', item, wear: 'bon' }),
      advisor: await says({ ...computer, item: aUuid() }, { scope: scopeOf('hugo') }),
      structure: await says({ ...computer, item: aUuid() }, { structure: association.id }),
      read: await get(`/api/structures/${association.id}/kit`, chantal.id),
    }).toEqual({ item: 'kit-item-unknown', advisor: 'not-found', structure: 'forbidden', read: 'forbidden' })
  })

  test('a size is told to the person and to who orders, to no other member', async () => {
    const { says, confirms, get, kitOf, ownKit } = await aWorld(given())
    const reader = cast.elsa.id
    await beside(() =>
      given()
        .db.insertInto('membership')
        .values({
          person_id: reader,
          structure_id: townHall.id,
          role: 'lecteur',
          since: '2026-01-01T00:00:00Z',
        })
        .execute(),
    )
    await confirms({ kind: 'size', size: 'L' })
    const asked = { kind: 'outfit-asked', item: aUuid(), reason: 'premiere', size: 'XL' }
    expect([await says(asked, { by: reader }), await says(asked)]).toEqual(['forbidden', 'done'])
    const sizes = `/api/structures/${townHall.id}/kit/sizes`
    const told = structureSizesSchema.parse(await get(sizes, chantal.id)).said
    expect(told.map(({ fact }) => fact.kind === 'size' && [fact.party, fact.size])).toEqual([
      ['advisor', 'L'],
      ['structure', 'XL'],
    ])
    expect(await get(sizes, reader)).toBe('forbidden')
    expect((await kitOf(townHall.id, reader)).said.map(({ fact }) => fact.kind)).toEqual(['outfit-asked'])
    expect((await ownKit(awa.id)).flatMap((one) => one.said)).toHaveLength(3)
  })

  test('an employer with two half-time advisors reads both; each of them reads their own', async () => {
    const { says, kitOf, ownKit } = await aWorld(given())
    await says({ ...computer, item: aUuid() })
    await says({ ...computer, item: aUuid(), label: 'PC-13', serial: '' }, { scope: scopeOf('bruno') })
    const labels = (said: readonly { fact: object }[]) =>
      said.map(({ fact }) => ('label' in fact ? fact.label : undefined))
    expect(labels((await kitOf()).said)).toEqual(['PC-12', 'PC-13'])
    expect(labels((await ownKit(awa.id)).flatMap((one) => one.said))).toEqual(['PC-12'])
    expect(labels((await ownKit(bruno.id)).flatMap((one) => one.said))).toEqual(['PC-13'])
  })

  test('an advisor with two employers reads both apart, and neither employer reads the other’s', async () => {
    const { says, confirms, kitOf, ownKit } = await aWorld(given())
    const scope = aScopeId()
    await beside(async () => {
      await createAssignment(given().db, {
        scope,
        person: awa.id,
        structure: association.id,
        role: 'advisor',
      })
      const contract = { scope_id: scope, contract_id: aUuid(), starts: '2026-09-01', ends: null }
      await given().db.insertInto('contract').values(contract).execute()
    })
    const [here, there] = [aUuid(), aUuid()]
    await says({ ...computer, item: here })
    await says({ ...computer, item: there }, { by: denis.id, structure: association.id, scope })
    expect(await confirms({ kind: 'received', item: there })).toBe('kit-item-unknown')
    expect(await confirms({ kind: 'received', item: there }, { scope })).toBe('done')
    expect((await ownKit(awa.id)).map((one) => [one.structureId, one.said.length])).toEqual(
      expect.arrayContaining([
        [townHall.id, 1],
        [association.id, 2],
      ]),
    )
    expect((await kitOf()).said).toHaveLength(1)
    expect((await kitOf(association.id, denis.id)).said).toHaveLength(2)
    expect((await ownKit(hugo.id)).flatMap((one) => one.said)).toEqual([])
  })

  test('what is kept shows where the two commitments stand', async () => {
    const { says, get } = await aWorld(given())
    const judged = async () => {
      const all = structureCommitmentsSchema.parse(
        await get(`/api/structures/${townHall.id}/commitments`, chantal.id),
      )
      return all.commitments.filter(({ number }) => number === 4 || number === 5).map(({ status }) => status)
    }
    expect(await judged()).toEqual(['unknown', 'unknown'])
    await says({ ...computer, item: aUuid() })
    await says({ kind: 'outfit-asked', item: aUuid(), reason: 'premiere', size: 'M' })
    expect(await judged()).toEqual(['late', 'late'])
  })

  test('a size is forgotten once nothing can be ordered any more, and all else stays', async () => {
    const { says, kitOf, ownKit } = await aWorld(given())
    await says({ kind: 'outfit-asked', item: aUuid(), reason: 'premiere', size: 'M' })
    await says(
      { kind: 'outfit-asked', item: aUuid(), reason: 'premiere', size: 'S' },
      { scope: scopeOf('bruno') },
    )
    await says({ ...computer, item: aUuid() })
    await beside(() =>
      given()
        .db.updateTable('contract')
        .set({ ends: '2026-10-31' })
        .where('scope_id', '=', scopeOf('awa'))
        .execute(),
    )
    const after = (day: string) => forgetOldSizes(given(), new Date(`${day}T12:00:00.000Z`))
    expect([await after('2027-01-29'), await after('2027-01-30')]).toEqual([0, 1])
    expect((await ownKit(awa.id)).flatMap((one) => one.said.map(({ fact }) => fact.kind))).toEqual([
      'outfit-asked',
      'handed',
    ])
    expect((await kitOf()).said).toHaveLength(3)
  })

  test('what somebody is to bring back is what they have that day', async () => {
    const { says, kitOf } = await aWorld(given())
    const [pc, phone] = [aUuid(), aUuid()]
    await says({ ...computer, item: pc })
    await says({ ...computer, equipment: 'telephone', label: 'Tel-3', serial: '', item: phone })
    await says({ kind: 'back', item: pc, wear: 'use', day: '2026-11-02' })
    const kit = structureKit((await kitOf()).said.map(({ fact }) => fact))
    const held = heldBy(kit, scopeIdSchema.parse(scopeOf('awa')), calendarDaySchema.parse('2026-11-23'))
    expect(held.map(({ label }) => label)).toEqual(['Tel-3'])
  })
})
