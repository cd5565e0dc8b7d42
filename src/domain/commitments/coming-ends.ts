import { addMonths, calendarDaySchema, type CalendarDay } from '../calendar-day.ts'
import type { ScopeId, StructureId } from '../ids.ts'
import { holds, type Filling, type PostLife } from './post-life.ts'
import { versionOn, type Versioned } from './versioned-milestones.ts'

/** How many months before it the end of a contract or of a grant agreement is told. */
export const endNotices: readonly [
  Versioned & { readonly months: readonly number[] },
  ...(Versioned & { readonly months: readonly number[] })[],
] = [{ version: 1, since: calendarDaySchema.parse('2021-01-01'), months: [6, 3, 1] }]

/** An end to come that is near enough to be told. */
export interface ComingEnd {
  readonly what: 'contract' | 'convention'
  readonly ends: CalendarDay
  /** Whose contract. */
  readonly scope: ScopeId | undefined
  /** The nearest of the notices whose time has come: at most so many months are left. */
  readonly withinMonths: number
}

/** Ends of what runs today, for who holds the post, the nearest first. What goes on without a day between ends later. */
export function comingEnds(life: PostLife, structure: StructureId, today: CalendarDay): ComingEnd[] {
  return endsOf(life, structure, today)
    .flatMap(({ what, ends, scope }) => {
      const months = [...versionOn(endNotices, today).months].sort((a, b) => a - b)
      const withinMonths = months.find((count) => addMonths(ends, -count) <= today)
      return withinMonths === undefined ? [] : [{ what, ends, scope, withinMonths }]
    })
    .sort((a, b) => a.ends.localeCompare(b.ends))
}

/** When the contract of who works there today ends, and the agreement in force; near or far. */
export function endsOf(
  { fillings, conventions }: PostLife,
  structure: StructureId,
  today: CalendarDay,
): Omit<ComingEnd, 'withinMonths'>[] {
  const filling = fillings.find((one) => one.structure === structure && holds(one, today))
  const last = filling && lastOf(filling, fillings)
  const convention = conventions
    .filter((one) => one.structure === structure && one.day <= today && today <= one.ends)
    .at(-1)
  const renewed = conventions.some(
    (one) => one.structure === structure && convention !== undefined && one.ends > convention.ends,
  )
  return [
    ...(last?.until ? [{ what: 'contract' as const, ends: last.until, scope: last.scope }] : []),
    ...(convention && !renewed
      ? [{ what: 'convention' as const, ends: convention.ends, scope: undefined }]
      : []),
  ]
}

/** The last of the contracts of one person that are agreed on the post. */
function lastOf(filling: Filling, fillings: readonly Filling[]): Filling {
  return fillings.findLast((one) => one.scope === filling.scope && one.from > filling.from) ?? filling
}
