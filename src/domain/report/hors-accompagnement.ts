import * as z from 'zod/mini'
import { otherTimeLabels } from './activity-nomenclature.ts'
import { activityPlaceSchema } from './activity-place.ts'
import { codeOf } from './code-of.ts'
import { commonFields, titleSchema } from './common-fields.ts'
import { minutesSchema } from './minutes.ts'

/**
 * Time that accompanies nobody: what the host structure's commitments on training and on the community are shown by
 * (domain.md, "Kinds of activity").
 */
export const horsAccompagnementSchema = z.looseObject({
  kind: z.literal('hors_accompagnement'),
  ...commonFields,
  minutes: minutesSchema,
  activity: codeOf(otherTimeLabels),
  title: z.optional(titleSchema('Donnez un titre.')),
  place: z.optional(activityPlaceSchema),
})
export type HorsAccompagnement = z.infer<typeof horsAccompagnementSchema>
