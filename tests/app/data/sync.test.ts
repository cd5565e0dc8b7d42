import { beforeEach, describe, expect, test } from 'vitest'
import { aPersonId, aScopeId } from '../../builders/an-id.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDevice, closeDevices, type TestDevice } from './a-device.ts'
import { FakeServer } from './fake-server.ts'

closeDevices()

const awa = aPersonId()
const scope = aScopeId()
let server: FakeServer
let phone: TestDevice
let laptop: TestDevice

beforeEach(() => {
  server = new FakeServer()
  server.grant(awa, scope)
  phone = aDevice(server, awa, scope)
  laptop = aDevice(server, awa, scope)
})

describe('one device', () => {
  test('a report filed offline is on the server after a sync, and the queue is empty', async () => {
    const id = await phone.files({ minutes: 30 })
    expect((await phone.report(id))?.mark).toBe('on-device')
    await phone.settles()
    expect(server.live(scope).map(({ body }) => body)).toEqual([aReport({ minutes: 30 })])
    expect(await phone.queue()).toEqual([])
    expect((await phone.report(id))?.mark).toBe('sent')
  })
})
