import { departmentCodes, type DepartmentCode } from '../../domain/territory/departments.ts'

/** Of what counts in no department. */
const nowhere = -1

/** A department as the copy's rows know it: its place among all of them. */
export function departmentNumber(code: DepartmentCode | undefined): number {
  return code === undefined ? nowhere : departmentCodes.indexOf(code)
}

/** A department that is asked for as slices know it, from 1 on: 0 is what counts in none. Undefined for everywhere. */
export function askedDepartment(code: DepartmentCode | undefined): number | undefined {
  return code === undefined ? undefined : departmentNumber(code) + 1
}
