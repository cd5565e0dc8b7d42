import type { MonthNumber } from '../../domain/statistics/month-number.ts'
import { rowsOf, type ColumnarCopy } from './columnar-copy.ts'

/** By month, the number of its last writing: what was counted of a month holds as long as that stays. */
export type Writes = ReadonlyMap<MonthNumber, number>

/** Of the very state that the reader sees. */
export async function writesOf({ reader }: ColumnarCopy): Promise<Writes> {
  const rows = await rowsOf(reader, 'select month, write from month_write')
  return new Map(rows.map(([month, write]) => [Number(month), Number(write)]))
}
