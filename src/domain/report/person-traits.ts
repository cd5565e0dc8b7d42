import * as z from 'zod/mini'
import { inseeCodeSchema } from '../territory/commune.ts'
import { codeOf } from './code-of.ts'
import {
  ageRangeLabels,
  formerAgeRangeLabels,
  formerStatusLabels,
  genderLabels,
  statusLabels,
} from './nomenclature.ts'

/** What figures know of a person, as it was on the day of the activity: past figures don't drift (domain.md, "Persons"). */
export const personTraits = {
  commune: z.optional(inseeCodeSchema),
  gender: z.optional(codeOf(genderLabels)),
  ageRange: z.optional(codeOf(ageRangeLabels)),
  status: z.optional(codeOf(statusLabels)),
  /** What an imported report says in the words of the first national tool, for want of a range of today's. */
  formerAgeRange: z.optional(codeOf(formerAgeRangeLabels)),
  formerStatus: z.optional(codeOf(formerStatusLabels)),
}
