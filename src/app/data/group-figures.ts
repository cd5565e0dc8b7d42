import { groupFiguresSchema, type GroupFigures } from '../../domain/access/group-figures.ts'
import type { PersonId, StructureId, TeamId } from '../../domain/ids.ts'
import type { CoopDatabase } from './database.ts'
import { countedQuery, fetchCounted, type CountedOutcome, type DaysAsked } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keepAnswer, readKeptAnswer } from './kept-answer.ts'
import { structureViewKey } from './structure-views.ts'

/** Whose figures one reads besides one's own. */
export type Group =
  { readonly kind: 'structure'; readonly id: StructureId } | { readonly kind: 'team'; readonly id: TeamId }

/** What is asked of a group's figures. */
export interface GroupFiguresQuestion extends DaysAsked {
  readonly group: Group
  /** Of one advisor; of all unless said. */
  readonly advisor: PersonId | undefined
}

/** A group's figures, counted by the server now. */
export async function fetchGroupFigures(
  question: GroupFiguresQuestion,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<GroupFigures>> {
  const { kind, id } = question.group
  return fetchCounted(fetch, `/api/${kind}s/${id}/figures?${queryOf(question)}`, groupFiguresSchema)
}

function queryOf({ advisor, ...days }: GroupFiguresQuestion): string {
  return countedQuery(days, advisor === undefined ? {} : { conseiller: advisor })
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
  return kind === 'structure' ? structureViewKey('figures', id) : `team-figures:${id}`
}
