import type { PersonId } from '../../../src/domain/ids.ts'
import {
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRequestSchema,
  recentAnswerSchema,
  type PullRequest,
  type PushRequest,
} from '../../../src/domain/sync/wire.ts'
import type {
  Sender,
  Transport,
  TransportOutcome,
  TransportRefusal,
} from '../../../src/app/data/transport.ts'
import type { FakeServer } from './fake-server.ts'

export type Endpoint = 'push' | 'pull' | 'recent' | 'raw'

/** What may happen on the way. `before` and `after` are moments at which a test does something else. */
export interface Way {
  /** Refuses before the server sees the request. */
  refuse?: (endpoint: Endpoint, request: unknown) => TransportRefusal | undefined
  /** The server commits and its answer is lost. */
  loseAnswer?: (endpoint: Endpoint) => boolean
  /** A proxy delivers the request twice. */
  duplicate?: (endpoint: Endpoint) => boolean
  before?: (endpoint: Endpoint) => Promise<void>
  after?: (endpoint: Endpoint) => Promise<void>
}

export interface FakeTransport extends Transport {
  way: Way
  /** Requests that reached the server, as it read them. */
  readonly log: { endpoint: Endpoint; request: unknown }[]
  /** Whose session the browser holds; null once it has ended. */
  session: PersonId | null
}

const offline: TransportRefusal = { ok: false, reason: 'offline' }

/** The wire between a device and the fake server: what travels is text, read by the schemas of both sides. */
export function fakeTransport(server: FakeServer, person: PersonId): FakeTransport {
  const transport: FakeTransport = {
    way: {},
    log: [],
    session: person,
    push: (request, signal) => travel('push', request, signal, () => pushed(request)),
    pull: (request, signal) => travel('pull', request, signal, () => pulled(request)),
    recent: (sender, signal) =>
      travel('recent', sender, signal, () => recentAnswerSchema.parse(asText(server.recent(sender.user)))),
    raw: (content, signal) => travel('raw', { content }, signal, () => null),
  }
  const pushed = (request: PushRequest) =>
    pushAnswerSchema.parse(asText(server.push(request.user, pushRequestSchema.parse(asText(request)))))
  const pulled = (request: PullRequest) =>
    pullAnswerSchema.parse(asText(server.pull(request.user, pullRequestSchema.parse(asText(request)))))

  async function travel<Answer>(
    endpoint: Endpoint,
    request: object,
    signal: AbortSignal,
    answer: () => Answer,
  ): Promise<TransportOutcome<Answer>> {
    const { way } = transport
    await way.before?.(endpoint)
    const refusal = way.refuse?.(endpoint, request)
    if (refusal) return refusal
    if (signal.aborted) return offline
    transport.log.push({ endpoint, request: asText(request) })
    const refused = refuse(endpoint, request)
    if (refused) return refused
    const first = answer()
    const given = way.duplicate?.(endpoint) ? answer() : first
    if (way.loseAnswer?.(endpoint)) return offline
    await way.after?.(endpoint)
    return { ok: true, answer: given }
  }

  function refuse(endpoint: Endpoint, request: object): TransportRefusal | undefined {
    const { user, epoch }: Partial<Sender> = request
    if (transport.session === null) return { ok: false, reason: 'unauthenticated' }
    if (endpoint === 'raw') return undefined
    if (user !== transport.session) return { ok: false, reason: 'wrong-user' }
    if (epoch === null && endpoint !== 'push') return undefined
    return epoch === server.epoch ? undefined : { ok: false, reason: 'epoch', epoch: server.epoch }
  }

  return transport
}

function asText(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
