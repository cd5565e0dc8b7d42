import { beforeEach } from 'vitest'
import type { DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import type { PushRequest } from '../../../src/domain/sync/wire.ts'
import { aPersonId, aScopeId } from '../../builders/an-id.ts'
import { aDevice, closeDevices, type TestDevice } from './a-device.ts'
import { FakeServer } from './fake-server.ts'

export const awa = aPersonId()
export const bruno = aPersonId()
export const scope = aScopeId()

/** Awa's server and her two devices, new before each test. */
export let server: FakeServer
export let phone: TestDevice
export let laptop: TestDevice

export function newWorldForEachTest(): void {
  closeDevices()
  beforeEach(() => {
    server = new FakeServer()
    server.grant(awa, scope)
    phone = aDevice(server, awa, scope)
    laptop = aDevice(server, awa, scope)
  })
}

/** A report that the server and both devices have. */
export async function sharedReport(fields: JsonObject = {}): Promise<DocumentId> {
  const id = await phone.files(fields)
  await phone.settles()
  await laptop.settles()
  return id
}

/** Reports that were filed long ago, from another device. */
export async function fileOnServer(count: number): Promise<void> {
  const old = aDevice(server, awa, scope)
  for (let report = 0; report < count; report += 1) await old.files()
  await old.settles()
}

export function pushes(device: TestDevice): PushRequest[] {
  // The fake transport read it by the schema of a push.
  return device.transport.log
    .filter(({ endpoint }) => endpoint === 'push')
    .map(({ request }) => request as PushRequest)
}

export function bodyOnServer(id: DocumentId): JsonObject | undefined {
  return server.document(scope, id)?.body
}

/** Whether a push carries an op of a document. */
export function carries(request: unknown, id: DocumentId | undefined): boolean {
  return JSON.stringify(request).includes(id ?? 'no document')
}

/** Does a thing at the first call only. */
export function onlyOnce(): (act: () => Promise<void>) => Promise<void> {
  let done = false
  return async (act) => {
    if (done) return
    done = true
    await act()
  }
}

/** A moment that a test holds: whoever passes waits there until it is opened. Only the first one is held. */
export function gate(): { pass: () => Promise<void>; arrived: Promise<void>; open: () => void } {
  let open = () => undefined as void
  let arrive = () => undefined as void
  const opened = new Promise<void>((resolve) => (open = resolve))
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  const once = onlyOnce()
  const pass = () =>
    once(() => {
      arrive()
      return opened
    })
  return { pass, arrived, open }
}
