import { expect, test } from 'vitest'
import { mostInvitations } from '../../../src/domain/access/invitation.ts'
import type { OfferedInvitation, StructureAccess } from '../../../src/domain/access/structure-access.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { beside, describeEachStore } from '../each-store.ts'
import {
  anAccessWorld,
  membersOfTownHall,
  tokenSentTo,
  urls,
  vouch,
  waitingLetters,
  type AccessWorld,
} from './access-world.ts'

const { awa, bruno, chantal, denis } = cast
const opening = (token: string) => `/api/invitations/${token}`
const accepting = (token: string) => `${opening(token)}/acceptance`

async function invites(world: AccessWorld, email: string, role = 'lecteur'): Promise<string> {
  return world.posts(chantal.id, urls.invitations, { email, role })
}

describeEachStore('an invitation', (given) => {
  test('lets in the person whom it is for, once they accept it, whatever the case of their address', async () => {
    const world = await anAccessWorld(given())
    expect(await invites(world, bruno.email.toUpperCase())).toBe('204')
    const token = await tokenSentTo(given(), bruno.email.toUpperCase())
    for (let opened = 0; opened < 3; opened += 1)
      expect(await world.reads<OfferedInvitation>(bruno.id, opening(token))).toMatchObject({
        structureName: townHall.name,
        role: 'lecteur',
        invitedBy: 'Chantal Rouch',
      })
    expect(await membersOfTownHall(given())).toEqual({ Chantal: 'responsable' })
    expect(await world.posts(bruno.id, accepting(token))).toBe('200')
    expect(await membersOfTownHall(given())).toEqual({ Chantal: 'responsable', Bruno: 'lecteur' })
    await world.reads(bruno.id, urls.activities)
  })

  test('is stored without the secret of its link', async () => {
    const world = await anAccessWorld(given())
    await invites(world, bruno.email)
    const token = await tokenSentTo(given(), bruno.email)
    const rows = await beside(() => given().db.selectFrom('invitation').selectAll().execute())
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('used twice is refused, at once or later, and lets in once', async () => {
    const world = await anAccessWorld(given())
    await invites(world, bruno.email)
    const token = await tokenSentTo(given(), bruno.email)
    const both = [world.posts(bruno.id, accepting(token)), world.posts(bruno.id, accepting(token))]
    expect((await Promise.all(both)).sort()).toEqual(['200', '410 invitation-used'])
    expect(await world.posts(bruno.id, accepting(token))).toBe('410 invitation-used')
    // Used up for good: who was removed doesn't come back by it.
    expect(await world.deletes(chantal.id, urls.member(bruno.id))).toBe('204')
    expect(await world.posts(bruno.id, accepting(token))).toBe('410 invitation-used')
    expect(await membersOfTownHall(given())).toEqual({ Chantal: 'responsable' })
  })

  test('that was forwarded tells nothing to another address and lets it not in, and still serves its own', async () => {
    const world = await anAccessWorld(given())
    await invites(world, bruno.email)
    const token = await tokenSentTo(given(), bruno.email)
    expect(await world.posts(awa.id, accepting(token))).toBe('403 invitation-other-address')
    expect(await world.posts(bruno.id, accepting(token))).toBe('200')
    // What became of it isn't told either.
    expect(await world.posts(awa.id, accepting(token))).toBe('403 invitation-other-address')
  })

  test('serves the address that the issuer vouches for today, where the one on record is older', async () => {
    const world = await anAccessWorld(given())
    await invites(world, 'bruno@ailleurs.example')
    const token = await tokenSentTo(given(), 'bruno@ailleurs.example')
    expect(await world.posts(bruno.id, accepting(token))).toBe('403 invitation-other-address')
    await vouch(given(), bruno.id, null, 'Bruno@ailleurs.example')
    expect(await world.posts(bruno.id, accepting(token))).toBe('200')
  })

  test('that expired is refused, to the second, and another can be sent', async () => {
    const world = await anAccessWorld(given())
    await invites(world, bruno.email)
    const token = await tokenSentTo(given(), bruno.email)
    world.clock.forward({ days: 7, minutes: -1 })
    await world.reads(bruno.id, opening(token))
    world.clock.forward({ minutes: 1 })
    expect(await world.posts(bruno.id, accepting(token))).toBe('410 invitation-expired')
    expect(await invites(world, bruno.email)).toBe('204')
    expect(await world.posts(bruno.id, accepting(await tokenSentTo(given(), bruno.email)))).toBe('200')
  })

  test('that was withdrawn is refused', async () => {
    const world = await anAccessWorld(given())
    await invites(world, bruno.email)
    const token = await tokenSentTo(given(), bruno.email)
    const [waiting] = (await world.reads<StructureAccess>(chantal.id, urls.access)).invitations
    const url = `${urls.invitations}/${waiting?.id}`
    expect(await world.deletes(chantal.id, url)).toBe('204')
    expect(await world.deletes(chantal.id, url)).toBe('404 invitation-unknown')
    expect(await world.posts(bruno.id, accepting(token))).toBe('410 invitation-withdrawn')
    expect((await world.reads<StructureAccess>(chantal.id, urls.access)).invitations).toEqual([])
  })

  test('to a structure that was removed is refused, like one that never was', async () => {
    const world = await anAccessWorld(given())
    const closed = '018ce800-0000-7000-8000-0000000001ff'
    await beside(async () => {
      const created_at = '2026-11-01T08:00:00.000Z'
      await given()
        .db.insertInto('structure')
        .values({ structure_id: closed, name: 'Fermée', created_at })
        .execute()
      const member = { person_id: chantal.id, structure_id: closed, role: 'responsable' as const }
      await given()
        .db.insertInto('membership')
        .values({ ...member, since: created_at })
        .execute()
    })
    const body = { email: bruno.email, role: 'lecteur' }
    expect(await world.posts(chantal.id, `/api/structures/${closed}/invitations`, body)).toBe('204')
    const token = await tokenSentTo(given(), bruno.email)
    await beside(async () => {
      await given().db.deleteFrom('membership').where('structure_id', '=', closed).execute()
      await given().db.deleteFrom('structure').where('structure_id', '=', closed).execute()
    })
    expect(await world.posts(bruno.id, accepting(token))).toBe('404 invitation-unknown')
    expect(await world.posts(bruno.id, accepting('unknown'))).toBe('404 invitation-unknown')
  })

  test('to who was invited or let in already is refused, and writes to nobody', async () => {
    const world = await anAccessWorld(given())
    expect(await invites(world, bruno.email)).toBe('204')
    expect(await invites(world, ` ${bruno.email} `)).toBe('409 already-invited')
    expect(await invites(world, chantal.email)).toBe('409 already-member')
    expect(await invites(world, 'pas une adresse')).toBe('400 invalid-request')
    expect(await waitingLetters(given())).toHaveLength(1)
  })

  test('takes no role away from who had more, and settles what they had asked', async () => {
    const world = await anAccessWorld(given())
    await vouch(given(), bruno.id, cast.bruno.siret)
    expect(await world.posts(bruno.id, '/api/own-employer/requests')).toBe('200')
    await invites(world, bruno.email, 'lecteur')
    const token = await tokenSentTo(given(), bruno.email)
    const [request] = (await world.reads<StructureAccess>(chantal.id, urls.access)).requests
    await world.posts(chantal.id, urls.request(request?.id ?? ''), { role: 'responsable' })
    expect(await world.posts(bruno.id, accepting(token))).toBe('200')
    expect(await membersOfTownHall(given())).toEqual({ Chantal: 'responsable', Bruno: 'responsable' })
  })

  test('is one among fifty that wait at most', async () => {
    const world = await anAccessWorld(given())
    for (let number = 0; number < mostInvitations; number += 1)
      expect(await invites(world, `numero-${number}@ailleurs.example`)).toBe('204')
    expect(await invites(world, bruno.email)).toBe('409 too-many-invitations')
  })

  test('is not for another structure’s responsable to send', async () => {
    const world = await anAccessWorld(given())
    const body = { email: bruno.email, role: 'lecteur' }
    expect(await world.posts(denis.id, urls.invitations, body)).toBe('403 forbidden')
    expect(await waitingLetters(given())).toEqual([])
  })
})
