import type { PermittedActivity, PermittedActivityPage } from '../../../domain/access/permitted-activity.ts'
import type { StructureId } from '../../../domain/ids.ts'
import type { CoopDatabase } from '../../data/database.ts'
import type { ReadPhase } from '../../data/react/use-server-answer.ts'
import type { KeptActivities } from '../../data/structure-activities.ts'

/** What is known of a structure's activities. */
export interface ActivitiesView {
  items: readonly PermittedActivity[]
  /** Where the older ones begin; null at the end. */
  next: string | null
  readAt: number | null
  phase: ReadPhase
}

export const nothingYet: ActivitiesView = { items: [], next: null, readAt: null, phase: 'asking' }

/** The view that was kept, unless the server was faster, or said that it isn't to be read any more. */
export function withKept(before: ActivitiesView, { page, readAt }: KeptActivities): ActivitiesView {
  return before.items.length > 0 || before.phase === 'forbidden'
    ? before
    : { ...before, items: page.items, next: page.next, readAt }
}

/** The newest page takes the place of what it covers; what is older and was read on request stays. */
export function withNewest(
  before: ActivitiesView,
  { items, next }: PermittedActivityPage,
  readAt: number,
): ActivitiesView {
  const oldest = items.at(-1)
  const older = next === null || !oldest ? [] : before.items.filter(({ date }) => date <= oldest.date)
  if (older.length === 0) return { items, next, readAt, phase: 'read' }
  const covered = new Set(items.map(({ id }) => id))
  return {
    items: [...items, ...older.filter(({ id }) => !covered.has(id))],
    next: before.next,
    readAt,
    phase: 'read',
  }
}

export function withOlder(before: ActivitiesView, { items, next }: PermittedActivityPage): ActivitiesView {
  return { ...before, items: [...before.items, ...items], next, phase: 'read' }
}

/** Views of this visit, by person and structure: coming back from an activity finds the list as it was left. */
const lastViews = new WeakMap<CoopDatabase, Map<StructureId, ActivitiesView>>()

export function lastViewOf(db: CoopDatabase, structureId: StructureId): ActivitiesView | undefined {
  const view = lastViews.get(db)?.get(structureId)
  return view && { ...view, phase: 'asking' }
}

export function rememberView(db: CoopDatabase, structureId: StructureId, view: ActivitiesView): void {
  const views = lastViews.get(db) ?? new Map<StructureId, ActivitiesView>()
  lastViews.set(db, views.set(structureId, view))
}
