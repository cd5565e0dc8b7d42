import * as z from 'zod/mini'
import { dimensions } from './dimensions.ts'

export const datasetNames = ['totaux', 'repartitions'] as const
export type DatasetName = (typeof datasetNames)[number]

const department = z.string().check(z.regex(/^(\d{2}|2[AB]|9[78]\d)$/))

/** A month, a quarter or a year: `2025-03`, `2025-T1`, `2025`. Those of one series never overlap. */
export const periodPattern = /^\d{4}(-(0[1-9]|1[0-2])|-T[1-4])?$/
const period = z.string().check(z.regex(periodPattern))

/** Null where it is hidden. */
const shown = z.nullable(z.int().check(z.minimum(0)))

export const totalsRowSchema = z.object({
  department,
  period,
  activities: shown,
  accompaniments: shown,
  minutes: shown,
  beneficiaries: shown,
})
export type TotalsRow = z.infer<typeof totalsRowSchema>

export const breakdownRowSchema = z.object({
  department,
  period,
  dimension: z.enum(dimensions),
  value: z.string(),
  accompaniments: shown,
})
export type BreakdownRow = z.infer<typeof breakdownRowSchema>
