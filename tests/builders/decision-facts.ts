import { calendarDaySchema, type CalendarDay } from '../../src/domain/calendar-day.ts'
import type { DecisionFacts } from '../../src/domain/sync/decide.ts'
import { schemaVersion } from '../../src/domain/sync/limits.ts'
import { aPersonId } from './an-id.ts'

export function day(text: string): CalendarDay {
  return calendarDaySchema.parse(text)
}

/** What the server knows when an advisor with one open-ended contract writes, with what the test is about. */
export function decisionFacts(fields: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    person: aPersonId(),
    canWrite: true,
    contracts: [{ starts: day('2025-01-06'), ends: null }],
    erased: false,
    today: day('2026-11-23'),
    schema: schemaVersion,
    overtaken: new Set(),
    ...fields,
  }
}
