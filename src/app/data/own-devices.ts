import type { DeviceId } from '../../domain/ids.ts'
import { devicesAnswerSchema, type DevicesAnswer } from '../../domain/sync/wire.ts'
import type { CoopDatabase } from './database.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { readMeta } from './meta.ts'

export type OwnDevice = DevicesAnswer['devices'][number]

export type DevicesOutcome = { ok: true; devices: OwnDevice[]; here: DeviceId | undefined } | { ok: false }

/** The person's devices, from the server, and which of them this one is. */
export async function fetchOwnDevices(
  db: CoopDatabase,
  fetch: Fetch = browserFetch,
): Promise<DevicesOutcome> {
  const [answer, here] = await Promise.all([
    ask(fetch, { method: 'GET', path: '/api/sync/v1/devices' }),
    readMeta(db, 'deviceId'),
  ])
  const read = devicesAnswerSchema.safeParse(answer?.json)
  return answer?.status === 200 && read.success
    ? { ok: true, devices: read.data.devices, here }
    : { ok: false }
}

/** Signs a device out for ever: what it holds goes at its next contact (I14). False where the server wasn't reached. */
export async function signDeviceOut(id: DeviceId, fetch: Fetch = browserFetch): Promise<boolean> {
  const answer = await ask(fetch, { method: 'DELETE', path: `/api/sync/v1/devices/${id}` })
  return answer !== undefined && answer.status < 300
}
