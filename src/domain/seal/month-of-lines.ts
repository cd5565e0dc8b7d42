import type { PersonId } from '../ids.ts'
import { sumOfFigures, type MonthFigures } from './month-figures.ts'
import { sumOf, sumOfMarks, type ReportMark } from './report-mark.ts'

/** The reports of one advisor's month at a structure. */
export interface MarkedLine {
  readonly advisor: PersonId
  readonly marks: readonly ReportMark[]
}

export function figuresOfMarks(marks: readonly ReportMark[]): MonthFigures {
  return sumOfFigures(marks.map(({ figures }) => figures))
}

/** SHA-256 over every report of a structure's month, whatever the order of advisors and reports; whoever has none adds nothing. */
export function sumOfLines(lines: readonly MarkedLine[]): string {
  return sumOf(
    lines
      .filter(({ marks }) => marks.length > 0)
      .map(({ advisor, marks }) => [advisor, sumOfMarks(marks)])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )
}
