import { addDays, type CalendarDay } from '../../../../src/domain/calendar-day.ts'
import type { ContractDates } from '../../../../src/domain/sync/decide.ts'
import {
  seededRandom,
  weightedItem,
  wholeBetween,
} from '../../../../src/server/demonstration/seeded-random.ts'
import type { Advisor } from './advisor.ts'

/** Contracts at the structure: most hold all the time, some begin, end or are renewed in it, a few leave a gap. */
export function contractsOf({ seed }: Advisor, today: CalendarDay): ContractDates[] {
  const random = seededRandom(`${seed}/contracts`)
  const before = (least: number, most: number) => addDays(today, -wholeBetween(random, least, most))
  const long = before(500, 1200)
  const turn = before(60, 330)
  return weightedItem<() => ContractDates[]>(random, [
    [() => [{ starts: long, ends: null }], 40],
    [() => [{ starts: long, ends: addDays(today, wholeBetween(random, 20, 500)) }], 22],
    [() => [{ starts: turn, ends: addDays(turn, 1094) }], 14],
    [
      () => [
        { starts: long, ends: turn },
        { starts: addDays(turn, 1), ends: addDays(turn, 1095) },
      ],
      12,
    ],
    [() => [{ starts: long, ends: turn }], 8],
    [
      () => [
        { starts: long, ends: turn },
        { starts: addDays(turn, wholeBetween(random, 15, 60)), ends: null },
      ],
      4,
    ],
  ])()
}

export function isEmployedOn(contracts: readonly ContractDates[], day: CalendarDay): boolean {
  return contracts.some(({ starts, ends }) => starts <= day && (ends === null || day <= ends))
}
