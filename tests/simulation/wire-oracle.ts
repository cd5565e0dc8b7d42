import type { JsonObject } from '../../src/domain/json.ts'
import { schemaVersion } from '../../src/domain/sync/limits.ts'
import { validateBody } from '../../src/domain/sync/validate-body.ts'
import { maxPushBytes } from '../../src/domain/sync/limits.ts'
import { canonical, hold } from './broken.ts'
import { isOver, naming } from './contracts.ts'
import { count, type Counters } from './counters.ts'
import { checkPush, type ArrivedOp } from './decision-oracle.ts'
import type { DocumentRow, ScopeTables } from './server-tables.ts'
import { jsonOf, type Answered, type Travelling } from './simulated-server.ts'

/* The oracle of the wire: what a device asked, what it was answered, and what that did. */

export interface Exchange {
  readonly request: Travelling
  readonly answer: Answered
  readonly before: ReadonlyMap<string, ScopeTables>
  readonly after: ReadonlyMap<string, ScopeTables>
  readonly world: {
    readonly counters: Counters
    readonly orders: PushOrder
    readonly withheld: Set<string>
    readonly now: number
  }
}

/** Pages of a few documents, so that one reading takes several. */
export function withPage(request: Travelling, limit: number): Travelling {
  if (!request.path.endsWith('/pull')) return request
  return { ...request, body: JSON.stringify({ ...(jsonOf(request) as object), limit }) }
}

interface ToldDocument {
  readonly scope: string
  readonly id: string
  readonly rev: number
  readonly seq: number
  readonly state: string
  readonly body?: JsonObject
  readonly withheld?: boolean
}

interface ToldResult {
  readonly opId: string
  readonly status: string
  readonly error?: { code: string }
  readonly doc?: ToldDocument
}

/** As the app's own schemas read them; a part that isn't there is of another kind of answer. */
interface Told {
  readonly results?: readonly ToldResult[]
  readonly changes?: readonly ToldDocument[]
  readonly documents?: readonly ToldDocument[]
  readonly conflicts?: readonly { scope: string; collection: string }[]
  readonly grants?: readonly { scope: string; reset: boolean }[]
}

export function checkExchange(exchange: Exchange): void {
  const { request, answer, after, world } = exchange
  if (answer.status !== 200) return
  const person = request.session ?? ''
  hold('I16', senderOf(request) === person, () => `a request of ${senderOf(request)} passed under ${person}`)
  const told = JSON.parse(answer.body) as Told
  const documents = [
    ...(told.changes ?? []),
    ...(told.documents ?? []),
    ...(told.results ?? []).flatMap(({ doc }) => doc ?? []),
  ]
  for (const { scope } of [...documents, ...(told.conflicts ?? [])]) {
    const isGranted = after.get(scope)?.grants.has(person)
    hold('I14', isGranted === true, () => `${person} is told of a document of ${scope}, which isn't theirs`)
  }
  for (const document of documents) checkTold(document, after, world.now)
  for (const { scope, collection } of told.conflicts ?? []) {
    const isNamed = naming.has(collection) && isOver(after.get(scope)?.contracts ?? [], world.now)
    hold('I14', !isNamed, () => `two versions of somebody are told of ${scope}, which is closed`)
  }
  for (const grant of told.grants ?? []) if (grant.reset) count(world.counters, 'resets')
  if (told.results) checkPushExchange(exchange, told.results)
}

/** I2: an answer is made of what is committed. */
function checkTold(
  { scope, id, rev, seq, state, body, withheld }: ToldDocument,
  after: ReadonlyMap<string, ScopeTables>,
  now: number,
): void {
  const stands = after.get(scope)?.documents.get(id)
  const isSame = stands?.rev === rev && stands.seq === seq && stands.state === state
  hold(
    'I2',
    isSame,
    () => `the answer tells of ${id} at ${rev}/${seq}, and it stands at ${stands?.rev}/${stands?.seq}`,
  )
  const isNaming = naming.has(stands?.collection ?? '') && isOver(after.get(scope)?.contracts ?? [], now)
  hold('I14', !isNaming || body === undefined, () => `${id} of the closed ${scope} is told with its values`)
  hold('I7', isNaming || !withheld, () => `${id} of ${scope} is withheld, and the scope is open`)
  if (isNaming) return
  const isWhole = state !== 'live' || canonical(body) === canonical(stands?.body)
  hold('I2', isWhole, () => `the answer tells of ${id} otherwise than it stands`)
}

function checkPushExchange(exchange: Exchange, results: readonly ToldResult[]): void {
  const { request, before, after, world } = exchange
  const text = JSON.stringify(jsonOf(request))
  hold('I20', Buffer.byteLength(text) <= maxPushBytes, () => `a push of ${text.length} characters`)
  const ops = opsOf(request)
  const ids = new Set(ops.map(({ scope, id }) => `${scope} ${id}`))
  hold('I11', ids.size === ops.length, () => 'two ops of one document are under way')
  for (const [scope, tables] of after) {
    const was = before.get(scope)
    if (!was || was === tables) continue
    const own = ops.filter((op) => op.scope === scope)
    checkPush({ person: request.session ?? '', ops: own, before: was, after: tables, isValid })
  }
  for (const { opId, status, error, doc } of results) {
    count(world.counters, status)
    if (doc?.withheld) world.withheld.add(opId)
    if (status === 'need-full') world.orders.replaced(opId)
    const decided = [...after.values()].some(({ decisions }) => decisions.has(opId))
    const isDecision = !['need-full', 'deferred'].includes(status) && error?.code !== 'no-access'
    const isReadable = ops.some((op) => op.opId === opId && !(status === 'rejected' && !decided))
    hold(
      'I2',
      !isDecision || !isReadable || decided,
      () => `${opId} is answered ${status} and not written down`,
    )
  }
  world.orders.note(exchange, ops)
}

/** Ops that can be read, as they arrived. */
export function opsOf(request: Travelling): ArrivedOp[] {
  const body = jsonOf(request) as { ops?: unknown[] }
  return (body.ops ?? []).filter(
    (op): op is ArrivedOp => typeof op === 'object' && op !== null && 'opId' in op,
  )
}

function senderOf(request: Travelling): string {
  if (request.method === 'GET') return new URLSearchParams(request.path.split('?')[1]).get('user') ?? ''
  return String((jsonOf(request) as { user?: unknown }).user)
}

/** Validity by this version's schemas; what a later one wrote isn't for this one to judge. */
function isValid({ collection, schema, body }: DocumentRow): boolean {
  return schema > schemaVersion || validateBody(collection, body).valid
}

/** I11: ops of one document are accepted in the order in which their device made them. */
export class PushOrder {
  readonly #made = new Map<string, { device: string; n: number }>()
  readonly #replaced = new Set<string>()
  #last = new Map<string, number>()

  /** An op as a device's queue holds it. */
  made(device: string, opId: string, n: number): void {
    if (!this.#replaced.has(opId)) this.#made.set(opId, { device, n })
  }

  /** The server asked for the whole document: an op of another id takes its place, and a late copy of it comes too late. */
  replaced(opId: string): void {
    this.#made.delete(opId)
    this.#replaced.add(opId)
  }

  /** Another history: ops come again from the first one. */
  restart(): void {
    this.#last = new Map()
  }

  note({ before, after }: Exchange, ops: readonly ArrivedOp[]): void {
    for (const op of ops) {
      const status = after.get(op.scope)?.decisions.get(op.opId)
      const isNew = status && status !== 'rejected' && !before.get(op.scope)?.decisions.has(op.opId)
      const made = this.#made.get(op.opId)
      if (!isNew || !made) continue
      const key = `${made.device} ${op.id}`
      const last = this.#last.get(key) ?? -1
      hold('I11', made.n >= last, () => `op ${made.n} of ${key} is accepted after op ${last}`)
      this.#last.set(key, made.n)
    }
  }
}
