import * as z from 'zod/mini'
import { documentIdSchema, opIdSchema, scopeIdSchema } from '../ids.ts'
import type { JsonObject } from '../json.ts'

/** Names of the collections that travel. A new one is added here and in `collections.ts`. */
export const collectionNames = ['report', 'place'] as const
export type CollectionName = (typeof collectionNames)[number]

/** Fields by name; null says that the field is absent. */
const fieldsSchema = z.record(z.string(), z.json()).check(z.refine((fields) => !('__proto__' in fields)))

/**
 * One save of a person, as it travels (sync.md 3.1): the fields that changed, and the values seen before.
 * `collection` is any string here: one that this side doesn't know is decided, not dropped.
 */
export const opSchema = z.object({
  opId: opIdSchema,
  scope: scopeIdSchema,
  collection: z.string().check(z.maxLength(40)),
  id: documentIdSchema,
  kind: z.enum(['put', 'patch', 'delete', 'erase']),
  baseRev: z.int().check(z.minimum(0)),
  set: fieldsSchema,
  base: fieldsSchema,
  /** When the person saved, by the device's clock: informative, decides only which of two values is shown. */
  at: z.iso.datetime({ offset: true }),
})

export interface Op extends Omit<z.infer<typeof opSchema>, 'set' | 'base'> {
  set: JsonObject
  base: JsonObject
}
