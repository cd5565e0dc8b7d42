import * as z from 'zod/mini'
import { codeOf, codesOf } from './code-of.ts'
import { commonFields } from './common-fields.ts'
import { mediationFields, procedureFitsThemes } from './mediation-fields.ts'
import { autonomyLabels, orientationLabels, unmetNeedLabels } from './nomenclature.ts'
import { reportBeneficiarySchema } from './report-beneficiary.ts'

/**
 * Report of one person helped, as stored and as sent. Loose: fields of a newer version are kept (I18). An optional
 * field that is not known is absent, never null.
 */
export const individuelSchema = z
  .looseObject({
    kind: z.literal('individuel'),
    ...commonFields,
    ...mediationFields,
    beneficiary: reportBeneficiarySchema,
    autonomy: z.optional(codeOf(autonomyLabels)),
    oriented: z.optional(z.boolean()),
    orientation: z.optional(codeOf(orientationLabels)),
    unmetNeeds: z.optional(codesOf(unmetNeedLabels)),
  })
  .check(
    procedureFitsThemes,
    z.refine((report) => report.oriented === true || report.orientation === undefined, {
      error: 'L’orientation ne se précise que si la personne a été orientée.',
      path: ['orientation'],
    }),
  )
export type Individuel = z.infer<typeof individuelSchema>
