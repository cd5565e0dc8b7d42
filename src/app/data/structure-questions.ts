import { structureThreadsSchema } from '../../domain/access/structure-questions.ts'
import type { DocumentId, PersonId, StructureId } from '../../domain/ids.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keptStructureView, structureViewPath } from './kept-structure-view.ts'

/** Questions on the reports of a structure's advisors, and their answers, from the server. */
export const {
  fetch: fetchQuestions,
  keep: keepQuestions,
  readKept: readKeptQuestions,
} = keptStructureView({ view: 'questions', schema: structureThreadsSchema })

/** Asked, or why not, in French where the server said so. */
export type Asked = { ok: true } | { ok: false; sentence: string }

/** @param question its `key` is the same for each try: tried twice, it is asked once */
export async function askQuestion(
  structureId: StructureId,
  question: { key: string; report: DocumentId; advisor: PersonId; text: string },
  fetch: Fetch = browserFetch,
): Promise<Asked> {
  const path = structureViewPath('questions', structureId)
  const answer = await ask(fetch, { method: 'POST', path, body: question })
  if (answer?.status === 201) return { ok: true }
  const { title, detail } = answer?.problem ?? {}
  return { ok: false, sentence: [title, detail].filter(Boolean).join(' ') }
}
