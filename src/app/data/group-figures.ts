import { groupFiguresSchema, type GroupFigures } from '../../domain/access/group-figures.ts'
import type { PersonId, StructureId, TeamId } from '../../domain/ids.ts'
import { countedQuery, fetchCounted, type CountedOutcome, type DaysAsked } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'
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

export const { keep: keepGroupFigures, readKept: readKeptFigures } = keptViews<
  GroupFiguresQuestion,
  GroupFigures
>({
  key: ({ group }) => keyOf(group),
  query: queryOf,
  schema: groupFiguresSchema,
})

function keyOf({ kind, id }: Group): string {
  return kind === 'structure' ? structureViewKey('figures', id) : `team-figures:${id}`
}
