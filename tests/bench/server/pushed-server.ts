import { openStore } from '../../../src/server/store/open-store.ts'
import { plantDevices, type SignedInDevice } from '../../drills/kills/pushing-world.ts'
import { silentLog } from '../../server/databases.ts'
import { startBenchedServer, type BenchedServer } from './benched-server.ts'

/** A server, and devices that push to it. */
export interface PushedServer extends BenchedServer {
  /** One device for each of some people, with three scopes each. */
  readonly people: readonly SignedInDevice[]
  /** The devices of one person who has one scope. */
  readonly crowd: readonly SignedInDevice[]
}

export async function startPushedServer(databaseUrl: string): Promise<PushedServer> {
  const store = await openStore({ databaseUrl, log: silentLog })
  try {
    const people = await plantDevices(store, { people: 16, scopes: 3, devices: 1 })
    const crowd = await plantDevices(store, { people: 1, scopes: 1, devices: 64 })
    return { ...(await startBenchedServer({ databaseUrl, withReferences: true })), people, crowd }
  } finally {
    await store.close()
  }
}
