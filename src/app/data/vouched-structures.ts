import {
  vouchedDepartmentsSchema,
  vouchedStructuresSchema,
  type VouchedDepartments,
  type VouchedStructures,
} from '../../domain/access/structure-months.ts'
import type { CalendarMonth } from '../../domain/calendar-month.ts'
import type { TeamId } from '../../domain/ids.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'

/** Whose structures: of a team, for who coordinates it, or of a department, for the State. */
export type StructuresOf =
  | { readonly kind: 'team'; readonly id: TeamId }
  | { readonly kind: 'department'; readonly code: DepartmentCode }

export interface VouchedQuestion {
  readonly of: StructuresOf
  readonly month: CalendarMonth
}

/** Which structures vouched for a month, from the server now. */
export async function fetchVouchedStructures(
  question: VouchedQuestion,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<VouchedStructures>> {
  return fetchCounted(fetch, pathOf(question), vouchedStructuresSchema)
}

export const { keep: keepVouchedStructures, readKept: readKeptVouchedStructures } = keptViews<
  VouchedQuestion,
  VouchedStructures
>({
  key: () => 'vouched-structures',
  query: pathOf,
  schema: vouchedStructuresSchema,
})

/** How many structures of each department vouched for a month, from the server now. */
export async function fetchVouchedDepartments(
  month: CalendarMonth,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<VouchedDepartments>> {
  return fetchCounted(fetch, departmentsPath(month), vouchedDepartmentsSchema)
}

export const { keep: keepVouchedDepartments, readKept: readKeptVouchedDepartments } = keptViews<
  CalendarMonth,
  VouchedDepartments
>({
  key: () => 'vouched-departments',
  query: departmentsPath,
  schema: vouchedDepartmentsSchema,
})

function departmentsPath(month: CalendarMonth): string {
  return `/api/state/months/${month}/vouched-by-department`
}

function pathOf({ of, month }: VouchedQuestion): string {
  switch (of.kind) {
    case 'team':
      return `/api/teams/${of.id}/months/${month}/vouched`
    case 'department':
      return `/api/state/months/${month}/vouched?departement=${of.code}`
  }
}
