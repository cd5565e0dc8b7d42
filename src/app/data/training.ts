import {
  ownTrainingSchema,
  structureTrainingSchema,
  traineesSchema,
  traineeTrainingSchema,
  type StructureTraining,
  type Trainees,
  type TraineeTraining,
} from '../../domain/access/training-on-the-wire.ts'
import type {
  BodySaysTraining,
  StructureEntrusts,
  StructureSaysTraining,
} from '../../domain/commitments/training/said-training-fact.ts'
import type { TrainingBodyId } from '../../domain/commitments/training/training-ids.ts'
import {
  trainingImportSchema,
  writeTrainingLines,
  type TrainingImport,
  type TrainingLine,
  type WrittenTrainingLines,
} from '../../domain/commitments/training/training-lines.ts'
import type { ScopeId, StructureId } from '../../domain/ids.ts'
import type { Problem } from '../../domain/problem.ts'
import { inLines } from './answer-in-lines.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keptOwnView } from './kept-own-view.ts'
import { sayToServer, type SaidOutcome } from './say-to-server.ts'

/* Training and exams, from the server: one's own calendar is kept for reading without network. */

export function fetchStructureTraining(
  structure: StructureId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<StructureTraining>> {
  return fetchCounted(fetch, `/api/structures/${structure}/training`, structureTrainingSchema)
}

export function sayTrainingForStructure(
  structure: StructureId,
  said: StructureSaysTraining,
  fetch: Fetch = browserFetch,
): Promise<SaidOutcome> {
  return sayToServer(fetch, `/api/structures/${structure}/training/facts`, said)
}

/** Entrusts an advisor to a training body, or to none any more. */
export function entrustAdvisor(
  structure: StructureId,
  said: StructureEntrusts,
  fetch: Fetch = browserFetch,
): Promise<SaidOutcome> {
  return sayToServer(fetch, `/api/structures/${structure}/training/trainees`, said)
}

/** One's own training, from the server now. */
export const {
  fetch: fetchOwnTraining,
  keep: keepOwnTraining,
  readKept: readKeptOwnTraining,
} = keptOwnView('own-training', ownTrainingSchema)

export function fetchTrainees(
  body: TrainingBodyId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<Trainees>> {
  return fetchCounted(fetch, `/api/training-bodies/${body}/trainees`, traineesSchema)
}

export interface TraineeQuestion {
  readonly body: TrainingBodyId
  readonly scope: ScopeId
}

export function fetchTrainee(
  { body, scope }: TraineeQuestion,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<TraineeTraining>> {
  return fetchCounted(fetch, `/api/training-bodies/${body}/trainees/${scope}`, traineeTrainingSchema)
}

export function sayTrainingForBody(
  body: TrainingBodyId,
  said: BodySaysTraining,
  fetch: Fetch = browserFetch,
): Promise<SaidOutcome> {
  return sayToServer(fetch, `/api/training-bodies/${body}/facts`, said)
}

export type ImportOutcome =
  | { readonly ok: true; readonly account: TrainingImport }
  | { readonly ok: false; readonly problem: Problem | undefined }

/** Brings lines in, or tries to; all at once, so that nothing is half there. Says on the way how many are done. */
export async function importTraining(
  body: TrainingBodyId,
  lines: readonly TrainingLine[],
  options: Pick<WrittenTrainingLines, 'isTrial' | 'knowsSealed'>,
  onProgress: (progress: TrainingImport) => void,
  fetch: Fetch = browserFetch,
): Promise<ImportOutcome> {
  const onLine = (known: unknown) => {
    const progress = trainingImportSchema.safeParse(known)
    if (progress.success) onProgress(progress.data)
  }
  const path = `/api/training-bodies/${body}/imports`
  const answer = await ask(inLines(fetch, onLine), {
    method: 'POST',
    path,
    body: writeTrainingLines(lines, options),
  })
  const account = trainingImportSchema.safeParse(answer?.json)
  return answer?.status === 200 && account.success
    ? { ok: true, account: account.data }
    : { ok: false, problem: answer?.problem }
}
