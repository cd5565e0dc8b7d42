import { expect, test } from 'vitest'
import type { StructurePosts } from '../../../src/domain/access/structure-posts.ts'
import { scopeIdSchema, type PersonId, type StructureId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { asJson } from '../../../src/server/store/database-values.ts'
import { deviceContacts } from '../../../src/server/store/device-contacts.ts'
import { createAssignment } from '../../../src/server/store/provisioning-assignments.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aDeviceId, aScopeId } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, signedIn } from '../test-app.ts'
import { plantCast, scopeOf } from '../test-cast.ts'

const { chantal, denis, hugo } = cast
const there = scopeOf('hugo')
const here = scopeIdSchema.parse(aScopeId())

/** Hugo works half for the association, and half for the town hall. */
async function aWorld(store: Store) {
  await plantCast(store)
  const post = { scope: here, person: hugo.id, structure: townHall.id, role: 'advisor' } as const
  await beside(() => createAssignment(store.db, post))
  const app = await anApp(store)
  const reads = async (person: PersonId, structure: StructureId) => {
    const headers = await signedIn(app, person)
    const answer = await app.inject({ url: `/api/structures/${structure}/posts`, headers })
    const own = answer.json<StructurePosts>().people.find(({ name }) => name === 'Hugo Lafont')
    return own && [own.waiting, own.heardOn]
  }
  return async () => ({
    townHall: await reads(chantal.id, townHall.id),
    association: await reads(denis.id, association.id),
  })
}

interface Told {
  readonly day: string
  readonly queued: number
  readonly byScope?: Record<string, number>
  readonly cursors?: Record<string, number>
  readonly revoked?: boolean
}

function plantDevice(store: Store, { day, queued, byScope, cursors, revoked = false }: Told) {
  const at = `2026-11-${day}T10:00:00.000Z`
  const device = { device_id: aDeviceId(), user_id: hugo.id, queued, last_seen: at }
  return beside(() =>
    store.db
      .insertInto('device')
      .values({
        ...device,
        revoked_at: revoked ? at : null,
        queued_by_scope: byScope ? asJson(byScope) : null,
        cursors: cursors ? asJson(cursors) : null,
      })
      .execute(),
  )
}

describeEachStore('what waits on the devices of somebody with two employers', (given) => {
  test('I14 is told to each employer for its half, with the last contact of the devices that hold it', async () => {
    const both = await aWorld(given())
    expect(await both()).toEqual({ townHall: [0, null], association: [0, null] })
    await plantDevice(given(), {
      day: '20',
      queued: 7,
      byScope: { [there]: 7 },
      cursors: { [here]: 0, [there]: 4 },
    })
    await plantDevice(given(), { day: '22', queued: 2, byScope: { [there]: 2 }, cursors: { [there]: 4 } })
    await plantDevice(given(), {
      day: '23',
      queued: 50,
      byScope: { [here]: 25, [there]: 25 },
      cursors: { [here]: 0, [there]: 4 },
      revoked: true,
    })
    expect(await both()).toEqual({ townHall: [0, '2026-11-20'], association: [9, '2026-11-22'] })
    await plantDevice(given(), { day: '21', queued: 3, byScope: { [here]: 3 }, cursors: { [here]: 1 } })
    expect(await both()).toEqual({ townHall: [3, '2026-11-21'], association: [9, '2026-11-22'] })
  })

  test('I14 isn’t known where a device only says how much waits in all, whether that is nothing or not', async () => {
    const both = await aWorld(given())
    for (const [day, queued] of [
      ['20', 5],
      ['21', 0],
    ] as const) {
      await plantDevice(given(), { day, queued, cursors: { [here]: 0, [there]: 0 } })
      const unknown = [null, `2026-11-${day}`]
      expect(await both()).toEqual({ townHall: unknown, association: unknown })
    }
  })

  test('I14 is asked for a month by scope too', async () => {
    await aWorld(given())
    await plantDevice(given(), {
      day: '20',
      queued: 7,
      byScope: { [there]: 7 },
      cursors: { [here]: 0, [there]: 4 },
    })
    const lastSeen = '2026-11-20T10:00:00.000Z'
    const contacts = await deviceContacts(given().db, [here, there])
    expect(contacts).toHaveLength(2)
    expect(contacts).toEqual(
      expect.arrayContaining([
        { scope: here, lastSeen, waiting: 0 },
        { scope: there, lastSeen, waiting: 7 },
      ]),
    )
  })
})
