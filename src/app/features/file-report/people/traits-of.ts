import { ageRangeAt } from '../../../../domain/beneficiary/age-range-at.ts'
import type { Beneficiary } from '../../../../domain/beneficiary/beneficiary.ts'
import { calendarDaySchema } from '../../../../domain/calendar-day.ts'

/** What figures know of a person on a day, as the form holds it: the age range by the year of birth where it is known. */
export function traitsOf({ birthYear, ageRange, gender, status, commune }: Beneficiary, date: string) {
  const day = calendarDaySchema.safeParse(date).data
  const known = birthYear !== undefined && day ? ageRangeAt(birthYear, day) : undefined
  return {
    commune: commune ?? '',
    gender: gender ?? '',
    ageRange: known ?? ageRange ?? '',
    status: status ?? '',
  }
}
