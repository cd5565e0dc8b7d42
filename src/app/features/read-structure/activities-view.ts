import type { PermittedActivity, PermittedActivityPage } from '../../../domain/access/permitted-activity.ts'
import type { CoopDatabase } from '../../data/database.ts'
import type { ReadPhase } from '../../data/react/use-server-answer.ts'
import type { ActivitiesAsked, KeptActivities } from '../../data/structure-activities.ts'

/** What is known of the answer to a question about a structure's activities. */
export interface ActivitiesView {
  /** The question that the items answer; another one's while its own answer is on its way. */
  query: string
  items: readonly PermittedActivity[]
  /** How many there are in all; undefined until the server has said so. */
  total: number | undefined
  /** Where those after them begin; null at the end. */
  next: string | null
  readAt: number | null
  phase: ReadPhase | 'not-permitted'
}

export function nothingYet(query: string): ActivitiesView {
  return { query, items: [], total: undefined, next: null, readAt: null, phase: 'asking' }
}

/** The view that was kept of a question, unless the server was faster, or said that it isn't to be read any more. */
export function withKept(before: ActivitiesView, query: string, kept: KeptActivities): ActivitiesView {
  const { page, readAt } = kept
  const isAnswered = before.query === query && (before.items.length > 0 || before.phase === 'read')
  if (isAnswered || before.phase === 'forbidden') return before
  return { ...before, query, items: page.items, total: page.total, next: page.next, readAt }
}

/** The first page takes the place of what it covers; what comes after it and was read on request stays. */
export function withNewest(
  before: ActivitiesView,
  query: string,
  { items, next, total }: PermittedActivityPage,
  readAt: number,
): ActivitiesView {
  const last = items.at(-1)
  const at = before.query === query && last ? before.items.findIndex((item) => isSame(item, last)) : -1
  const after = next === null || at < 0 ? [] : before.items.slice(at + 1)
  const view = { query, total, readAt, phase: 'read' } as const
  if (after.length === 0) return { ...view, items, next }
  return { ...view, items: [...items, ...notAmong(items, after)], next: before.next }
}

export function withOlder(before: ActivitiesView, { items, next }: PermittedActivityPage): ActivitiesView {
  return { ...before, items: [...before.items, ...notAmong(before.items, items)], next, phase: 'read' }
}

/** Without an answer, nothing of another question is shown as if it were this one's. */
export function withRefusal(
  before: ActivitiesView,
  query: string,
  phase: ActivitiesView['phase'],
): ActivitiesView {
  return before.query === query ? { ...before, phase } : { ...nothingYet(query), phase }
}

/** Ids are unique among the reports of one advisor. */
function isSame(one: PermittedActivity, other: PermittedActivity): boolean {
  return one.id === other.id && one.advisorId === other.advisorId
}

/** An activity that was corrected meanwhile may have moved, and come twice. */
function notAmong(
  known: readonly PermittedActivity[],
  items: readonly PermittedActivity[],
): PermittedActivity[] {
  const keys = new Set(known.map(({ id, advisorId }) => `${id} ${advisorId}`))
  return items.filter(({ id, advisorId }) => !keys.has(`${id} ${advisorId}`))
}

/** Views of this visit, by person and question: coming back from an activity finds the list as it was left. */
const lastViews = new WeakMap<CoopDatabase, Map<string, ActivitiesView>>()

/** Questions of which the view is remembered: a list that was filtered ten times is not come back to ten times. */
const mostRemembered = 5

export function lastViewOf(db: CoopDatabase, asked: ActivitiesAsked): ActivitiesView | undefined {
  const view = lastViews.get(db)?.get(keyOf(asked))
  return view && { ...view, phase: 'asking' }
}

export function rememberView(
  db: CoopDatabase,
  structureId: ActivitiesAsked['structureId'],
  view: ActivitiesView,
): void {
  const key = keyOf({ structureId, query: view.query })
  const others = [...(lastViews.get(db) ?? [])].filter(([known]) => known !== key)
  lastViews.set(db, new Map([...others.slice(1 - mostRemembered), [key, view]]))
}

function keyOf({ structureId, query }: ActivitiesAsked): string {
  return `${structureId}?${query}`
}
