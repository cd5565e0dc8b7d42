import type { DuckDBDataChunk } from '@duckdb/node-api'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { monthNumber, type MonthNumber } from '../../domain/statistics/month-number.ts'
import { rowsOf, type ColumnarCopy } from './columnar-copy.ts'
import { MonthSliceBuilder, sliceColumns, sliceColumnsIn, type MonthSlice } from './month-slice.ts'
import { writesOf } from './month-writes.ts'
import { numberIn } from './number-in.ts'

/** Slices of some months up to today, of the very state that the copy's reader sees: those that were written since are read again. */
export async function slicesOf(
  copy: ColumnarCopy,
  months: readonly MonthNumber[],
  today: CalendarDay,
): Promise<ReadonlyMap<MonthNumber, MonthSlice>> {
  const writes = await writesOf(copy)
  const stateOf = (month: MonthNumber) => ({
    write: writes.get(month),
    upTo: month === monthNumber(today) ? today : undefined,
  })
  const slices = new Map<MonthNumber, MonthSlice>()
  for (const month of months) {
    const kept = copy.slices.at(month, stateOf(month))
    if (kept) slices.set(month, kept)
  }
  const missing = months.filter((month) => !slices.has(month))
  for (const [month, slice] of await readSlices(copy, missing, today)) {
    copy.slices.keep(month, stateOf(month), slice)
    slices.set(month, slice)
  }
  return slices
}

async function readSlices(
  copy: ColumnarCopy,
  months: readonly MonthNumber[],
  today: CalendarDay,
): Promise<Map<MonthNumber, MonthSlice>> {
  if (months.length === 0) return new Map()
  const rows = `from activity where month in (${months.join(', ')}) and day <= DATE '${today}'`
  const counts = new Map(
    (await rowsOf(copy.reader, `select month, count(*) ${rows} group by month`)).map(
      ([month, count]) => [numberIn(month), numberIn(count)] as const,
    ),
  )
  const builders = new Map(
    months.map((month) => [month, new MonthSliceBuilder(copy.combinations, counts.get(month) ?? 0)] as const),
  )
  const answer = await copy.reader.stream(`select month, ${sliceColumns.join(', ')} ${rows}`)
  for (;;) {
    const chunk = await answer.fetchChunk()
    if (!chunk || chunk.rowCount === 0) break
    addRows(builders, chunk)
  }
  return new Map([...builders].map(([month, builder]) => [month, builder.built()]))
}

/** The first column says of which month a row is. */
function addRows(builders: ReadonlyMap<MonthNumber, MonthSliceBuilder>, chunk: DuckDBDataChunk): void {
  const [months = new Int32Array(), ...others] = Array.from({ length: chunk.columnCount }, (_, column) =>
    numbersIn(chunk, column),
  )
  const rowsOfMonth = new Map<MonthNumber, number[]>()
  for (const [row, month] of months.entries()) {
    const rows = rowsOfMonth.get(month)
    if (rows) rows.push(row)
    else rowsOfMonth.set(month, [row])
  }
  const columns = sliceColumnsIn(others)
  for (const [month, rows] of rowsOfMonth) builders.get(month)?.add(columns, rows)
}

function numbersIn(chunk: DuckDBDataChunk, column: number): Int32Array {
  const vector = chunk.getColumnVector(column)
  const numbers = new Int32Array(chunk.rowCount)
  // A column of whole numbers, none of them empty.
  for (let row = 0; row < numbers.length; row += 1) numbers[row] = vector.getItem(row) as number
  return numbers
}
