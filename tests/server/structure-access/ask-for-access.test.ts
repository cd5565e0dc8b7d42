import { expect, test } from 'vitest'
import type {
  FirstRequest,
  OwnEmployer,
  StructureAccess,
} from '../../../src/domain/access/structure-access.ts'
import { cast, townHallSiret } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { beside, describeEachStore } from '../each-store.ts'
import {
  anAccessWorld,
  membersOfTownHall,
  plantMember,
  urls,
  vouch,
  waitingLetters,
  withoutResponsable,
} from './access-world.ts'

const ask = '/api/own-employer/requests'
const { awa, bruno, chantal, denis, farid } = cast

describeEachStore('asking for access', (given) => {
  test('is told to the responsable, who lets the person in: they read from their next request on', async () => {
    const world = await anAccessWorld(given())
    await vouch(given(), bruno.id, townHallSiret)
    expect(await world.reads<OwnEmployer>(bruno.id, '/api/own-employer')).toMatchObject({
      structure: { id: townHall.id, name: townHall.name },
      isMember: false,
      hasResponsable: true,
      request: null,
    })
    expect(await world.posts(bruno.id, ask)).toBe('200')
    expect((await waitingLetters(given())).map(({ to }) => to)).toEqual([chantal.email])
    const { requests } = await world.reads<StructureAccess>(chantal.id, urls.access)
    expect(requests).toMatchObject([{ name: 'Bruno Estèbe', email: bruno.email }])
    const [request] = requests
    expect(await world.posts(chantal.id, urls.request(request?.id ?? ''), { role: 'lecteur' })).toBe('204')
    expect(await membersOfTownHall(given())).toEqual({ Chantal: 'responsable', Bruno: 'lecteur' })
    await world.reads(bruno.id, urls.activities)
    expect((await waitingLetters(given())).map(({ to }) => to)).toEqual([chantal.email, bruno.email])
  })

  test('twice is refused, and the first request stands', async () => {
    const world = await anAccessWorld(given())
    await vouch(given(), bruno.id, townHallSiret)
    const both = await Promise.all([world.posts(bruno.id, ask), world.posts(bruno.id, ask)])
    expect(both.sort()).toEqual(['200', '409 already-asked'])
    expect(await world.posts(bruno.id, ask)).toBe('409 already-asked')
    expect((await world.reads<StructureAccess>(chantal.id, urls.access)).requests).toHaveLength(1)
    expect(await waitingLetters(given())).toHaveLength(1)
  })

  test('is refused to whom no structure employs, and to who reads it already', async () => {
    const world = await anAccessWorld(given())
    expect(await world.posts(bruno.id, ask)).toBe('409 unknown-employer')
    await vouch(given(), bruno.id, '99999999999999')
    expect(await world.posts(bruno.id, ask)).toBe('409 unknown-employer')
    expect(await world.reads(bruno.id, '/api/own-employer')).toMatchObject({ structure: null })
    await vouch(given(), chantal.id, townHallSiret)
    expect(await world.posts(chantal.id, ask)).toBe('409 already-member')
    expect(await waitingLetters(given())).toEqual([])
  })

  test('can be refused, and asked again', async () => {
    const world = await anAccessWorld(given())
    await vouch(given(), bruno.id, townHallSiret)
    await world.posts(bruno.id, ask)
    const [request] = (await world.reads<StructureAccess>(chantal.id, urls.access)).requests
    const id = request?.id ?? ''
    expect(await world.posts(chantal.id, urls.request(id), { role: null })).toBe('204')
    expect(await world.posts(chantal.id, urls.request(id), { role: 'lecteur' })).toBe('409 request-settled')
    expect(await membersOfTownHall(given())).toEqual({ Chantal: 'responsable' })
    expect(await world.reads(bruno.id, '/api/own-employer')).toMatchObject({ request: { status: 'refused' } })
    world.clock.forward({ minutes: 1 })
    expect(await world.posts(bruno.id, ask)).toBe('200')
  })

  test('for a structure that nobody answers for is settled by the State of its department, and by no other', async () => {
    const world = await anAccessWorld(given())
    await withoutResponsable(given())
    await vouch(given(), bruno.id, townHallSiret)
    expect(await world.posts(bruno.id, ask)).toBe('200')
    expect((await waitingLetters(given())).map(({ to }) => to)).toEqual([farid.email])
    const read = () =>
      world.reads<{ requests: FirstRequest[] }>(farid.id, '/api/state/access-requests?departement=09')
    const { requests } = await read()
    expect(requests).toMatchObject([{ structureName: townHall.name, department: '09', name: 'Bruno Estèbe' }])
    const url = urls.stateRequest(requests[0]?.id ?? '')
    expect(await world.posts(denis.id, url, { accepted: true })).toBe('403 forbidden')
    await beside(() => given().db.updateTable('state_remit').set({ department: '31' }).execute())
    expect(await world.posts(farid.id, url, { accepted: true })).toBe('403 forbidden')
    await beside(() => given().db.updateTable('state_remit').set({ department: '09' }).execute())
    expect(await world.posts(farid.id, url, { accepted: true })).toBe('204')
    expect(await membersOfTownHall(given())).toEqual({ Bruno: 'responsable' })
    expect(await read()).toEqual({ requests: [] })
  })

  test('is no longer the State’s to settle once the structure has somebody who answers', async () => {
    const world = await anAccessWorld(given())
    await withoutResponsable(given())
    for (const { id } of [awa, bruno]) {
      await vouch(given(), id, townHallSiret)
      expect(await world.posts(id, ask)).toBe('200')
    }
    const { requests } = await world.reads<{ requests: FirstRequest[] }>(
      farid.id,
      '/api/state/access-requests',
    )
    const [first = '', second = ''] = requests.map(({ id }) => urls.stateRequest(id))
    const both = await Promise.all([
      world.posts(farid.id, first, { accepted: true }),
      world.posts(farid.id, second, { accepted: true }),
    ])
    expect(both.sort()).toEqual(['204', '409 has-responsable'])
    expect(Object.values(await membersOfTownHall(given()))).toEqual(['responsable'])
  })

  test('is told to members as who has access, and what waits to responsables only', async () => {
    const world = await anAccessWorld(given())
    await plantMember(given(), denis.id, 'lecteur')
    await vouch(given(), bruno.id, townHallSiret)
    await world.posts(bruno.id, ask)
    const read = await world.reads<StructureAccess>(denis.id, urls.access)
    expect(read.members.map(({ name, role }) => [name, role])).toEqual([
      ['Chantal Rouch', 'responsable'],
      ['Denis Galy', 'lecteur'],
    ])
    expect([read.requests, read.invitations]).toEqual([[], []])
  })
})
