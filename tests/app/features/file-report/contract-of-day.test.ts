import { expect, test } from 'vitest'
import { likelyScope } from '../../../../src/app/features/file-report/contract-of-day.ts'
import { hasContractOn } from '../../../../src/domain/access/has-contract-on.ts'
import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import { anOwnScope } from '../../../builders/a-person.ts'

const day = (text: string) => calendarDaySchema.parse(text)
const ended = anOwnScope({ contracts: [{ starts: day('2024-01-01'), ends: day('2026-06-30') }] })
const open = anOwnScope({ contracts: [{ starts: day('2026-07-01'), ends: null }] })

test('both ends of a contract belong to it', () => {
  const days = ['2023-12-31', '2024-01-01', '2026-06-30', '2026-07-01'].map(day)
  expect(days.map((one) => hasContractOn(ended, one))).toEqual([false, true, true, false])
})

test('the structure proposed is one with a contract that day, the last used before the others', () => {
  const today = day('2026-11-23')
  const other = anOwnScope()
  expect(likelyScope([ended, open], today, undefined)).toBe(open)
  expect(likelyScope([open, other], today, other.scope)).toBe(other)
  expect(likelyScope([open, ended], today, ended.scope)).toBe(open)
  expect(likelyScope([ended], today, undefined)).toBe(ended)
})
