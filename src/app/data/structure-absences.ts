import type { SaidAbsence } from '../../domain/absence/absence.ts'
import { structureAbsencesSchema } from '../../domain/access/structure-absences.ts'
import type { DocumentId, PersonId, StructureId } from '../../domain/ids.ts'
import { ask, browserFetch, type Fetch, type HttpAnswer } from './http-client.ts'
import { keptStructureView, structureViewPath } from './kept-structure-view.ts'

/** The absences of a structure's advisors, from the server. */
export const {
  fetch: fetchStructureAbsences,
  keep: keepStructureAbsences,
  readKept: readKeptAbsences,
} = keptStructureView({ view: 'absences', schema: structureAbsencesSchema })

/** What the server made of it: done, or why not, in French where it said so. */
export type Done = { ok: true } | { ok: false; sentence: string }

/** @param key the same for each try of one absence: tried twice, it is there once */
export async function declareAbsenceOf(
  structureId: StructureId,
  declared: { key: string; advisor: PersonId; absence: SaidAbsence },
  fetch: Fetch = browserFetch,
): Promise<Done> {
  return doneBy(
    await ask(fetch, { method: 'POST', path: structureViewPath('absences', structureId), body: declared }),
  )
}

/** Takes back what a member of the structure declared. */
export async function withdrawAbsence(
  structureId: StructureId,
  id: DocumentId,
  fetch: Fetch = browserFetch,
): Promise<Done> {
  return doneBy(
    await ask(fetch, { method: 'DELETE', path: `${structureViewPath('absences', structureId)}/${id}` }),
  )
}

function doneBy(answer: HttpAnswer | undefined): Done {
  if (answer?.status === 201 || answer?.status === 204) return { ok: true }
  const { title, detail } = answer?.problem ?? {}
  return { ok: false, sentence: [title, detail].filter(Boolean).join(' ') }
}
