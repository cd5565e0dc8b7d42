import type { CalendarDay } from '../calendar-day.ts'
import type { JsonObject } from '../json.ts'
import type { ReportKind } from '../report/kinds.ts'
import type { Cells, ColumnName } from './columns.ts'
import type { LineReading } from './line-reading.ts'
import type { Labels } from './read-values.ts'

/** How the cells of one file are to be understood: our own are exact, others are matched with what people chose. */
export interface Ways {
  /** The texts of a cell that holds several. */
  split(cell: string): string[]
  /** The code that a text means in a column; `leftAside` where people said that it means nothing. */
  code(column: ColumnName, labels: Labels, text: string): string | undefined
  /** The INSEE code of the commune that a text means. */
  commune(text: string): string | undefined
  /** Where an activity took place, by the cells of the place. */
  place(cells: Cells, reading: LineReading): JsonObject | undefined
  /** What a line is that doesn't say so. */
  readonly kind?: ReportKind | undefined
  /** Whether what nothing is said of is filled in: our own files say everything that there is. */
  readonly fills: boolean
  /** The day that a report is filed which doesn't say so. */
  readonly today?: CalendarDay
}

/** What a text means that is to be left aside. */
export const leftAside = ''
