import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { documentIdSchema, personIdSchema } from '../ids.ts'
import { figuresSince, monthFiguresSchema } from './month-figures.ts'
import { zeroFigures } from './figure-names.ts'
import type { MarkedLine } from './month-of-lines.ts'
import type { ReportMark } from './report-mark.ts'

/** A report that isn't what was vouched for, and what that does to each figure. */
export const reportChangeSchema = z.object({
  advisor: personIdSchema,
  id: documentIdSchema,
  /** `late`: it came since; `changed`: it says something else; `gone`: the structure sees it no more in this month. */
  what: z.enum(['late', 'changed', 'gone']),
  /** As it is now; as it was, where it is gone. */
  day: calendarDaySchema,
  kind: z.string(),
  /** More than was vouched for, or less; zeros where only its words changed. */
  figures: monthFiguresSchema,
})
export type ReportChange = z.infer<typeof reportChangeSchema>

/**
 * What became of a month's reports since it was vouched for, by advisor and day. Nothing at all where every report that
 * the structure may see is as it was.
 */
export function changesSince(sealed: readonly MarkedLine[], now: readonly MarkedLine[]): ReportChange[] {
  const advisors = new Set([...now, ...sealed].map(({ advisor }) => advisor))
  return [...advisors].flatMap((advisor) =>
    changesOfLine(marksOf(sealed, advisor), marksOf(now, advisor))
      .map((change) => ({ advisor, ...change }))
      .sort((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? -1 : 1)),
  )
}

function changesOfLine(
  before: ReadonlyMap<string, ReportMark>,
  now: ReadonlyMap<string, ReportMark>,
): Omit<ReportChange, 'advisor'>[] {
  const gone = [...before.values()]
    .filter(({ id }) => !now.has(id))
    .map((mark) => ({ what: 'gone' as const, ...whatOf(mark), figures: figuresSince(mark.figures, none) }))
  const others = [...now.values()].flatMap((mark) => {
    const was = before.get(mark.id)
    if (was?.sum === mark.sum) return []
    const what = was ? ('changed' as const) : ('late' as const)
    return [{ what, ...whatOf(mark), figures: figuresSince(was?.figures ?? none, mark.figures) }]
  })
  return [...gone, ...others]
}

const none = zeroFigures()

function whatOf({ id, day, kind }: ReportMark) {
  return { id, day, kind }
}

function marksOf(lines: readonly MarkedLine[], advisor: string): ReadonlyMap<string, ReportMark> {
  const marks = lines.filter((line) => line.advisor === advisor).flatMap((line) => line.marks)
  return new Map(marks.map((mark) => [mark.id, mark]))
}
