import { absenceSchema } from '../absence/absence.ts'
import { appointmentSchema } from '../appointment/appointment.ts'
import { beneficiarySchema } from '../beneficiary/beneficiary.ts'
import { confirmationSchema } from '../confirmation/confirmation.ts'
import type { JsonObject } from '../json.ts'
import { placeSchema } from '../place/place.ts'
import { reportMessageSchema } from '../report-message/report-message.ts'
import { reportModelSchema } from '../report-model/report-model.ts'
import { reportSchema } from '../report/report.ts'
import { collectionNames, type CollectionName } from './op.ts'
import { rejections } from './rejection.ts'

export type Validity = { valid: true } | { valid: false; field: string; message: string }

/**
 * What a document of each collection must be. Apart from `collections.ts`: only whoever decides needs the schemas, and
 * a phone's first visit doesn't carry them.
 */
export const schemas = {
  report: reportSchema,
  place: placeSchema,
  beneficiary: beneficiarySchema,
  appointment: appointmentSchema,
  'report-model': reportModelSchema,
  absence: absenceSchema,
  'report-message': reportMessageSchema,
  confirmation: confirmationSchema,
} satisfies Readonly<Record<CollectionName, Schema>>

/** Whether a body is a document of its collection, and which field isn't as it should be. */
export function validateBody(collection: string, body: JsonObject): Validity {
  const known = collectionNames.find((candidate) => candidate === collection)
  const schema: Schema | undefined = known && schemas[known]
  return schema ? validity(schema.safeParse(body, inFrench)) : { valid: true }
}

/** What is said of a field whose schema has no sentence of its own: zod's own are in English. */
const inFrench = { error: () => rejections.invalid }

interface Schema {
  safeParse(body: JsonObject, params: typeof inFrench): Parsed
}

interface Parsed {
  readonly success: boolean
  readonly error?:
    | { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }
    | undefined
}

function validity(parsed: Parsed): Validity {
  const issue = parsed.error?.issues[0]
  if (parsed.success || !issue) return { valid: true }
  return { valid: false, field: issue.path.map(String).join('.'), message: issue.message }
}
