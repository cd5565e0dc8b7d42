import type { DepartmentCode } from '../territory/departments.ts'
import type { Dimension } from './dimensions.ts'

/** What a department's activities of some days come to. Distinct people of a quarter are not the sum of its months'. */
export interface PeriodTotals {
  readonly activities: number
  readonly accompaniments: number
  readonly minutes: number
  readonly beneficiaries: number
}

/** All that an edition is made of, of one department. Nothing of it is hidden yet. */
export interface DepartmentYear {
  readonly department: DepartmentCode
  /** Twelve. */
  readonly months: readonly PeriodTotals[]
  /** Four. */
  readonly quarters: readonly PeriodTotals[]
  readonly year: PeriodTotals
  /** Accompaniments of each value, by month. */
  readonly values: ReadonlyMap<Dimension, ReadonlyMap<string, readonly number[]>>
}
