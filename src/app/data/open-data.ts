import { catalogueSchema, type Catalogue } from '../../domain/open-data/catalogue.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'

/** What is published as open data; undefined where the server doesn't answer. */
export async function fetchCatalogue(fetch: Fetch = browserFetch): Promise<Catalogue | undefined> {
  const answer = await ask(fetch, { method: 'GET', path: '/api/open-data' })
  return answer?.status === 200 ? catalogueSchema.safeParse(answer.json).data : undefined
}
