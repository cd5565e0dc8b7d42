import { expect, test } from 'vitest'
import { ownDevices, signDeviceOut } from '../../../src/server/sync/own-devices.ts'
import { anOp } from '../../builders/an-op.ts'
import { describeEachStore } from '../each-store.ts'
import { aDevice } from './a-device.ts'
import { documentRows } from './look-inside.ts'
import { aScope, aSyncWorld } from './sync-world.ts'

describeEachStore('a person’s devices', (given) => {
  async function awaWithTwoDevices() {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const [phone, laptop] = [aDevice(world, person), aDevice(world, person)]
    await phone.pushWith({ queued: 4 })
    await world.background.settled()
    world.now = new Date('2026-11-24T08:00:00.000Z')
    await laptop.pull()
    await world.background.settled()
    return { world, scope, person, phone, laptop }
  }

  test('are listed, the one seen last first, and nobody else’s', async () => {
    const { world, person, phone, laptop } = await awaWithTwoDevices()
    const hugo = await aScope(world)
    expect(await ownDevices(world, person)).toEqual({
      devices: [
        {
          deviceId: laptop.id,
          app: '0.1.0',
          queued: null,
          lastSeen: '2026-11-24T08:00:00.000Z',
          revokedAt: null,
        },
        {
          deviceId: phone.id,
          app: '0.1.0',
          queued: 4,
          lastSeen: '2026-11-23T15:00:00.000Z',
          revokedAt: null,
        },
      ],
    })
    expect(await ownDevices(world, hugo.person)).toEqual({ devices: [] })
  })

  test('I14 can be signed out from afar, for ever', async () => {
    const { world, scope, person, phone, laptop } = await awaWithTwoDevices()
    await signDeviceOut(world, person, phone.id)
    await expect(phone.push(anOp({ scope }))).rejects.toMatchObject({ code: 'device-revoked' })
    await expect(phone.pull()).rejects.toMatchObject({ code: 'device-revoked' })
    expect(await laptop.push(anOp({ scope }))).toMatchObject([{ status: 'applied' }])
    expect(await documentRows(world, scope)).toHaveLength(1)
    const revokedAt = world.now.toISOString()
    world.now = new Date('2026-11-25T08:00:00.000Z')
    await signDeviceOut(world, person, phone.id)
    const { devices } = await ownDevices(world, person)
    expect(devices.find(({ deviceId }) => deviceId === phone.id)).toMatchObject({ revokedAt, queued: 4 })
  })

  test('cannot be signed out by anybody else', async () => {
    const { world, phone } = await awaWithTwoDevices()
    const hugo = await aScope(world)
    await expect(signDeviceOut(world, hugo.person, phone.id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await phone.pull()).more).toBe(false)
  })
})
