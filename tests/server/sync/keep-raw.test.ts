import { expect, test } from 'vitest'
import { maxRawBytes, maxRawOfDevice, maxRawOfPerson } from '../../../src/domain/sync/limits.ts'
import { keepRaw } from '../../../src/server/sync/keep-raw.ts'
import { aDeviceId, aPersonId } from '../../builders/an-id.ts'
import { describeEachStore } from '../each-store.ts'
import { quarantineRows } from './look-inside.ts'
import { aSyncWorld } from './sync-world.ts'

describeEachStore('the last resort', (given) => {
  test.each([
    ['an object', { note: 'Marie', ops: [{ id: 1 }] }],
    ['a list', [1, [2], null]],
    ['a text', 'à rappeler'],
    ['nothing', null],
    ['an empty object', {}],
  ])('keeps %s as it came', async (_name, raw) => {
    const world = aSyncWorld(given())
    const [person, device] = [aPersonId(), aDeviceId()]
    await keepRaw(world, person, device, raw)
    expect(await quarantineRows(world)).toEqual([
      { op_id: null, user_id: person, device_id: device, raw, reason: 'raw', at: world.now.toISOString() },
    ])
  })

  test('keeps as text what the database cannot hold as JSON', async () => {
    const world = aSyncWorld(given())
    const raw = { note: 'a\0b', half: '\ud83d' }
    await keepRaw(world, aPersonId(), null, raw)
    expect((await quarantineRows(world)).map((row) => row.raw)).toEqual([JSON.stringify(raw)])
  })

  test('I16 refuses what names another person, whose erasures would never find it', async () => {
    const world = aSyncWorld(given())
    const [awa, hugo] = [aPersonId(), aPersonId()]
    await expect(keepRaw(world, hugo, null, { user: awa, ops: [{}] })).rejects.toMatchObject({
      code: 'wrong-user',
    })
    expect(await quarantineRows(world)).toEqual([])
    for (const user of [hugo, 'hugo', 7]) await keepRaw(world, hugo, null, { user })
    expect(await quarantineRows(world)).toHaveLength(3)
  })

  test('takes 1 MB, and no more', async () => {
    const world = aSyncWorld(given())
    await keepRaw(world, aPersonId(), null, 'x'.repeat(maxRawBytes - 2))
    await expect(keepRaw(world, aPersonId(), null, 'x'.repeat(maxRawBytes - 1))).rejects.toMatchObject({
      code: 'too-large',
    })
    expect(await quarantineRows(world)).toHaveLength(1)
  })

  test('takes 20 a day from a device and 60 from a person, and again the day after', async () => {
    const world = aSyncWorld(given())
    const person = aPersonId()
    let sent = 0
    const sends = async (device: ReturnType<typeof aDeviceId> | null, count: number) => {
      for (let done = 0; done < count; done += 1) await keepRaw(world, person, device, { sent: (sent += 1) })
    }
    const tooMany = { code: 'too-many-requests' }
    const phone = aDeviceId()
    await sends(phone, maxRawOfDevice)
    await expect(sends(phone, 1)).rejects.toMatchObject(tooMany)
    for (const device of [aDeviceId(), null]) await sends(device, maxRawOfDevice)
    expect(sent - 1).toBe(maxRawOfPerson)
    await expect(sends(aDeviceId(), 1)).rejects.toMatchObject(tooMany)
    world.now = new Date(world.now.getTime() + 86_400_001)
    await sends(phone, 1)
    expect(await quarantineRows(world)).toHaveLength(maxRawOfPerson + 1)
  })
})
