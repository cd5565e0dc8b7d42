import * as z from 'zod/mini'
import { structureFiguresSchema, type StructureFigures } from '../../domain/access/structure-figures.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import type { TimeStep } from '../../domain/statistics/timeline.ts'
import type { CoopDatabase } from './database.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { readRefusalOf, type ReadRefusal } from './read-refusal.ts'

/** What is asked of a structure's figures. */
export interface StructureFiguresQuestion {
  readonly structureId: StructureId
  readonly period: Period
  readonly before: Period
  readonly step: TimeStep
  /** Of one advisor; of all unless said. */
  readonly advisor: PersonId | undefined
}

export type StructureFiguresOutcome =
  { ok: true; figures: StructureFigures } | { ok: false; reason: ReadRefusal }

/** A structure's figures, counted by the server now. */
export async function fetchStructureFigures(
  question: StructureFiguresQuestion,
  fetch: Fetch = browserFetch,
): Promise<StructureFiguresOutcome> {
  const path = `/api/structures/${question.structureId}/figures?${queryOf(question)}`
  const answer = await ask(fetch, { method: 'GET', path })
  const figures = structureFiguresSchema.safeParse(answer?.json)
  if (answer?.status === 200 && figures.success) return { ok: true, figures: figures.data }
  return { ok: false, reason: readRefusalOf(answer) }
}

function queryOf({ period, before, step, advisor }: StructureFiguresQuestion): string {
  const query = new URLSearchParams({
    du: period.from,
    au: period.to,
    'avant-du': before.from,
    'avant-au': before.to,
    pas: step,
    ...(advisor !== undefined && { conseiller: advisor }),
  })
  return query.toString()
}

const keptSchema = z.object({ query: z.string(), figures: structureFiguresSchema })

/** Keeps the last view in the person's own database, so that signing out takes it away. */
export async function keepStructureFigures(
  db: CoopDatabase,
  question: StructureFiguresQuestion,
  figures: StructureFigures,
): Promise<void> {
  await db.meta.put({ k: keyOf(question.structureId), value: { query: queryOf(question), figures } })
}

/** The last view, where it answers the same question. */
export async function readKeptFigures(
  db: CoopDatabase,
  question: StructureFiguresQuestion,
): Promise<StructureFigures | undefined> {
  const row = await db.meta.get(keyOf(question.structureId))
  // A view of another build's shape is no view: it is read again at the next contact.
  const kept = keptSchema.safeParse(row?.value).data
  return kept?.query === queryOf(question) ? kept.figures : undefined
}

function keyOf(structureId: StructureId): string {
  return `structure-figures:${structureId}`
}
