import * as z from 'zod/mini'
import { epochSchema, type Epoch } from '../../domain/ids.ts'
import {
  pullAnswerSchema,
  pushAnswerSchema,
  recentAnswerSchema,
  recentQuery,
  type PullAnswer,
  type PullRequest,
  type PushAnswer,
  type PushRequest,
  type RecentAnswer,
} from '../../domain/sync/wire.ts'
import { ask, browserFetch, type Fetch, type HttpAnswer, type HttpRequest } from './http-client.ts'

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

/** The protocol over HTTP (sync.md 3.3). */
export function fetchTransport(fetch: Fetch = browserFetch): Transport {
  const exchange = async <Answer>(request: HttpRequest, schema: Schema<Answer>) =>
    outcomeOf(await ask(fetch, request), schema)
  return {
    push: (request, signal) => exchange({ ...post('push'), body: request, signal }, pushAnswerSchema),
    pull: (request, signal) => exchange({ ...post('pull'), body: request, signal }, pullAnswerSchema),
    recent: (sender, signal) =>
      exchange(
        {
          method: 'GET',
          path: `${root}/recent?${new URLSearchParams(recentQuery(sender)).toString()}`,
          signal,
        },
        recentAnswerSchema,
      ),
    raw: async (content, signal) => {
      const answer = await ask(fetch, { ...post('raw'), body: content, signal })
      if (answer && answer.status >= 200 && answer.status < 300) return { ok: true, answer: null }
      return refusalOf(answer)
    },
  }
}

const root = '/api/sync/v1'

function post(name: string): { method: 'POST'; path: string } {
  return { method: 'POST', path: `${root}/${name}` }
}

interface Schema<Answer> {
  safeParse(value: unknown): { success: true; data: Answer } | { success: false }
}

/** Only JSON that names an epoch is the server's word: anything else is a page of somebody on the way (P22). */
function outcomeOf<Answer>(answer: HttpAnswer | undefined, schema: Schema<Answer>): TransportOutcome<Answer> {
  if (answer?.status !== 200) return refusalOf(answer)
  if (!z.object({ epoch: epochSchema }).safeParse(answer.json).success)
    return { ok: false, reason: 'offline' }
  const parsed = schema.safeParse(answer.json)
  return parsed.success ? { ok: true, answer: parsed.data } : { ok: false, reason: 'unreadable' }
}

function refusalOf(answer: HttpAnswer | undefined): TransportRefusal {
  if (!answer) return { ok: false, reason: 'offline' }
  const { status, problem } = answer
  // Limits and outages of a proxy come in its own words; everything else counts only in the server's.
  if (status === 413) return { ok: false, reason: 'split' }
  if (status === 429 || status >= 502) return waiting(answer)
  if (!problem) return { ok: false, reason: 'offline' }
  if (problem.epoch && status === 409) return { ok: false, reason: 'epoch', epoch: problem.epoch }
  return refusalOfProblem(answer, problem.code)
}

function refusalOfProblem(answer: HttpAnswer, code: string): TransportRefusal {
  if (answer.status === 401) return { ok: false, reason: 'unauthenticated' }
  if (code === 'wrong-user') return { ok: false, reason: 'wrong-user' }
  if (code === 'device-revoked') return { ok: false, reason: 'revoked' }
  if (answer.status === 426) return { ok: false, reason: 'too-old' }
  if (answer.status >= 500) return waiting(answer)
  return { ok: false, reason: 'refused', code }
}

function waiting({ retryAfterMs }: HttpAnswer): TransportRefusal {
  return { ok: false, reason: 'wait', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
}
