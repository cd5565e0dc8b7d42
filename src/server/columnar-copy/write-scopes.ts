import { DuckDBDateValue, DuckDBUUIDValue, type DuckDBAppender } from '@duckdb/node-api'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { DocumentId } from '../../domain/ids.ts'
import { monthNumber, type MonthNumber } from '../../domain/statistics/month-number.ts'
import { ColumnAppender } from './column-appender.ts'
import type { ColumnarCopy } from './columnar-copy.ts'
import type { Combinations } from './combinations.ts'
import type { CopiedActivity } from './copied-activity.ts'
import { packScope, type CopiedScope, type StoredScope } from './copied-scope.ts'
import { movedPart, type MovedScope } from './moved-part.ts'
import { departmentNumber } from './department-number.ts'

/**
 * What is to be written of some scopes that moved, in the order of these calls. What a change leaves as it was is not
 * written again: an activity that now comes after another of the same person changes too, and is found so.
 */
export function scopeChanges(copy: ColumnarCopy, moved: readonly MovedScope[]): readonly ScopeChanges[] {
  return moved.map((each) => changesOf(copy, each))
}

/** Writes it in one transaction; one call at a time. */
export async function writeChanges(copy: ColumnarCopy, changes: readonly ScopeChanges[]): Promise<void> {
  const { writer } = copy
  await writer.run('begin')
  try {
    for (const { n, gone } of changes) await remove(copy, n, gone)
    await markMonths(copy, changes)
    await appendColumns(copy, 'activity', (rows) => {
      for (const { n, come } of changes) for (const one of come) appendActivity(rows, copy, n, one)
    })
    await appendColumns(copy, 'meeting', (rows) => {
      for (const { n, come } of changes) for (const one of come) appendMeetings(rows, copy, n, one)
    })
    await appendColumns(copy, 'margin', (rows) => {
      for (const { n, come } of changes) for (const one of come) appendMargins(rows, copy, n, one)
    })
    await appendDictionaries(copy)
    await writer.run(
      `delete from scope where n in (${['-1', ...changes.map(({ n }) => String(n))].join(', ')})`,
    )
    await append(copy, 'scope', (rows) => {
      for (const each of changes) appendScope(rows, each)
    })
    await writer.run('commit')
  } catch (error) {
    await writer.run('rollback')
    throw error
  }
  for (const { n, after } of changes)
    copy.scopes.set(after.scope, { n, seq: after.seq, commune: after.commune })
}

export interface ScopeChanges {
  readonly n: number
  readonly after: Pick<CopiedScope, 'scope' | 'seq' | 'commune'>
  readonly stored: StoredScope
  readonly gone: readonly DocumentId[]
  readonly come: readonly Numbered[]
  /** Those that anything of it is in. */
  readonly months: ReadonlySet<MonthNumber>
}

/** An activity by the number that its meetings know it by. */
interface Numbered {
  readonly number: bigint
  readonly activity: CopiedActivity
}

function changesOf(copy: ColumnarCopy, moved: MovedScope): ScopeChanges {
  const { after } = moved
  const { was, is } = movedPart(moved)
  const n = copy.scopes.get(after.scope)?.n ?? nextScope(copy, after)
  const gone: DocumentId[] = []
  const come: Numbered[] = []
  const months = new Set<MonthNumber>()
  for (const [id, activity] of was) {
    if (isSame(activity, is.get(id))) continue
    gone.push(id)
    months.add(monthNumber(activity.day))
  }
  for (const [id, activity] of is) {
    if (isSame(activity, was.get(id))) continue
    come.push({ number: copy.nextActivity, activity })
    copy.nextActivity += 1n
    months.add(monthNumber(activity.day))
  }
  return { n, after, stored: moved.stored ?? packScope(after), gone, come, months }
}

/** Numbered at once, so that two new scopes of one writing are told apart. */
function nextScope(copy: ColumnarCopy, { scope }: CopiedScope): number {
  const n = copy.scopes.size + 1
  copy.scopes.set(scope, { n, seq: 0, commune: null })
  return n
}

function isSame(one: CopiedActivity, other: CopiedActivity | undefined): boolean {
  return other !== undefined && JSON.stringify(one) === JSON.stringify(other)
}

async function remove({ writer }: ColumnarCopy, scope: number, ids: readonly DocumentId[]): Promise<void> {
  if (ids.length === 0) return
  const those = `select n from activity where scope = ${scope} and id in (${ids.map((id) => `'${id}'::UUID`).join(', ')})`
  for (const table of ['meeting', 'margin', 'activity'])
    await writer.run(`delete from ${table} where scope = ${scope} and n in (${those})`)
}

/** Numbers the writings of each month, so that what was counted of the others needn't be counted again. */
async function markMonths({ writer }: ColumnarCopy, changes: readonly ScopeChanges[]): Promise<void> {
  const months = [...new Set(changes.flatMap((each) => [...each.months]))].join(', ')
  if (months === '') return
  await writer.run(
    `create or replace temp table write_next as select coalesce(max(write), 0) + 1 as write from month_write`,
  )
  await writer.run(`delete from month_write where month in (${months})`)
  await writer.run(`insert into month_write select unnest([${months}]), write from write_next`)
}

async function append(
  copy: ColumnarCopy,
  table: string,
  fill: (rows: DuckDBAppender) => void,
): Promise<void> {
  const rows = await copy.writer.createAppender(table)
  fill(rows)
  rows.closeSync()
}

async function appendColumns(
  { writer }: ColumnarCopy,
  table: string,
  fill: (rows: ColumnAppender) => void,
): Promise<void> {
  const rows = await ColumnAppender.open(writer, table)
  fill(rows)
  rows.close()
}

function appendActivity(rows: ColumnAppender, copy: ColumnarCopy, scope: number, one: Numbered): void {
  const { number, activity } = one
  rows.add(number)
  rows.add(scope)
  rows.add(uuid(activity.id))
  rows.add(date(activity.day))
  rows.add(monthNumber(activity.day))
  rows.add(departmentNumber(activity.department))
  rows.add(activity.kind === 'individuel' || activity.kind === 'collectif')
  rows.add(activity.minutes)
  rows.add(activity.delay ?? null)
  rows.add(activity.accompaniments)
  rows.add(activity.anonymous)
  rows.add(activity.alreadyAccompanied)
  rows.add(activity.eventParticipants)
  for (const text of activity.combinations) rows.add(copy.combinations.codeOf(text))
  for (const text of activity.profiles) rows.add(copy.profiles.codeOf(text))
  rows.endRow()
}

function appendMeetings(rows: ColumnAppender, copy: ColumnarCopy, scope: number, one: Numbered): void {
  for (const { person, isErased, before, first, traits } of one.activity.meetings) {
    rows.add(one.number)
    rows.add(scope)
    rows.add(date(one.activity.day))
    rows.add(uuid(person))
    rows.add(isErased)
    rows.add(before === undefined ? null : date(before))
    rows.add(date(first))
    for (const text of traits) rows.add(copy.combinations.codeOf(text))
    rows.endRow()
  }
}

function appendMargins(rows: ColumnAppender, copy: ColumnarCopy, scope: number, one: Numbered): void {
  for (const [trait, people] of one.activity.margins) {
    rows.add(one.number)
    rows.add(scope)
    rows.add(date(one.activity.day))
    rows.add(copy.combinations.codeOf(trait))
    rows.add(people)
    rows.endRow()
  }
}

/** Combinations and profiles that came since the last time. */
export async function appendDictionaries(copy: ColumnarCopy): Promise<void> {
  await append(copy, 'profile', (rows) => appendCombinations(rows, copy.profiles.takeNew()))
  await append(copy, 'combination', (rows) => appendCombinations(rows, copy.combinations.takeNew()))
}

function appendCombinations(rows: DuckDBAppender, combinations: ReturnType<Combinations['takeNew']>): void {
  for (const [code, text] of combinations) {
    rows.appendInteger(code)
    rows.appendVarchar(text)
    rows.endRow()
  }
}

function appendScope(rows: DuckDBAppender, { n, after, stored }: ScopeChanges): void {
  const { texts, numbers } = stored
  rows.appendInteger(n)
  rows.appendVarchar(after.scope)
  rows.appendBigInt(BigInt(after.seq))
  if (after.commune === null) rows.appendNull()
  else rows.appendVarchar(after.commune)
  rows.appendVarchar(texts)
  rows.appendBlob(numbers)
  rows.endRow()
}

function uuid(id: string): DuckDBUUIDValue {
  return DuckDBUUIDValue.fromUint128(BigInt(`0x${id.replaceAll('-', '')}`))
}

/** The days of some years: each is made once. */
const dates = new Map<CalendarDay, DuckDBDateValue>()

function date(day: CalendarDay): DuckDBDateValue {
  const known = dates.get(day)
  if (known) return known
  const made = new DuckDBDateValue(Math.round(Date.parse(day) / 86_400_000))
  dates.set(day, made)
  return made
}
