import type { ScopeId } from '../../../src/domain/ids.ts'
import { protocolVersion, schemaVersion } from '../../../src/domain/sync/limits.ts'
import { pushAnswerSchema } from '../../../src/domain/sync/wire.ts'
import type { SignedInDevice } from '../../drills/kills/pushing-world.ts'
import { aReport } from '../../builders/a-report.ts'
import { anOp } from '../../builders/an-op.ts'
import type { Ask } from './load.ts'

/** What a report weighs: a note of a few lines makes it the 1 kB of sync.md 3.8. */
const notes = 'Première visite : création d’une adresse, puis démarches en ligne. '.repeat(4)

export function newReport(scope: ScopeId | undefined) {
  return anOp({ ...(scope && { scope }), set: aReport({ notes }) })
}

/** A push of some new reports of the device's first scope. */
export function pushOf(who: SignedInDevice, reports: number): Ask {
  const ops = Array.from({ length: reports }, () => newReport(who.scopes[0]))
  const rest = { sentAt: new Date().toISOString(), queued: reports, ops }
  return {
    path: '/api/sync/v1/push',
    cookie: who.cookie,
    body: JSON.stringify({ ...senderOf(who), ...rest }),
  }
}

/** A poll of all scopes of the device from the given cursors. */
export function pollOf(who: SignedInDevice, cursors: Readonly<Record<string, number>>): Ask {
  const scopes = Object.fromEntries(
    Object.entries(cursors).map(([scope, since]) => [scope, { since, asOf: since }]),
  )
  const body = { ...senderOf(who), limit: 500, maxBytes: 1_000_000, queued: 0, scopes }
  return { path: '/api/sync/v1/pull', cookie: who.cookie, body: JSON.stringify(body) }
}

/** Throws unless every report of the push was taken. */
export function requireApplied(answer: string): void {
  const { results } = pushAnswerSchema.parse(JSON.parse(answer))
  const other = results.find(({ status }) => status !== 'applied')
  if (other) throw new Error(`a report was answered ${other.status}`)
}

function senderOf({ device, person, epoch }: SignedInDevice) {
  return {
    protocol: protocolVersion,
    epoch,
    deviceId: device,
    user: person,
    schema: schemaVersion,
    app: '0.1.0',
  }
}
