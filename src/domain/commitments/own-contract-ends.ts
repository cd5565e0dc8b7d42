import type { OwnContract } from '../access/own-contracts.ts'
import { addDays, addMonths, type CalendarDay } from '../calendar-day.ts'
import { endNotices } from './coming-ends.ts'
import { versionOn } from './versioned-milestones.ts'

/** The end of one's own work at a structure. */
export interface OwnEnd {
  readonly contract: OwnContract
  readonly ends: CalendarDay
  /** The nearest of the notices whose time has come; undefined while none has. A departure is told at once. */
  readonly withinMonths: number | undefined
}

/** When one's work at each structure ends, the nearest first; not where another contract follows without a day between. */
export function ownContractEnds(contracts: readonly OwnContract[], today: CalendarDay): OwnEnd[] {
  const notices = [...versionOn(endNotices, today).months].sort((a, b) => a - b)
  return contracts
    .flatMap((contract): OwnEnd[] => {
      const { ends } = contract
      if (ends === null || ends < today || goesOn(contract, ends, contracts)) return []
      return [{ contract, ends, withinMonths: notices.find((count) => addMonths(ends, -count) <= today) }]
    })
    .sort((a, b) => (a.ends < b.ends ? -1 : 1))
}

function goesOn({ scope }: OwnContract, ends: CalendarDay, contracts: readonly OwnContract[]): boolean {
  const next = addDays(ends, 1)
  return contracts.some(
    (one) => one.scope === scope && one.starts <= next && (one.ends === null || one.ends > ends),
  )
}
