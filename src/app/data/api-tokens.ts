import {
  apiTokensSchema,
  madeApiTokenSchema,
  type ApiToken,
  type ApiTokenId,
  type MadeApiToken,
  type NewApiToken,
} from '../../domain/open-data/api-token.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { readRefusalOf, type ReadRefusal } from './read-refusal.ts'

export type TokensOutcome =
  | { readonly ok: true; readonly tokens: readonly ApiToken[] }
  | { readonly ok: false; readonly reason: ReadRefusal }

/** Tokens that the person may see, from the server: no device keeps them. */
export async function fetchApiTokens(fetch: Fetch = browserFetch): Promise<TokensOutcome> {
  const answer = await ask(fetch, { method: 'GET', path: '/api/state/tokens' })
  const read = apiTokensSchema.safeParse(answer?.json)
  return answer?.status === 200 && read.success
    ? { ok: true, tokens: read.data.tokens }
    : { ok: false, reason: readRefusalOf(answer) }
}

/** A new token, with its secret; undefined where the server didn't make one. */
export async function makeApiToken(
  asked: NewApiToken,
  fetch: Fetch = browserFetch,
): Promise<MadeApiToken | undefined> {
  const answer = await ask(fetch, { method: 'POST', path: '/api/state/tokens', body: asked })
  return answer?.status === 201 ? madeApiTokenSchema.safeParse(answer.json).data : undefined
}

/** Ends a token at once. False where the server wasn't reached. */
export async function revokeApiToken(id: ApiTokenId, fetch: Fetch = browserFetch): Promise<boolean> {
  const answer = await ask(fetch, { method: 'DELETE', path: `/api/state/tokens/${id}` })
  return answer !== undefined && answer.status < 300
}
