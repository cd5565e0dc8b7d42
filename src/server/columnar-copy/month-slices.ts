import type { DuckDBDataChunk } from '@duckdb/node-api'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { monthNumber, type MonthNumber } from '../../domain/statistics/month-number.ts'
import { rowsOf, type ColumnarCopy } from './columnar-copy.ts'
import { MonthSliceBuilder, sliceColumns, sliceColumnsIn, type MonthSlice } from './month-slice.ts'
import { writesOf } from './month-writes.ts'
import { numberIn } from './number-in.ts'

interface Kept {
  readonly write: number | undefined
  /** Of a month that isn't over, the day up to which it was read. */
  readonly upTo: CalendarDay | undefined
  readonly slice: MonthSlice
}

/** The months that were read last, by their numbers: those that were written since are read again. */
export class MonthSlices {
  readonly #kept = new Map<MonthNumber, Kept>()

  /** Slices of some months up to today, of the very state that the copy's reader sees. */
  async of(
    copy: ColumnarCopy,
    months: readonly MonthNumber[],
    today: CalendarDay,
  ): Promise<ReadonlyMap<MonthNumber, MonthSlice>> {
    const writes = await writesOf(copy)
    const upTo = (month: MonthNumber) => (month === monthNumber(today) ? today : undefined)
    const isKept = (month: MonthNumber) => {
      const kept = this.#kept.get(month)
      return kept !== undefined && kept.write === writes.get(month) && kept.upTo === upTo(month)
    }
    const missing = months.filter((month) => !isKept(month))
    for (const [month, slice] of await readSlices(copy, missing, today))
      this.#kept.set(month, { write: writes.get(month), upTo: upTo(month), slice })
    return new Map(
      months.flatMap((month) => {
        const kept = this.#kept.get(month)
        return kept ? [[month, kept.slice] as const] : []
      }),
    )
  }
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
