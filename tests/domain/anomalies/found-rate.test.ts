import { expect, test } from 'vitest'
import { firstLives } from '../../builders/anomalies/invented-lives.ts'
import { advisorsUpTo, measureRules } from '../../builders/anomalies/measure-rules.ts'

/* On invented months: `npm run bench -- anomaly-rates` prints the same for many more. */

const advisors = 6
const { clean, found } = measureRules(firstLives, advisorsUpTo(advisors))

test('at most 2 % of months of which nothing is to be said are pointed out', () => {
  expect(clean.months).toBe(advisors * 12)
  expect(clean.flagged / clean.months).toBeLessThanOrEqual(0.02)
})

test.each([...found])('%s is found in at least 95 %% of the months that have it', (_kind, count) => {
  expect(count.injected).toBeGreaterThanOrEqual(8)
  expect(count.found / count.injected).toBeGreaterThanOrEqual(0.95)
})
