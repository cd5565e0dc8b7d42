import * as z from 'zod/mini'
import { nobodySignedInSchema } from '../../domain/access/signed-in-person.ts'
import { ask, type Fetch, type HttpAnswer } from './http-client.ts'

/** A sign-out that the server hasn't heard yet: its session must not open the app again. */
const key = 'espace-coop:sign-out-unheard'

/** To be done before anything else of a sign-out: whatever happens next, the server is told at the next contact. */
export function noteSignOut(): void {
  localStorage.setItem(key, '1')
}

/** Tells the server what it hasn't heard; true where there is nothing left to tell. */
export async function tellSignOut(fetch: Fetch): Promise<boolean> {
  if (localStorage.getItem(key) !== null) await postSignOut(fetch)
  return localStorage.getItem(key) === null
}

const answerSchema = z.object({ issuerLogoutUrl: z.nullable(z.string()) })

/** Ends the session on the server; gives where the issuer's own session is ended, where the server said so. */
export async function postSignOut(fetch: Fetch): Promise<string | undefined> {
  const answer = await ask(fetch, { method: 'POST', path: '/api/session/sign-out', body: {} })
  const parsed = answerSchema.safeParse(answer?.json)
  const isHeard = (answer?.status === 200 && parsed.success) || saysSignedOut(answer)
  if (isHeard) localStorage.removeItem(key)
  return parsed.data?.issuerLogoutUrl ?? undefined
}

/** Only the server's own word ends a session here: a portal's page says nothing (P22). */
export function saysSignedOut(answer: HttpAnswer | undefined): boolean {
  if (answer?.status === 401) return answer.problem !== undefined
  return answer?.status === 200 && nobodySignedInSchema.safeParse(answer.json).success
}
