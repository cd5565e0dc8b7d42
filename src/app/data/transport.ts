import type { Epoch } from '../../domain/ids.ts'
import type {
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  RecentAnswer,
} from '../../domain/sync/wire.ts'

/** Why a request brought nothing. */
export type TransportRefusal =
  /** No answer, or one that isn't the server's (captive portal, proxy page). */
  | { ok: false; reason: 'offline' }
  | { ok: false; reason: 'unauthenticated' }
  | { ok: false; reason: 'wrong-user' }
  | { ok: false; reason: 'revoked' }
  /** The server's history is another one: it was restored. */
  | { ok: false; reason: 'epoch'; epoch: Epoch }
  /** Too large: to be sent in two. */
  | { ok: false; reason: 'split' }
  | { ok: false; reason: 'too-old' }
  | { ok: false; reason: 'wait'; retryAfterMs?: number }
  /** The server can't read the request: a bug of this side. */
  | { ok: false; reason: 'refused'; code: string }
  /** The server answered something that this side can't read: a bug of one of them. */
  | { ok: false; reason: 'unreadable' }

export type TransportOutcome<Answer> = { ok: true; answer: Answer } | TransportRefusal

/** Who asks: in every request (I16). */
export type Sender = Pick<PushRequest, 'protocol' | 'epoch' | 'deviceId' | 'user' | 'schema' | 'app'>

export interface Transport {
  push(request: PushRequest, signal: AbortSignal): Promise<TransportOutcome<PushAnswer>>
  pull(request: PullRequest, signal: AbortSignal): Promise<TransportOutcome<PullAnswer>>
  recent(sender: Sender, signal: AbortSignal): Promise<TransportOutcome<RecentAnswer>>
  /** Any JSON, kept by the server as it is (sync.md 3.3). */
  raw(content: unknown, signal: AbortSignal): Promise<TransportOutcome<null>>
}
