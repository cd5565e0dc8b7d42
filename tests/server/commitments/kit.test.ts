import { expect, test } from 'vitest'
import {
  ownKitSchema,
  structureKitSchema,
  structureSizesSchema,
} from '../../../src/domain/access/kit-on-the-wire.ts'
import { structureCommitmentsSchema } from '../../../src/domain/access/structure-commitments.ts'
import { heldBy, loanStateOn } from '../../../src/domain/commitments/kit/kit-standing.ts'
import { structureKit } from '../../../src/domain/commitments/kit/structure-kit.ts'
import { heldTwice } from '../../../src/domain/commitments/kit/held-twice.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { scopeIdSchema, type DocumentId, type PersonId, type ScopeId } from '../../../src/domain/ids.ts'
import type { Op } from '../../../src/domain/sync/op.ts'
import { forgetOldSizes } from '../../../src/server/commitments/forget-old-sizes.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { createAssignment } from '../../../src/server/store/provisioning-assignments.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aDocumentId, aScopeId, aUuid } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { aDevice, pullAll, type TestDevice } from '../sync/a-device.ts'
import { aSyncWorld } from '../sync/sync-world.ts'
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
  const devices = new Map<PersonId, TestDevice>()
  const sync = aSyncWorld(store)
  const sends = async (by: PersonId, scope: ScopeId, { set = {}, ...op }: Partial<Op>) => {
    const device = devices.get(by) ?? aDevice(sync, by)
    devices.set(by, device)
    const said = { about: 'kit', day: base.day, at: aClock()().toISOString(), ...set }
    const fields = op.kind === 'delete' ? {} : said
    const [result] = await beside(() =>
      device.push(anOp({ scope, collection: 'confirmation', ...op, set: fields })),
    )
    return result?.error?.code ?? result?.status
  }
  return {
    /** What the town hall says of Awa's kit, unless said otherwise. */
    says: (
      says: object,
      { by = chantal.id, structure = townHall.id, scope = scopeOf('awa') } = {},
    ): Promise<string | undefined> => {
      const payload = { scope, says: { id: aUuid(), ...base, ...says } }
      return post(`/api/structures/${structure}/kit/facts`, by, payload)
    },
    /** What Awa's phone sends of her own, unless said otherwise: a confirmation, new or taken back. */
    confirms: (says: JsonObject, { by = awa.id, scope = scopeOf('awa'), id = aDocumentId() } = {}) =>
      sends(by, scope, { id, set: says }),
    takesBack: (id: DocumentId) => sends(awa.id, scopeOf('awa'), { id, kind: 'delete', baseRev: 1 }),
    kitOf: async (structure = townHall.id, person = chantal.id) =>
      structureKitSchema.parse(await get(`/api/structures/${structure}/kit`, person)),
    ownKit: async (person: PersonId) => ownKitSchema.parse(await get('/api/own-kit', person)).structures,
    get,
    syncs: sync,
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
    ]).toEqual(['done', 'applied', 'done', 'applied'])
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

  test('two people can’t have one computer; who hasn’t it may say so, which changes nothing of whose it is', async () => {
    const { says, confirms, kitOf } = await aWorld(given())
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
      confirmed: 'applied',
      asAwa: 'no-access',
    })
    expect(await written(given())).toHaveLength(1)
    const { loans, loose } = structureKit((await kitOf()).said.map(({ fact }) => fact))
    expect(loans).toMatchObject([{ scope: scopeOf('awa'), received: undefined }])
    expect(loose).toMatchObject([{ kind: 'received', scope: scopeOf('bruno') }])
  })

  test('what an advisor says of nothing that is noted is kept, and comes out beside the rest', async () => {
    const { says, confirms, kitOf } = await aWorld(given())
    const item = aUuid()
    await says({ ...computer, item })
    expect([
      await confirms({ kind: 'received', item: aUuid() }),
      await confirms({ kind: 'received', item, day: '2026-10-01' }),
      await confirms({ kind: 'outfit-received', item }),
    ]).toEqual(['applied', 'applied', 'applied'])
    const kit = structureKit((await kitOf()).said.map(({ fact }) => fact))
    expect(kit.loans).toMatchObject([{ received: undefined }])
    expect(kit.loose).toHaveLength(3)
    // And the structure goes on.
    expect(await says({ ...computer, item: aUuid(), label: 'PC-13', serial: '' })).toBe('done')
  })

  test('a return that is taken back once another has the computer shows it with both', async () => {
    const { says, confirms, takesBack, kitOf } = await aWorld(given())
    const item = aUuid()
    await says({ ...computer, item })
    const id = aDocumentId()
    await confirms({ kind: 'back', item, day: '2026-11-02' }, { id })
    const toBruno = { scope: scopeOf('bruno') }
    expect(await says({ ...computer, item, day: '2026-11-03' }, toBruno)).toBe('done')
    const holders = async () => {
      const kit = structureKit((await kitOf()).said.map(({ fact }) => fact))
      return kit.loans.filter((loan) => loanStateOn(loan, today) === 'to-confirm').map(({ scope }) => scope)
    }
    expect(await holders()).toEqual([scopeOf('bruno')])
    expect(await takesBack(id)).toBe('applied')
    expect(await holders()).toEqual([scopeOf('awa'), scopeOf('bruno')])
    const kit = structureKit((await kitOf()).said.map(({ fact }) => fact))
    expect(heldTwice(kit, today)).toMatchObject([{ item }, { item }])
    // What comes next is decided beside it: the structure says that one of them is back.
    expect(await says({ kind: 'back', item, wear: 'bon', day: '2026-11-02' })).toBe('done')
  })

  test('a wrong number is corrected, which is confirmed again; every word of it stays', async () => {
    const { says, confirms, kitOf, ownKit } = await aWorld(given())
    const [item, first, right] = [aUuid(), aUuid(), aUuid()]
    await says({ ...computer, id: first, item })
    await confirms({ kind: 'received', item, confirms: first })
    const correction = { ...computer, item, serial: 'SN-7', replaces: first }
    expect(await says({ ...correction, id: right })).toBe('done')
    // Two who correct at once: the second one is told.
    expect(await says({ ...correction, serial: 'SN-8' })).toBe('fact-replaced')
    const seen = async () => structureKit((await kitOf()).said.map(({ fact }) => fact)).loans
    expect(await seen()).toMatchObject([
      { serial: 'SN-7', received: undefined, former: [{ serial: 'SN-1' }] },
    ])
    // A phone that read the first one.
    await confirms({ kind: 'received', item, confirms: first, day: '2026-10-08' })
    expect(await seen()).toMatchObject([{ received: undefined }])
    await confirms({ kind: 'received', item, confirms: right, day: '2026-10-09' })
    expect(await seen()).toMatchObject([{ received: { day: '2026-10-09' } }])
    const { said } = await kitOf()
    expect(said).toHaveLength(5)
    expect((await ownKit(awa.id)).flatMap((one) => one.said)).toEqual(said)
  })

  test('what was noted to the wrong person goes to the other in one step, or not at all', async () => {
    const { says, confirms, kitOf, ownKit } = await aWorld(given())
    const [item, wrong] = [aUuid(), aUuid()]
    await says({ ...computer, id: wrong, item })
    await confirms({ kind: 'received', item, confirms: wrong })
    const toBruno = { ...computer, id: aUuid(), item, replaces: wrong }
    const { id: _id, ...early } = { ...toBruno, day: '2020-01-06' }
    expect(await says(early, { scope: scopeOf('bruno') })).toBe('kit-outside-contract')
    expect(await written(given())).toHaveLength(1)
    expect([
      await says(toBruno, { scope: scopeOf('bruno') }),
      await says(toBruno, { scope: scopeOf('bruno') }),
    ]).toEqual(['done', 'done'])
    const { said } = await kitOf()
    const kit = structureKit(said.map(({ fact }) => fact))
    expect(kit.loans).toMatchObject([{ scope: scopeOf('bruno'), received: undefined }])
    expect(kit.loose).toMatchObject([{ kind: 'received', scope: scopeOf('awa') }])
    const told = async (person: PersonId) =>
      (await ownKit(person)).flatMap((one) => one.said.map(({ fact }) => fact.kind))
    expect(await told(awa.id)).toEqual(expect.arrayContaining(['handed', 'received', 'withdrawn']))
    expect(await told(bruno.id)).toEqual(['handed'])
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

  test('a receipt or a return said twice counts once: kept from a phone, refused to a structure', async () => {
    const { says, confirms, kitOf } = await aWorld(given())
    const item = aUuid()
    await says({ ...computer, item })
    expect([
      await confirms({ kind: 'received', item }),
      await confirms({ kind: 'received', item, day: '2026-10-08' }),
      await says({ kind: 'back', item, wear: 'bon', day: '2026-11-02' }),
      await says({ kind: 'back', item, wear: 'use', day: '2026-11-03' }),
    ]).toEqual(['applied', 'applied', 'done', 'kit-already-said'])
    const { said } = await kitOf()
    expect(said.map(({ fact }) => fact.kind)).toEqual(['handed', 'received', 'received', 'back'])
    const { loans, doubled } = structureKit(said.map(({ fact }) => fact))
    expect(loans).toMatchObject([{ received: { day: '2026-10-05' } }])
    expect(doubled).toMatchObject([{ kind: 'received', day: '2026-10-08' }])
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
    ]).toEqual(['kit-outside-contract', 'kit-outside-contract', 'applied'])
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

  test('a size that is slipped into another confirmation is told to nobody', async () => {
    const { says, confirms, get } = await aWorld(given())
    const item = aUuid()
    await says({ ...computer, item })
    expect(await confirms({ kind: 'received', item, size: 'XL', note: 'XL' })).toBe('applied')
    expect(JSON.stringify(await get(`/api/structures/${townHall.id}/kit`, chantal.id))).not.toContain('XL')
  })

  test('an outfit is asked for with the size that the advisor said from their phone, or becomes theirs', async () => {
    const { says, confirms, get } = await aWorld(given())
    await confirms({ kind: 'size', size: 'L' })
    await says({ kind: 'outfit-asked', item: aUuid(), reason: 'premiere', size: 'L' })
    const sizes = `/api/structures/${townHall.id}/kit/sizes`
    expect(structureSizesSchema.parse(await get(sizes, chantal.id)).said).toHaveLength(1)
  })

  test('what is taken back on a phone counts no more, wherever kit is read', async () => {
    const { says, confirms, takesBack, get, kitOf, ownKit } = await aWorld(given())
    const item = aUuid()
    await says({ ...computer, item })
    const [received, size] = [aDocumentId(), aDocumentId()]
    await confirms({ kind: 'received', item }, { id: received })
    await confirms({ kind: 'size', size: 'L' }, { id: size })
    expect([await takesBack(received), await takesBack(size)]).toEqual(['applied', 'applied'])
    expect((await kitOf()).said.map(({ fact }) => fact.kind)).toEqual(['handed'])
    expect((await ownKit(awa.id)).flatMap((one) => one.said)).toHaveLength(1)
    expect(await get(`/api/structures/${townHall.id}/kit/sizes`, chantal.id)).toEqual({ said: [] })
  })

  test('what the State is told of counts what was confirmed from a phone', async () => {
    const { says, confirms, get } = await aWorld(given())
    const item = aUuid()
    await says({ kind: 'outfit-asked', item, reason: 'premiere', size: 'M' })
    const told = () => get(`/api/state/structures/${townHall.id}/commitments`, cast.farid.id)
    const before = JSON.stringify(await told())
    await confirms({ kind: 'outfit-received', item })
    const after = JSON.stringify(await told())
    expect(after).not.toBe(before)
    expect(after).not.toMatch(/Awa|Diallo/)
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
    expect(await confirms({ kind: 'received', item: there }, { scope })).toBe('applied')
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
    const log = { append: async () => {}, read: async () => [] }
    const after = (day: string) => forgetOldSizes(given(), log, new Date(`${day}T12:00:00.000Z`))
    expect([await after('2027-01-29'), await after('2027-01-30')]).toEqual([0, 1])
    expect((await ownKit(awa.id)).flatMap((one) => one.said.map(({ fact }) => fact.kind))).toEqual([
      'outfit-asked',
      'handed',
    ])
    expect((await kitOf()).said).toHaveLength(3)
  })

  test('I27 a size that was confirmed from a phone is erased then, and so is one that was taken back', async () => {
    const { says, confirms, takesBack, kitOf, syncs } = await aWorld(given())
    const item = aUuid()
    await says({ ...computer, item })
    const [size, other] = [aDocumentId(), aDocumentId()]
    await confirms({ kind: 'size', size: 'XL' }, { id: size })
    await confirms({ kind: 'size', size: '2XL' }, { id: other })
    await takesBack(other)
    await confirms({ kind: 'received', item })
    await beside(() =>
      given()
        .db.updateTable('contract')
        .set({ ends: '2026-10-31' })
        .where('scope_id', '=', scopeOf('awa'))
        .execute(),
    )
    const { erasedLog } = syncs
    const forget = (day: string) => forgetOldSizes(given(), erasedLog, new Date(`${day}T12:00:00.000Z`))
    expect([await forget('2027-01-29'), await forget('2027-01-30'), await forget('2027-01-31')]).toEqual([
      0, 2, 0,
    ])
    expect(erasedLog.entries.map(({ id, collection }) => [id, collection])).toEqual(
      [size, other].map((id) => [id, 'confirmation']),
    )
    const tables = await beside(async () => [
      await given().db.selectFrom('doc').selectAll().execute(),
      await given().db.selectFrom('doc_history').selectAll().execute(),
    ])
    expect(JSON.stringify(tables)).not.toContain('XL')
    const pages = await beside(() => pullAll(aDevice(syncs, awa.id)))
    expect(pages.flatMap(({ changes }) => changes.map(({ id, state }) => ({ id, state })))).toEqual(
      expect.arrayContaining([size, other].map((id) => ({ id, state: 'erased' }))),
    )
    expect((await kitOf()).said.map(({ fact }) => fact.kind)).toEqual(['handed', 'received'])
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
