import * as z from 'zod/mini'
import { jsonObjectSchema } from '../json.ts'
import { titleSchema } from '../report/common-fields.ts'

/** A report that an advisor begins from again and again, under a name of their own: *permanence du mardi*. */
export const reportModelSchema = z.looseObject({
  name: titleSchema('Donnez un nom au modèle.'),
  /** What the form opens with: fields of a report, not judged before they are filed. */
  fields: jsonObjectSchema,
})
export type ReportModel = z.infer<typeof reportModelSchema>
