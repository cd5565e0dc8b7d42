import { problemSchema, type Problem } from '../../domain/problem.ts'
import { gzipped, isWorthCompressing, plainRequests } from './request-compression.ts'

export type Fetch = typeof globalThis.fetch

/** Looked up at each call: a test, or a tool of the page, may have put another in its place. */
export const browserFetch: Fetch = (...parameters) => globalThis.fetch(...parameters)

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly signal?: AbortSignal
}

export interface HttpAnswer {
  readonly status: number
  /** What the body says; undefined where it isn't JSON, as a captive portal's never is. */
  readonly json: unknown
  readonly problem: Problem | undefined
  /** In ms, of the header Retry-After. */
  readonly retryAfterMs: number | undefined
}

/** No request lasts longer (P23). */
export const requestTimeoutMs = 20_000

/**
 * One request to our own server: never from a cache, never through a redirection (P22), never longer than 20 s.
 * Undefined where there is no answer at all.
 */
export async function ask(fetch: Fetch, request: HttpRequest): Promise<HttpAnswer | undefined> {
  const text = request.body === undefined ? undefined : JSON.stringify(request.body)
  if (text === undefined || !isWorthCompressing(text)) return send(fetch, request, text)
  const answer = await send(fetch, request, await gzipped(text))
  if (answer?.status !== 400 && answer?.status !== 415) return answer
  // Something on the way may not know compressed requests (P25): sent again as it is, and so from then on if it helps.
  const plain = await send(fetch, request, text)
  if (plain && plain.status !== 400 && plain.status !== 415) plainRequests.remember()
  return plain
}

async function send(
  fetch: Fetch,
  { method, path, signal }: HttpRequest,
  body: string | ArrayBuffer | undefined,
): Promise<HttpAnswer | undefined> {
  const deadline = abortAfter(requestTimeoutMs, signal)
  try {
    const response = await fetch(path, {
      method,
      headers: headersOf(body),
      body: body ?? null,
      cache: 'no-store',
      redirect: 'error',
      credentials: 'same-origin',
      signal: deadline.signal,
    })
    return await read(response)
  } catch {
    // No network, a redirection, a timeout, an answer cut short: all that can be known is that there is no answer.
    return undefined
  } finally {
    deadline.clear()
  }
}

function headersOf(body: string | ArrayBuffer | undefined): Record<string, string> {
  return {
    accept: 'application/json',
    'x-espace-coop': '1',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(body instanceof ArrayBuffer ? { 'content-encoding': 'gzip' } : {}),
  }
}

async function read(response: Response): Promise<HttpAnswer> {
  const isJson = /^application\/(problem\+)?json\b/i.test(response.headers.get('content-type') ?? '')
  const json: unknown = isJson ? await response.json() : undefined
  const problem = response.ok ? undefined : problemSchema.safeParse(json).data
  return { status: response.status, json, problem, retryAfterMs: retryAfterOf(response.headers) }
}

const longestWaitMs = 3_600_000

/** Seconds, or a date: counted from the answer's own date, since the device's clock may be off by years. */
function retryAfterOf(headers: Headers): number | undefined {
  const text = headers.get('retry-after')
  if (text === null) return undefined
  const ms = /^\d+$/.test(text.trim())
    ? Number(text) * 1000
    : Date.parse(text) - Date.parse(headers.get('date') ?? '')
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestWaitMs) : undefined
}

/** `AbortSignal.any` is younger than the phones in use. */
function abortAfter(ms: number, signal: AbortSignal | undefined): { signal: AbortSignal; clear: () => void } {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, ms)
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    },
  }
}
