import { expect, test } from 'vitest'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { epochSchema } from '../../../src/domain/ids.ts'
import { monthNumber } from '../../../src/domain/statistics/month-number.ts'
import { openCopy } from '../../../src/server/columnar-copy/columnar-copy.ts'
import { afterChanges, emptyScope, type CopiedScope } from '../../../src/server/columnar-copy/copied-scope.ts'
import { refreshSlices, slicesOf } from '../../../src/server/columnar-copy/month-slices.ts'
import { writeScopes } from './write-scopes.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aScopeId } from '../../builders/an-id.ts'

const june = calendarDaySchema.parse('2026-06-10')
const july = calendarDaySchema.parse('2026-07-10')
const months = [june, july].map(monthNumber)

function withReportOn(before: CopiedScope, date: string): CopiedScope {
  const body = aReport({ date })
  return afterChanges(before, [{ id: aDocumentId(), collection: 'report', state: 'live', body }], {
    seq: before.seq + 1,
    commune: '09261',
  })
}

test('a month is read again where it was written, or where today has moved in it, and no other', async () => {
  const copy = await openCopy(undefined, epochSchema.parse('019ab000-0000-7000-8000-0000000000ee'))
  const none = emptyScope(aScopeId())
  const first = withReportOn(withReportOn(withReportOn(none, '2026-06-10'), '2026-07-09'), '2026-07-20')
  await writeScopes(copy, [{ before: none, after: first }])
  const read = async (today: string) => {
    const slices = await slicesOf(copy, months, calendarDaySchema.parse(today))
    return months.map((month) => slices.get(month))
  }
  const counts = (slices: Awaited<ReturnType<typeof read>>) => slices.map((slice) => slice?.activities)
  const atFirst = await read('2026-07-10')
  expect(counts(atFirst)).toEqual([1, 1])
  const again = await read('2026-07-10')
  expect([again[0] === atFirst[0], again[1] === atFirst[1]]).toEqual([true, true])
  const later = await read('2026-07-25')
  expect(counts(later)).toEqual([1, 2])
  expect(later[0]).toBe(atFirst[0])
  await writeScopes(copy, [{ before: first, after: withReportOn(first, '2026-06-11') }])
  const written = await read('2026-07-25')
  expect(counts(written)).toEqual([2, 2])
  expect(written[1]).toBe(later[1])
  copy.close()
})

test('a month that somebody reads is read again behind what is written: once, for all who ask', async () => {
  const copy = await openCopy(undefined, epochSchema.parse('019ab000-0000-7000-8000-0000000000ee'))
  const today = calendarDaySchema.parse('2026-07-25')
  const none = emptyScope(aScopeId())
  const first = withReportOn(none, '2026-06-10')
  await writeScopes(copy, [{ before: none, after: first }])
  await refreshSlices(copy, today)
  expect(copy.slices.inUse()).toEqual([])
  await slicesOf(copy, months, today)
  await writeScopes(copy, [{ before: first, after: withReportOn(first, '2026-06-11') }])
  const [, one, other] = await Promise.all([
    refreshSlices(copy, today),
    slicesOf(copy, months, today),
    slicesOf(copy, months, today),
  ])
  const [june] = months
  expect(one.get(june ?? 0)?.activities).toBe(2)
  expect(other.get(june ?? 0)).toBe(one.get(june ?? 0))
  copy.close()
})
