import type { DeviceId, Epoch, PersonId, ScopeId } from '../../../src/domain/ids.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { readEpoch } from '../../../src/server/store/sync-epoch.ts'
import { aDeviceId } from '../../builders/an-id.ts'
import { aScope, aSyncWorld } from '../../server/sync/sync-world.ts'
import { signIn } from '../sign-in.ts'

/** A device that is signed in, with the scopes that it may write in. */
export interface SignedInDevice {
  readonly device: DeviceId
  readonly person: PersonId
  readonly scopes: readonly ScopeId[]
  readonly epoch: Epoch
  /** What it shows with each request. */
  readonly cookie: string
}

/** Advisors with some scopes and some devices each, signed in as by the issuer. */
export async function plantDevices(
  store: Store,
  { people, scopes: scopeCount, devices: deviceCount }: { people: number; scopes: number; devices: number },
): Promise<SignedInDevice[]> {
  const world = aSyncWorld(store)
  const epoch = await readEpoch(store.db)
  const planted: SignedInDevice[] = []
  for (let one = 0; one < people; one += 1) {
    const { scope, person } = await aScope(world)
    const scopes = [scope]
    while (scopes.length < scopeCount) scopes.push((await aScope(world, { person })).scope)
    for (let each = 0; each < deviceCount; each += 1) {
      planted.push({ device: aDeviceId(), person, scopes, epoch, cookie: await signIn(store, person) })
    }
  }
  return planted
}
