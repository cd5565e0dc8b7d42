import type * as z from 'zod/mini'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'

/** What the server tells each of their own: one answer, under the same name there and here. */
export type OwnView = 'own-community' | 'own-kit' | 'own-training' | 'own-vouched'

/** Reads a view of one's own as the server has it now, and keeps the last one for reading without network. */
export function keptOwnView<A>(view: OwnView, schema: z.ZodMiniType<A>) {
  return {
    fetch: (_question: string, fetch: Fetch = browserFetch): Promise<CountedOutcome<A>> =>
      fetchCounted(fetch, `/api/${view}`, schema),
    ...keptViews<string, A>({ key: () => view, query: () => 'mine', schema }),
  }
}
