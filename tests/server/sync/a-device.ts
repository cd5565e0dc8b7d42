import type { DeviceId, DocumentId, Epoch, PersonId, ScopeId } from '../../../src/domain/ids.ts'
import { protocolVersion, schemaVersion } from '../../../src/domain/sync/limits.ts'
import type { Op } from '../../../src/domain/sync/op.ts'
import type { OpResult, PullAnswer, PullRequest, PushRequest } from '../../../src/domain/sync/wire.ts'
import { pullChanges } from '../../../src/server/sync/pull-changes.ts'
import { pushOps } from '../../../src/server/sync/push-ops.ts'
import { aDeviceId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import type { SyncWorld } from './sync-world.ts'

/** A device as the server sees one: it says who it is, sends ops and asks for pages. It keeps nothing but its name. */
export interface TestDevice {
  readonly id: DeviceId
  readonly person: PersonId
  epoch: Epoch | null
  /** Sends ops, in one push. */
  push(...ops: unknown[]): Promise<readonly OpResult[]>
  pushWith(fields: Partial<PushRequest>): Promise<readonly OpResult[]>
  /** Asks for one page after the given cursors. */
  pull(fields?: Partial<PullRequest>): Promise<PullAnswer>
}

export function aDevice(world: SyncWorld, person: PersonId, id: DeviceId = aDeviceId()): TestDevice {
  const device: TestDevice = {
    id,
    person,
    epoch: world.epoch,
    push: (...ops) => device.pushWith({ ops }),
    async pushWith(fields) {
      const request = { ...senderOf(device), sentAt: world.now.toISOString(), queued: 0, ops: [], ...fields }
      return (await pushOps(world, person, request)).results
    },
    pull: (fields = {}) =>
      pullChanges(world, person, {
        ...senderOf(device),
        limit: 500,
        maxBytes: 1_000_000,
        scopes: {},
        ...fields,
      }),
  }
  return device
}

export function senderOf({ id, person, epoch }: TestDevice) {
  return {
    protocol: protocolVersion,
    epoch,
    deviceId: id,
    user: person,
    schema: schemaVersion,
    app: '0.1.0',
  }
}

/** An op on a document that is already there. */
export function edit(scope: ScopeId, id: DocumentId, fields: Partial<Op>): Op {
  return anOp({ scope, id, kind: 'patch', baseRev: 1, set: {}, ...fields })
}

/** Where a scope stands for a device that has nothing. */
export const fromTheStart = { since: 0, asOf: 0 }

/** Every page from the start, as a new device asks for them. */
export async function pullAll(device: TestDevice, limit = 500): Promise<PullAnswer[]> {
  const pages: PullAnswer[] = []
  let scopes: PullRequest['scopes'] = {}
  for (let more = true; more;) {
    const page = await device.pull({ scopes, limit })
    pages.push(page)
    scopes = Object.fromEntries(
      Object.entries(page.next).map(([scope, { seq }]) => [scope, { since: seq, asOf: seq }]),
    )
    more = page.more
  }
  return pages
}
