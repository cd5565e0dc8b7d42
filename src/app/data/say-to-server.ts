import type { Problem } from '../../domain/problem.ts'
import { ask, type Fetch } from './http-client.ts'

/** What the server made of something said: done, or its problem; none where it wasn't reached. */
export type SaidOutcome = { ok: true } | { ok: false; problem: Problem | undefined }

/** Says something that the server writes down and answers nothing to. */
export async function sayToServer(fetch: Fetch, path: string, body?: unknown): Promise<SaidOutcome> {
  const answer = await ask(fetch, { method: 'POST', path, ...(body !== undefined && { body }) })
  return answer?.status === 201 || answer?.status === 204
    ? { ok: true }
    : { ok: false, problem: answer?.problem }
}
