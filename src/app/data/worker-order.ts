import { healthAnswerSchema } from '../../domain/sync/health.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'

/** Whether the server orders that no service worker be kept (sync.md, P7). Without an answer there is no order. */
export async function isWorkerOff(fetch: Fetch = browserFetch): Promise<boolean> {
  const answer = await ask(fetch, { method: 'GET', path: '/api/sync/v1/health' })
  return healthAnswerSchema.safeParse(answer?.json).data?.worker === 'off'
}
