import { describe, expect, test } from 'vitest'
import { filingDay, isTooFarAhead } from '../../../src/domain/report/filing-window.ts'
import { day } from '../../builders/decision-facts.ts'

const today = day('2026-11-23')

describe('the form takes a day', () => {
  test.each([
    ['2026-11-24', 'in-future'],
    ['2026-11-23', 'fine'],
    ['2026-10-24', 'fine'],
    ['2026-10-23', 'late'],
    ['2025-11-23', 'late'],
    ['2025-11-22', 'too-old'],
  ])('%s: %s', (date, verdict) => {
    expect(filingDay(day(date), today)).toBe(verdict)
  })
})

describe('the server finds in the future', () => {
  test.each([
    ['2026-11-23', false],
    ['2026-11-25', false],
    ['2026-11-26', true],
    ['2036-11-23', true],
    ['1999-01-01', false],
  ])('%s: %s', (date, refused) => {
    expect(isTooFarAhead(day(date), today)).toBe(refused)
  })
})
