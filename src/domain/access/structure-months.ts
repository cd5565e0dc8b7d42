import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { calendarMonthSchema } from '../calendar-month.ts'
import { structureIdSchema } from '../ids.ts'
import { monthStandings } from '../seal/month-standing.ts'
import { monthFiguresSchema } from '../seal/month-figures.ts'
import { reportChangeSchema } from '../seal/since-sealed.ts'
import {
  reservationSchema,
  reservationsMost,
  sealLineSchema,
  vouchedMonthSchema,
} from '../seal/seal-content.ts'
import { sealCodeSchema } from '../seal/seal-code.ts'

const standingSchema = z.enum(monthStandings)

/** Ids of seals are made by who vouches, so that the same word sent twice is given once. */
export const sealIdSchema = z.uuid().check(z.toLowerCase()).brand<'SealId'>()
export type SealId = z.infer<typeof sealIdSchema>

/** A structure's months, the latest first. */
export const structureMonthsSchema = z.object({
  countedAt: z.iso.datetime(),
  months: z.array(
    z.object({
      month: calendarMonthSchema,
      standing: standingSchema,
      vouchableFrom: calendarDaySchema,
      /** When it was last vouched for, and by whom; null where it wasn't. */
      sealedAt: z.nullable(z.iso.datetime()),
      byName: z.nullable(z.string()),
    }),
  ),
})
export type StructureMonths = z.infer<typeof structureMonthsSchema>
export type StructureMonth = StructureMonths['months'][number]

/** A seal of a month, as its structure reads it. */
const givenSealSchema = z.object({
  id: sealIdSchema,
  code: sealCodeSchema,
  number: z.int(),
  sealedAt: z.iso.datetime(),
  byName: z.string(),
  totals: monthFiguresSchema,
  reservations: z.array(reservationSchema),
})
export type GivenSeal = z.infer<typeof givenSealSchema>

/** All that one reads of a month before vouching for it, and what was vouched for already. */
export const monthToVouchSchema = z.object({
  countedAt: z.iso.datetime(),
  standing: standingSchema,
  vouchableFrom: calendarDaySchema,
  read: vouchedMonthSchema,
  /** What one vouches for, in one sum: sent back with one's word. */
  seen: z.string(),
  /** The latest first. */
  seals: z.array(givenSealSchema),
  /** What became of reports since the last seal; `left` are those that aren't told one by one. */
  changes: z.object({ reports: z.array(reportChangeSchema), left: z.int(), figures: monthFiguresSchema }),
})
export type MonthToVouch = z.infer<typeof monthToVouchSchema>

/** Changes told one by one, at most: past that they are counted. */
export const changesMost = 200

export const vouchRequestSchema = z.object({
  id: sealIdSchema,
  /** As the month was read. */
  seen: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  reservations: z.array(reservationSchema).check(z.maxLength(reservationsMost)),
})
export type VouchRequest = z.infer<typeof vouchRequestSchema>

/** What anybody who has a code is told: never a figure, never a name of a person. */
export const verifiedSealSchema = z.object({
  structureName: z.string(),
  month: calendarMonthSchema,
  sealedOn: calendarDaySchema,
  number: z.int(),
  /** The beginning of what every report sums to: the same is printed on the attestation. */
  sum: z.string(),
  /** Whether the content is what was signed, by a key of this server. */
  isGenuine: z.boolean(),
  /** Whether every report is as it was. */
  holds: z.boolean(),
  /** Whether the month was vouched for again since. */
  isReplaced: z.boolean(),
})
export type VerifiedSeal = z.infer<typeof verifiedSealSchema>

/** The keys that seals are verified with, those that sign no more too. */
export const sealKeysSchema = z.object({
  keys: z.array(
    z.object({
      id: z.string(),
      algorithm: z.literal('Ed25519'),
      /** SPKI, as PEM. */
      publicKey: z.string(),
      since: z.iso.datetime(),
    }),
  ),
})
export type SealKeys = z.infer<typeof sealKeysSchema>

/** A seal as a file, to be verified without the server. */
export const sealFileSchema = z.object({
  format: z.literal('espace-coop-seal'),
  /** What is signed, as a text: its very bytes, in UTF-8. */
  content: z.string(),
  /** Ed25519, in base64. */
  signature: z.string(),
  key: z.string(),
})
export type SealFile = z.infer<typeof sealFileSchema>

/** Whether a month is vouched for, by structure, for who coordinates a team and for the State: no figure of it. */
export const vouchedStructuresSchema = z.object({
  countedAt: z.iso.datetime(),
  month: calendarMonthSchema,
  structures: z.array(
    z.object({
      id: structureIdSchema,
      name: z.string(),
      /** When it was last; null where it wasn't. */
      sealedOn: z.nullable(calendarDaySchema),
    }),
  ),
})
export type VouchedStructures = z.infer<typeof vouchedStructuresSchema>

/** How many structures vouched for a month, by department, for the State: of its remit. */
export const vouchedDepartmentsSchema = z.object({
  countedAt: z.iso.datetime(),
  month: calendarMonthSchema,
  departments: z.array(
    z.object({
      /** Null for structures of which it isn't known. */
      department: z.nullable(z.string()),
      /** With an advisor in the month. */
      structures: z.number(),
      /** Of them. */
      vouched: z.number(),
    }),
  ),
})
export type VouchedDepartments = z.infer<typeof vouchedDepartmentsSchema>
export type VouchedDepartment = VouchedDepartments['departments'][number]

/** What an advisor's structures vouched for of them: their own line, and reservations on it. */
export const ownVouchedSchema = z.object({
  months: z.array(
    z.object({
      structureName: z.string(),
      month: calendarMonthSchema,
      sealedAt: z.iso.datetime(),
      byName: z.string(),
      line: sealLineSchema,
      /** On their line, or on the whole month. */
      reservations: z.array(z.string()),
    }),
  ),
})
export type OwnVouched = z.infer<typeof ownVouchedSchema>
