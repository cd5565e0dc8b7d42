import type { ColumnName } from '../../../domain/exchange/columns.ts'
import type { PlannedLine } from './plan.ts'

/** A word of another tool that means none of our values yet. */
export interface UnknownValue {
  readonly column: ColumnName
  readonly text: string
  /** On how many lines. */
  readonly count: number
}

/** How many are asked at a time: the most frequent words explain most lines. */
const most = 30

export function unknownValues(lines: readonly PlannedLine[]): UnknownValue[] {
  const values = new Map<string, UnknownValue>()
  for (const { column, unmatched: text } of lines.flatMap(({ problems }) => problems)) {
    if (column === undefined || text === undefined) continue
    const key = `${column} ${text}`
    values.set(key, { column, text, count: (values.get(key)?.count ?? 0) + 1 })
  }
  return [...values.values()].sort((a, b) => b.count - a.count).slice(0, most)
}
