import * as z from 'zod/mini'
import { contractDatesSchema } from '../access/signed-in-person.ts'
import {
  deviceIdSchema,
  documentIdSchema,
  epochSchema,
  opIdSchema,
  personIdSchema,
  scopeIdSchema,
  structureIdSchema,
} from '../ids.ts'
import { jsonObjectSchema } from '../json.ts'
import { maxMismatches, maxOpsPerPush, maxPullPage } from './limits.ts'

/** Messages of the wire, version 1 (sync.md 3.3). Both sides parse what they receive by these. */

const seqSchema = z.int().check(z.minimum(0))
const digestSchema = z.string().check(z.regex(/^\d{1,20}$/))
/** Whole numbers that a column of four bytes holds. */
const maxCount = 2_147_483_647

const queuedCount = z.int().check(z.minimum(0), z.maximum(maxCount))

/** What waits on the device, by scope; a scope that isn't named has nothing. An older build doesn't say it. */
const queuedByScope = z.optional(z.record(z.string(), queuedCount))

/** Every request names the device and its local user: another session is answered `wrong-user` (I16). */
const senderFields = {
  protocol: z.int(),
  epoch: z.nullable(epochSchema),
  deviceId: deviceIdSchema,
  user: personIdSchema,
  schema: z.int().check(z.minimum(1), z.maximum(maxCount)),
  /** Version of the app's build, so that a server can tell a tab of yesterday. */
  app: z.string().check(z.regex(/^[\w.+-]{0,40}$/)),
}

/** Ops are parsed one by one: a bad one never costs the others of its push (I12). */
export const pushRequestSchema = z.object({
  ...senderFields,
  sentAt: z.iso.datetime({ offset: true }),
  queued: queuedCount,
  queuedByScope,
  ops: z.array(z.unknown()).check(z.maxLength(maxOpsPerPush)),
})
export type PushRequest = z.infer<typeof pushRequestSchema>

export const wireDocumentSchema = z.object({
  scope: scopeIdSchema,
  collection: z.string(),
  id: documentIdSchema,
  rev: z.int(),
  seq: seqSchema,
  state: z.enum(['live', 'deleted', 'erased']),
  schema: z.int(),
  /** Only of a live document. */
  body: z.optional(jsonObjectSchema),
  /** Of a live document without body: it says who somebody is, and its scope is closed (sync.md 3.1). */
  withheld: z.optional(z.literal(true)),
})
export type WireDocument = z.infer<typeof wireDocumentSchema>

export const wireConflictSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['field', 'delete-vs-edit', 'invalid-merge']),
  lost: jsonObjectSchema,
})
export type WireConflict = z.infer<typeof wireConflictSchema>

/**
 * A conflict as a pull tells it to every device of its author, at the place in the scope's order where it was opened
 * or settled (sync.md 3.5). The values that lost come with an open one only.
 */
export const pulledConflictSchema = z.object({
  scope: scopeIdSchema,
  collection: z.string(),
  docId: documentIdSchema,
  seq: seqSchema,
  id: opIdSchema,
  kind: wireConflictSchema.shape.kind,
  open: z.boolean(),
  lost: z.optional(jsonObjectSchema),
  at: z.iso.datetime(),
})
export type PulledConflict = z.infer<typeof pulledConflictSchema>

const decidedStatus = z.enum(['applied', 'merged', 'conflict', 'rejected'])

export const wireErrorSchema = z.object({
  code: z.string(),
  field: z.optional(z.string()),
  message: z.string(),
})
export type WireError = z.infer<typeof wireErrorSchema>

export const opResultSchema = z.object({
  opId: opIdSchema,
  status: z.enum(['applied', 'merged', 'conflict', 'rejected', 'duplicate', 'need-full', 'deferred']),
  /** Of a duplicate: what was decided the first time. */
  was: z.optional(decidedStatus),
  doc: z.optional(wireDocumentSchema),
  conflict: z.optional(wireConflictSchema),
  error: z.optional(wireErrorSchema),
  /** When it was accepted first; absent where an older server answers, or had accepted it. */
  at: z.optional(z.iso.datetime()),
})
export type OpResult = z.infer<typeof opResultSchema>

export const pushAnswerSchema = z.object({
  epoch: epochSchema,
  serverTime: z.iso.datetime(),
  results: z.array(opResultSchema),
})
export type PushAnswer = z.infer<typeof pushAnswerSchema>

/** A digest that a device and the server don't agree on, with both sums, in decimal (sync.md 3.6). */
export const digestMismatchSchema = z.object({
  scope: scopeIdSchema,
  head: seqSchema,
  ours: digestSchema,
  theirs: digestSchema,
})
export type DigestMismatch = z.infer<typeof digestMismatchSchema>

export const pullRequestSchema = z.object({
  ...senderFields,
  /** What this device found since it last reported; each once, or again where the answer was lost. */
  mismatches: z.optional(z.array(digestMismatchSchema).check(z.maxLength(maxMismatches))),
  queued: z.optional(queuedCount),
  queuedByScope,
  limit: z.int().check(z.minimum(1), z.maximum(maxPullPage)),
  maxBytes: z.int().check(z.minimum(1_000), z.maximum(4_000_000)),
  /** `asOf` is the head at which a rebuild began; outside a rebuild it is `since`. */
  scopes: z.record(z.string(), z.object({ since: seqSchema, asOf: seqSchema })),
})
export type PullRequest = z.infer<typeof pullRequestSchema>

/**
 * What a person files by in a scope, so that a contract that was renewed or corrected counts after one sync. Absent where
 * an older server answers; the post and its structure, where the scope is nobody's post. Codes are plain text: a post
 * that a device doesn't know must not cost it the page.
 */
const postFields = {
  contracts: z.optional(z.array(contractDatesSchema)),
  /** Ninety days have passed since the last contract: nothing more is taken, and people's names are not told. */
  closed: z.optional(z.boolean()),
  role: z.optional(z.string()),
  structureId: z.optional(structureIdSchema),
  structureCommune: z.optional(z.nullable(z.string())),
}

export const grantSchema = z.object({
  scope: scopeIdSchema,
  canWrite: z.boolean(),
  head: seqSchema,
  horizon: seqSchema,
  digest: digestSchema,
  reset: z.boolean(),
  /** What the person knows the scope by: the host structure's name. */
  label: z.string(),
  ...postFields,
})
export type Grant = z.infer<typeof grantSchema>

export const pullAnswerSchema = z.object({
  epoch: epochSchema,
  serverTime: z.iso.datetime(),
  /** Complete on every page: what isn't in it isn't granted. */
  grants: z.array(grantSchema),
  changes: z.array(wireDocumentSchema),
  /** Absent where an older server answers. */
  conflicts: z.optional(z.array(pulledConflictSchema)),
  next: z.record(z.string(), z.object({ seq: seqSchema, done: z.boolean() })),
  more: z.boolean(),
  /** Version of the app that the server serves now. */
  app: z.optional(z.string()),
})
export type PullAnswer = z.infer<typeof pullAnswerSchema>

const wholeNumberText = z.string().check(z.regex(/^\d{1,9}$/))

/** The sender as the query of `recent` says it; without an epoch for a new device. */
export const recentQuerySchema = z.object({
  protocol: wholeNumberText,
  epoch: z.optional(epochSchema),
  deviceId: deviceIdSchema,
  user: personIdSchema,
  schema: wholeNumberText,
  app: senderFields.app,
})
export type RecentQuery = z.infer<typeof recentQuerySchema>

/** Writes the query of `recent`. */
export function recentQuery(sender: Pick<PullRequest, keyof typeof senderFields>): Record<string, string> {
  const { protocol, epoch, deviceId, user, schema, app } = sender
  const texts = { protocol: String(protocol), deviceId, user, schema: String(schema), app }
  return epoch === null ? texts : { ...texts, epoch }
}

/** Answer of `recent`: the newest documents, applied by the same rule without moving a cursor. */
export const recentAnswerSchema = z.object({
  epoch: epochSchema,
  serverTime: z.iso.datetime(),
  documents: z.array(wireDocumentSchema),
})
export type RecentAnswer = z.infer<typeof recentAnswerSchema>

/** A person's own devices, the one seen last first. */
export const devicesAnswerSchema = z.object({
  devices: z.array(
    z.object({
      deviceId: deviceIdSchema,
      app: z.nullable(z.string()),
      /** Ops that waited on it at its last contact. */
      queued: z.nullable(z.int()),
      lastSeen: z.nullable(z.iso.datetime()),
      revokedAt: z.nullable(z.iso.datetime()),
    }),
  ),
})
export type DevicesAnswer = z.infer<typeof devicesAnswerSchema>
