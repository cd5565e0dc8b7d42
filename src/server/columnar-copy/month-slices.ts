import type { DuckDBDataChunk } from '@duckdb/node-api'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { daysOfMonths, monthNumber, type MonthNumber } from '../../domain/statistics/month-number.ts'
import type { ColumnarCopy } from './columnar-copy.ts'
import { countSinglesOf } from './month-singles.ts'
import { MonthSliceBuilder, sliceColumns, type MonthSlice } from './month-slice.ts'
import { writesOf } from './month-writes.ts'
import { marginColumns, meetingColumns, slicePeople } from './slice-people.ts'

/** Slices of some months up to today, of the very state that the copy's reader sees: those that were written since are read again. */
export async function slicesOf(
  copy: ColumnarCopy,
  months: readonly MonthNumber[],
  today: CalendarDay,
): Promise<ReadonlyMap<MonthNumber, MonthSlice>> {
  copy.slices.use()
  return readSlices(copy, months, today)
}

/** Reads again what was written of the months that somebody reads figures of: whoever asks next needn't wait for it. */
export async function refreshSlices(copy: ColumnarCopy, today: CalendarDay): Promise<void> {
  await readSlices(copy, copy.slices.inUse(), today)
}

async function readSlices(
  copy: ColumnarCopy,
  months: readonly MonthNumber[],
  today: CalendarDay,
): Promise<ReadonlyMap<MonthNumber, MonthSlice>> {
  const writes = await writesOf(copy)
  const slices = new Map<MonthNumber, MonthSlice>()
  for (const month of months) {
    const upTo = month === monthNumber(today) ? today : undefined
    const state = { write: writes.get(month), upTo }
    slices.set(month, await copy.slices.of(month, state, () => readSlice(copy, month, today)))
  }
  return slices
}

/** One month at a time: others are answered meanwhile, and no more than a month's rows are put into their order at once. */
async function readSlice(copy: ColumnarCopy, month: MonthNumber, today: CalendarDay): Promise<MonthSlice> {
  const ofMonth = `from activity where month = ${month} and day <= DATE '${today}'`
  // An id is above another whenever it is: all that is read of a month is read in one order.
  const placed = `(select n, row_number() over (order by day, id) - 1 as place ${ofMonth})`
  const { from, to } = daysOfMonths({ from: month, to: month + 1 }, today)
  const during = (table: string) => `${table}.day between DATE '${from}' and DATE '${to}'`
  const activities = new MonthSliceBuilder(copy)
  await readColumns(copy, `select ${sliceColumns.join(', ')} ${ofMonth} order by day, id`, (columns) =>
    activities.add(columns),
  )
  const meetings = await columnsRead(
    copy,
    `select ${meetingColumns.join(', ')} from meeting m join ${placed} using (n) where ${during('m')} order by place`,
  )
  const margins = await columnsRead(
    copy,
    `select ${marginColumns.join(', ')} from margin g join ${placed} using (n) where ${during('g')}`,
  )
  const slice = activities.built(slicePeople(copy.combinations, copy.slices.persons, meetings, margins))
  slice.counted.singles = await countSinglesOf(copy, slice)
  return slice
}

/** Some rows after the others, in columns of whole numbers, none of them empty. */
async function readColumns(
  { reader }: ColumnarCopy,
  sql: string,
  take: (columns: readonly Int32Array[]) => void,
): Promise<void> {
  const answer = await reader.stream(sql)
  for (;;) {
    const chunk = await answer.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return
    take(Array.from({ length: chunk.columnCount }, (_, column) => numbersIn(chunk, column)))
  }
}

/** All rows. */
async function columnsRead(copy: ColumnarCopy, sql: string): Promise<Int32Array[]> {
  const chunks: (readonly Int32Array[])[] = []
  await readColumns(copy, sql, (columns) => chunks.push(columns))
  return (chunks[0] ?? []).map((_, column) => joined(chunks.map((columns) => columns[column] ?? none)))
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((length, part) => length + part.length, 0))
  let length = 0
  for (const part of parts) {
    whole.set(part, length)
    length += part.length
  }
  return whole
}

const none = new Int32Array()

function numbersIn(chunk: DuckDBDataChunk, column: number): Int32Array {
  const vector = chunk.getColumnVector(column)
  const numbers = new Int32Array(chunk.rowCount)
  // The columns that are asked for are such.
  for (let row = 0; row < numbers.length; row += 1) numbers[row] = vector.getItem(row) as number
  return numbers
}
