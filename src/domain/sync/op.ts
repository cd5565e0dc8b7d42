import * as z from 'zod/mini'
import { documentIdSchema, opIdSchema, scopeIdSchema, type OpId } from '../ids.ts'
import { jsonObjectSchema, type JsonObject } from '../json.ts'
import { maxSettledPerOp } from './limits.ts'

/** Names of the collections that travel. A new one is added here and in `collections.ts`. */
export const collectionNames = [
  'report',
  'place',
  'beneficiary',
  'appointment',
  'report-model',
  'absence',
  'report-message',
  'confirmation',
] as const
export type CollectionName = (typeof collectionNames)[number]

/** A field's name is a plain word, and none that every object inherits (`constructor`, `toString`…). */
const isFieldName = (name: string) => /^[A-Za-z]\w{0,59}$/.test(name) && !(name in Object.prototype)

/** Fields by name; null says that the field is absent. */
const fieldsSchema = jsonObjectSchema.check(z.refine((fields) => Object.keys(fields).every(isFieldName)))

/** A device's clock may be off by years and is never refused for it; what no clock shows can't be stored. */
const instantSchema = z.iso.datetime({ offset: true }).check(
  z.refine((text) => {
    const year = new Date(text).getUTCFullYear()
    return year >= 1900 && year < 9999
  }),
)

/**
 * One save of a person, as it travels (sync.md 3.1): the fields that changed, and the values seen before.
 * `collection` is any string here: one that this side doesn't know is decided, not dropped.
 */
export const opSchema = z.object({
  opId: opIdSchema,
  scope: scopeIdSchema,
  collection: z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/)),
  id: documentIdSchema,
  kind: z.enum(['put', 'patch', 'delete', 'erase']),
  baseRev: z.int().check(z.minimum(0)),
  set: fieldsSchema,
  base: fieldsSchema,
  /** When the person saved, by the device's clock: informative, decides only which of two values is shown. */
  at: instantSchema,
  /** Conflicts that this op settles, by their ids, which are those of the ops that lost; null, or nothing, for none. */
  resolves: z.optional(z.nullable(z.array(opIdSchema).check(z.maxLength(maxSettledPerOp)))),
  /**
   * When a server had accepted it, by that server's clock, and whether it left a conflict: only of an op that comes
   * again since that server was restored from before it. What comes again in any order is put back in its own
   * (sync.md 3.4, decide 11).
   */
  accepted: z.optional(z.object({ at: instantSchema, contested: z.boolean() })),
})

export interface Op extends Omit<z.infer<typeof opSchema>, 'set' | 'base' | 'resolves' | 'accepted'> {
  set: JsonObject
  base: JsonObject
  resolves?: readonly OpId[] | null | undefined
  accepted?: Accepted | undefined
}

/** What a server that is gone had decided of an op. */
export interface Accepted {
  readonly at: string
  readonly contested: boolean
}
