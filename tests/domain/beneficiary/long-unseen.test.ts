import { expect, test } from 'vitest'
import { dayOfId, isLongUnseen } from '../../../src/domain/beneficiary/long-unseen.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'

const day = (text: string) => calendarDaySchema.parse(text)
const today = day('2026-11-25')

test.each([
  ['seen 24 months ago to the day', '2024-11-25', undefined, true],
  ['seen a day later', '2024-11-26', undefined, false],
  ['kept less than 12 months ago', '2020-01-01', '2025-11-26', false],
  ['kept 12 months ago', '2020-01-01', '2025-11-25', true],
  ['kept, and seen since', '2026-01-01', '2024-01-01', false],
])('somebody %s: is their erasure proposed? %s %s %s', (_, lastDay, keptOn, isProposed) => {
  const seen = { lastDay: day(lastDay), keptOn: keptOn === undefined ? undefined : day(keptOn) }
  expect(isLongUnseen(seen, today)).toBe(isProposed)
})

test('a page that no report names counts from the day on which it was made', () => {
  expect(dayOfId('01930000-0000-7000-8000-000000000001')).toBe('2024-11-06')
})
