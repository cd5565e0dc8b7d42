import { expect, test } from 'vitest'
import { calendarMonthSchema } from '../../../src/domain/calendar-month.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { lineDaysOf } from '../../../src/domain/seal/line-days.ts'
import { silenceInWords } from '../../../src/domain/seal/words.ts'
import { vouchableFrom } from '../../../src/domain/seal/vouchable-from.ts'

const month = (text: string) => calendarMonthSchema.parse(text)
const day = (text: string) => calendarDaySchema.parse(text)

test.each([
  ['2026-11', undefined, '2026-12-01'],
  // All Saints is a Sunday.
  ['2026-10', undefined, '2026-11-02'],
  // New Year's Day, a Friday, then a week-end.
  ['2026-12', undefined, '2027-01-04'],
  // Labour Day, a Friday.
  ['2026-04', undefined, '2026-05-04'],
  // Easter Monday is 6 April 2026: 1 April is worked.
  ['2026-03', undefined, '2026-04-01'],
  // Good Friday 2 April 2027 isn't worked in Moselle; 1 April is.
  ['2027-03', '57', '2027-04-01'],
] as const)('%s in %s is vouched for from %s', (of, department, from) => {
  expect(vouchableFrom(month(of), department)).toBe(from)
})

test('days without a report are told with the absence that explains the whole day', () => {
  const days = lineDaysOf(
    month('2026-10'),
    {
      department: '09',
      contracts: [{ starts: day('2026-10-12'), ends: null }],
      absences: [
        { kind: 'conge', from: day('2026-10-13'), to: day('2026-10-14'), toNoon: true },
        { kind: 'formation', from: day('2026-10-15'), to: day('2026-10-15') },
      ],
    },
    new Set([day('2026-10-12'), day('2026-10-17'), ...weekdays(16, 30)]),
  )
  expect(days).toEqual({
    workingDays: 15,
    reported: 12,
    silent: [
      { day: '2026-10-13', why: 'conge' },
      // Away in the morning only.
      { day: '2026-10-14', why: null },
      { day: '2026-10-15', why: 'formation' },
    ],
  })
  expect(silenceInWords(days)).toBe(
    '3\u00A0jours ouvrés sans compte rendu\u00A0: 1 congé, 1 formation, 1 sans absence notée.',
  )
})

function weekdays(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, index) => day(`2026-10-${from + index}`))
}
