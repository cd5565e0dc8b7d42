import { groupFiguresSchema, type GroupFigures } from '../../domain/access/group-figures.ts'
import type { PersonId, StructureId, TeamId } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import type { TimeStep } from '../../domain/statistics/timeline.ts'
import type { CoopDatabase } from './database.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keepAnswer, readKeptAnswer } from './kept-answer.ts'
import { readRefusalOf, type ReadRefusal } from './read-refusal.ts'

/** Whose figures one reads besides one's own. */
export type Group =
  { readonly kind: 'structure'; readonly id: StructureId } | { readonly kind: 'team'; readonly id: TeamId }

/** What is asked of a group's figures. */
export interface GroupFiguresQuestion {
  readonly group: Group
  readonly period: Period
  readonly before: Period
  readonly step: TimeStep
  /** Of one advisor; of all unless said. */
  readonly advisor: PersonId | undefined
}

export type GroupFiguresOutcome = { ok: true; figures: GroupFigures } | { ok: false; reason: ReadRefusal }

/** A group's figures, counted by the server now. */
export async function fetchGroupFigures(
  question: GroupFiguresQuestion,
  fetch: Fetch = browserFetch,
): Promise<GroupFiguresOutcome> {
  const { kind, id } = question.group
  const path = `/api/${kind}s/${id}/figures?${queryOf(question)}`
  const answer = await ask(fetch, { method: 'GET', path })
  const figures = groupFiguresSchema.safeParse(answer?.json)
  if (answer?.status === 200 && figures.success) return { ok: true, figures: figures.data }
  return { ok: false, reason: readRefusalOf(answer) }
}

function queryOf({ period, before, step, advisor }: GroupFiguresQuestion): string {
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

/** Keeps the last view of a group. */
export async function keepGroupFigures(
  db: CoopDatabase,
  question: GroupFiguresQuestion,
  figures: GroupFigures,
): Promise<void> {
  await keepAnswer(db, keyOf(question.group), { query: queryOf(question), figures })
}

/** The last view, where it answers the same question. */
export async function readKeptFigures(
  db: CoopDatabase,
  question: GroupFiguresQuestion,
): Promise<GroupFigures | undefined> {
  return readKeptAnswer(db, keyOf(question.group), queryOf(question), groupFiguresSchema)
}

function keyOf({ kind, id }: Group): string {
  return `${kind}-figures:${id}`
}
