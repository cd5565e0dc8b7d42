import { expect, test } from 'vitest'
import { reportSchema } from '../../../src/domain/report/report.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { anotherLife } from '../../builders/anomalies/another-life.ts'
import { kindsOfAdvisors } from '../../builders/anomalies/another-life/habits.ts'
import { otherLives } from '../../builders/anomalies/invented-lives.ts'
import { advisorsUpTo, measureRules } from '../../builders/anomalies/measure-rules.ts'

/*
 * On lives whose author hadn't read the rules: one advisor of each kind. Rates are held with room, since so few say
 * little; `npm run bench -- anomaly-rates` prints those of many.
 */

const advisors = advisorsUpTo(kindsOfAdvisors.length)
const { clean, found } = measureRules(otherLives, advisors)

test('what is invented is what could be filed', () => {
  const reports = anotherLife(10, calendarDaySchema.parse('2026-11-23')).reports
  expect(reports.length).toBeGreaterThan(100)
  expect(reports.filter(({ body }) => !reportSchema.safeParse(body).success)).toEqual([])
})

test.each([...found].filter(([kind]) => kind !== 'filed-twice'))(
  '%s is found in at least 90 %% of the months that have it',
  (_kind, count) => {
    expect(count.injected).toBeGreaterThanOrEqual(8)
    expect(count.found / count.injected).toBeGreaterThanOrEqual(0.9)
  },
)

test('filed-twice is found in at least 85 % of the months that have it', () => {
  const { injected, found: told } = found.get('filed-twice') ?? { injected: 0, found: 0 }
  expect(injected).toBeGreaterThanOrEqual(80)
  expect(told / injected).toBeGreaterThanOrEqual(0.85)
})

test('at most 5 % of months have a finding of a kind for nothing, but for couples whose two reports are one', () => {
  for (const [kind, flagged] of clean.byKind) {
    const most = kind === 'filed-twice' ? 0.25 : 0.05
    expect.soft(flagged / clean.months, kind).toBeLessThanOrEqual(most)
  }
})
