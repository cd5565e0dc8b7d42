import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dimensions, type Dimension } from '../../../src/domain/open-data/dimensions.ts'
import { yearsDue } from '../../../src/domain/open-data/edition.ts'
import { publishedYear } from '../../../src/domain/open-data/published-rows.ts'
import { breakdownRowSchema, totalsRowSchema } from '../../../src/domain/open-data/rows.ts'
import type { DepartmentYear, PeriodTotals } from '../../../src/domain/open-data/year-counts.ts'
import type { CalendarDay } from '../../../src/domain/calendar-day.ts'
import type { DepartmentCode } from '../../../src/domain/territory/departments.ts'

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
const few = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 5, max: 90 }))

/** A department where each accompaniment has one theme, one place and one duration, and nobody comes twice. */
function aDepartment(department: DepartmentCode, themes: readonly (readonly number[])[]): DepartmentYear {
  const totalsOf = (from: number, to: number): PeriodTotals => {
    const accompaniments = sum(themes.flatMap((months) => months.slice(from, to)))
    return {
      activities: accompaniments,
      accompaniments,
      minutes: 30 * accompaniments,
      beneficiaries: accompaniments,
    }
  }
  const values = new Map(themes.map((months, at) => [`valeur_${at}`, months] as const))
  return {
    department,
    months: Array.from({ length: 12 }, (_, month) => totalsOf(month, month + 1)),
    quarters: [0, 3, 6, 9].map((from) => totalsOf(from, from + 3)),
    year: totalsOf(0, 12),
    values: new Map(dimensions.map((dimension): [Dimension, typeof values] => [dimension, values])),
  }
}

const aYear = fc
  .array(fc.array(fc.array(few, { minLength: 12, maxLength: 12 }), { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.map((themes, at) => aDepartment((['09', '31', '2A'] as const)[at] ?? '09', themes)))

test('no row tells of one to four persons, and the rows of a series add up to it where none is hidden', () => {
  fc.assert(
    fc.property(aYear, (departments) => {
      const { totals, breakdowns } = publishedYear(2025, departments)
      for (const row of totals) expect(totalsRowSchema.parse(row)).toEqual(row)
      for (const row of breakdowns) expect(breakdownRowSchema.parse(row)).toEqual(row)
      const told = [...totals, ...breakdowns].map(({ accompaniments }) => accompaniments ?? 0)
      expect(told.filter((count) => count > 0 && count < 5)).toEqual([])
      for (const { department, year } of departments) {
        const rows = totals.filter((row) => row.department === department)
        const isWhole = rows.every(({ accompaniments }) => accompaniments !== null)
        const all = sum(rows.map(({ accompaniments }) => accompaniments ?? 0))
        expect([department, all]).toEqual([department, isWhole ? year.accompaniments : 0])
      }
    }),
    { numRuns: 60 },
  )
})

test('a value that a department never has is not in the file, one that is hidden is there without its figure', () => {
  const busy = Array.from({ length: 12 }, () => 40)
  const once = busy.map((_, month) => (month === 3 ? 2 : 0))
  const never = busy.map(() => 0)
  const { breakdowns } = publishedYear(2025, [
    aDepartment('09', [busy, busy, once]),
    {
      ...aDepartment('31', [busy, busy, never]),
      values: new Map([['theme', new Map([['valeur_0', busy]])]]),
    },
  ])
  const rare = breakdowns.filter(({ dimension, value }) => dimension === 'theme' && value === 'valeur_2')
  expect(rare).toEqual([
    { department: '09', period: '2025', dimension: 'theme', value: 'valeur_2', accompaniments: null },
  ])
})

test('a year is due on the 15th of February that follows it, from the first that is published on', () => {
  expect(yearsDue('2026-02-14' as CalendarDay, 2024)).toEqual([2024])
  expect(yearsDue('2026-02-15' as CalendarDay, 2024)).toEqual([2024, 2025])
  expect(yearsDue('2026-11-26' as CalendarDay, 2026)).toEqual([])
})
