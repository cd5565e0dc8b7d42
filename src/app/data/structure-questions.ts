import { structureThreadsSchema, type StructureThreads } from '../../domain/access/structure-questions.ts'
import type { DocumentId, PersonId, StructureId } from '../../domain/ids.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'
import { structureViewKey } from './structure-views.ts'

/** Questions on the reports of a structure's advisors, and their answers, from the server. */
export async function fetchQuestions(
  structureId: StructureId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<StructureThreads>> {
  return fetchCounted(fetch, pathOf(structureId), structureThreadsSchema)
}

export const { keep: keepQuestions, readKept: readKeptQuestions } = keptViews<StructureId, StructureThreads>({
  key: (id) => structureViewKey('questions', id),
  query: () => '',
  schema: structureThreadsSchema,
})

/** Asked, or why not, in French where the server said so. */
export type Asked = { ok: true } | { ok: false; sentence: string }

/** @param question its `key` is the same for each try: tried twice, it is asked once */
export async function askQuestion(
  structureId: StructureId,
  question: { key: string; report: DocumentId; advisor: PersonId; text: string },
  fetch: Fetch = browserFetch,
): Promise<Asked> {
  const answer = await ask(fetch, { method: 'POST', path: pathOf(structureId), body: question })
  if (answer?.status === 201) return { ok: true }
  const { title, detail } = answer?.problem ?? {}
  return { ok: false, sentence: [title, detail].filter(Boolean).join(' ') }
}

function pathOf(structureId: StructureId): string {
  return `/api/structures/${structureId}/questions`
}
