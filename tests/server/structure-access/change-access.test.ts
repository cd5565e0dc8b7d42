import { expect, test } from 'vitest'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { signedInPerson } from '../../../src/server/store/signed-in-person.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { signedIn } from '../test-app.ts'
import { plantDocument } from '../test-cast.ts'
import { anAccessWorld, membersOfTownHall, plantMember, urls } from './access-world.ts'

const { chantal, denis, bruno } = cast

describeEachStore('who has access to a structure', (given) => {
  test('sees nothing more at the very next request once removed, in the same session', async () => {
    const world = await anAccessWorld(given())
    await plantMember(given(), denis.id, 'lecteur')
    const report = aDocumentId()
    await plantDocument(given(), 'awa', { id: report, body: aReport({}) })
    const headers = await signedIn(world.app, denis.id)
    const read = () => world.app.inject({ url: urls.activities, headers })
    expect((await read()).body).toContain(report)
    expect(await world.deletes(chantal.id, urls.member(denis.id))).toBe('204')
    const refused = await read()
    expect([refused.statusCode, refused.body.includes(report)]).toEqual([403, false])
    const { memberships } = (await world.app.inject({ url: '/api/session', headers })).json<{
      memberships: { structureName: string }[]
    }>()
    expect(memberships.map(({ structureName }) => structureName)).toEqual(['Association La Passerelle'])
    expect(await world.deletes(chantal.id, urls.member(denis.id))).toBe('404 not-a-member')
  })

  test('keeps its last responsable: neither removed nor made a lecteur, by nobody', async () => {
    const world = await anAccessWorld(given())
    await plantMember(given(), denis.id, 'lecteur')
    expect(await world.deletes(chantal.id, urls.member(chantal.id))).toBe('409 last-responsable')
    const role = { role: 'lecteur' }
    expect(await world.posts(chantal.id, `${urls.member(chantal.id)}/role`, role)).toBe(
      '409 last-responsable',
    )
    expect(await membersOfTownHall(given())).toEqual({ Chantal: 'responsable', Denis: 'lecteur' })
  })

  test('keeps one of two responsables who remove each other at once', async () => {
    const world = await anAccessWorld(given())
    for (let round = 0; round < 5; round += 1) {
      await beside(() =>
        given().db.deleteFrom('membership').where('structure_id', '=', townHall.id).execute(),
      )
      await plantMember(given(), chantal.id, 'responsable')
      await plantMember(given(), denis.id, 'responsable')
      const outcomes = await Promise.all([
        world.deletes(chantal.id, urls.member(denis.id)),
        world.deletes(denis.id, urls.member(chantal.id)),
      ])
      expect(outcomes.sort()).toEqual(['204', '403 forbidden'])
      expect(Object.values(await membersOfTownHall(given()))).toEqual(['responsable'])
    }
  })

  test('changes by a responsable only: roles, and who leaves', async () => {
    const world = await anAccessWorld(given())
    await plantMember(given(), denis.id, 'lecteur')
    await plantMember(given(), bruno.id, 'lecteur')
    expect(await world.deletes(denis.id, urls.member(bruno.id))).toBe('403 forbidden')
    const role = { role: 'responsable' }
    expect(await world.posts(denis.id, `${urls.member(denis.id)}/role`, role)).toBe('403 forbidden')
    expect(await world.posts(chantal.id, `${urls.member(denis.id)}/role`, role)).toBe('204')
    expect(await world.deletes(denis.id, urls.member(chantal.id))).toBe('204')
    expect(await membersOfTownHall(given())).toEqual({ Denis: 'responsable', Bruno: 'lecteur' })
  })

  test('is a matter of employers: an advisor’s own work stays theirs, its dates too', async () => {
    const world = await anAccessWorld(given())
    await plantMember(given(), bruno.id, 'lecteur')
    const before = await beside(() => signedInPerson(given().db, bruno.id))
    await world.deletes(chantal.id, urls.member(bruno.id))
    const after = await beside(() => signedInPerson(given().db, bruno.id))
    expect(after?.scopes).toEqual(before?.scopes)
    expect(after?.memberships).toEqual([])
  })
})
