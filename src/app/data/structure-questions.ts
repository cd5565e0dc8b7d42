import { structureThreadsSchema, type StructureThread } from '../../domain/access/structure-questions.ts'
import type { DocumentId, PersonId, StructureId } from '../../domain/ids.ts'
import type { CoopDatabase } from './database.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keepAnswer, readKeptAnswer } from './kept-answer.ts'
import { structureViewKey } from './structure-views.ts'
import { readRefusalOf, type ReadRefusal } from './read-refusal.ts'

export type QuestionsOutcome =
  { ok: true; threads: readonly StructureThread[] } | { ok: false; reason: ReadRefusal }

/** Questions on the reports of a structure's advisors, and their answers, from the server. */
export async function fetchQuestions(
  structureId: StructureId,
  fetch: Fetch = browserFetch,
): Promise<QuestionsOutcome> {
  const answer = await ask(fetch, { method: 'GET', path: pathOf(structureId) })
  const read = structureThreadsSchema.safeParse(answer?.json)
  if (answer?.status === 200 && read.success) return { ok: true, threads: read.data.threads }
  return { ok: false, reason: readRefusalOf(answer) }
}

/** Keeps the last view in the person's own database, for reading without network. */
export function keepQuestions(
  db: CoopDatabase,
  structureId: StructureId,
  threads: readonly StructureThread[],
): Promise<void> {
  return keepAnswer(db, structureViewKey('questions', structureId), { query: '', figures: { threads } })
}

export async function readKeptQuestions(
  db: CoopDatabase,
  structureId: StructureId,
): Promise<readonly StructureThread[] | undefined> {
  return (await readKeptAnswer(db, structureViewKey('questions', structureId), '', structureThreadsSchema))
    ?.threads
}

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
