import { setTimeout as pause } from 'node:timers/promises'
import type { DocumentId, ScopeId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { protocolVersion, schemaVersion } from '../../../src/domain/sync/limits.ts'
import type { Op } from '../../../src/domain/sync/op.ts'
import { pushAnswerSchema, type OpResult } from '../../../src/domain/sync/wire.ts'
import { aReport } from '../../builders/a-report.ts'
import { anOp } from '../../builders/an-op.ts'
import type { Ledger } from './ledger.ts'
import type { SignedInDevice } from './pushing-world.ts'

/** How long a device waits before it sends again, in milliseconds: a real one waits longer. */
const again = 25

interface OwnReport {
  readonly scope: ScopeId
  readonly id: DocumentId
  minutes: number
  rev: number
}

/** Files and corrects reports without pause, and sends each push until it is answered, as devices do. */
export async function pushUntil(
  stop: AbortSignal,
  origin: string,
  who: SignedInDevice,
  ledger: Ledger,
  onAnswer: () => void = () => undefined,
): Promise<void> {
  const own: OwnReport[] = []
  for (let turn = 0; !stop.aborted; turn += 1) {
    const ops = nextOps(who, own, turn)
    const results = await sendUntilAnswered(origin, who, ops, ledger)
    onAnswer()
    for (const op of ops) remember(own, ledger, op, results.get(op.opId))
  }
}

/** One to ten ops, of which every third corrects an earlier report. */
function nextOps({ scopes }: SignedInDevice, own: readonly OwnReport[], turn: number): Op[] {
  return Array.from({ length: 1 + (turn % 10) }, (_, index) => {
    const report = own.at(-1 - index)
    if (index % 3 === 1 && report) return correction(report)
    const scope = scopes[(turn + index) % scopes.length]
    return anOp({ ...(scope && { scope }), set: aReport({ minutes: 60 }) })
  })
}

function correction({ scope, id, minutes, rev }: OwnReport): Op {
  const set: JsonObject = { minutes: minutes + 15 > 600 ? 15 : minutes + 15 }
  return anOp({ scope, id, kind: 'patch', baseRev: rev, set, base: { minutes } })
}

async function sendUntilAnswered(
  origin: string,
  who: SignedInDevice,
  ops: readonly Op[],
  ledger: Ledger,
): Promise<Map<string, OpResult>> {
  for (;;) {
    ledger.underWay += 1
    const results = await send(origin, who, ops)
    ledger.underWay -= 1
    if (results) return new Map(results.map((result) => [result.opId, result]))
    ledger.unanswered += 1
    await pause(again)
  }
}

/** Undefined where no answer came, or one that says to come again. */
async function send(
  origin: string,
  { device, person, epoch, cookie }: SignedInDevice,
  ops: readonly Op[],
): Promise<readonly OpResult[] | undefined> {
  const sender = { protocol: protocolVersion, epoch, deviceId: device, user: person, schema: schemaVersion }
  const body = JSON.stringify({
    ...sender,
    app: '0.1.0',
    sentAt: new Date().toISOString(),
    queued: ops.length,
    ops,
  })
  const headers = { cookie, 'content-type': 'application/json', 'x-espace-coop': '1' }
  // A connection that is cut is what the drill is about.
  const answer = await fetch(`${origin}/api/sync/v1/push`, { method: 'POST', headers, body })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch(() => undefined)
  if (answer === undefined || answer.status === 503) return undefined
  if (answer.status !== 200) throw new Error(`a push was answered ${answer.status}: ${answer.text}`)
  return pushAnswerSchema.parse(JSON.parse(answer.text)).results
}

function remember(own: OwnReport[], ledger: Ledger, op: Op, result: OpResult | undefined): void {
  const { status, was, doc } = result ?? {}
  const decided = status === 'duplicate' ? was : status
  if (!doc || decided !== 'applied') throw new Error(`an op was answered ${JSON.stringify(result)}`)
  const { rev, seq } = doc
  const minutes = Number(op.set['minutes'])
  ledger.note({ opId: op.opId, scope: op.scope, id: op.id, minutes, rev, seq, again: status === 'duplicate' })
  const report = own.find(({ id }) => id === op.id)
  if (report) Object.assign(report, { minutes, rev })
  else own.push({ scope: op.scope, id: op.id, minutes, rev })
}
