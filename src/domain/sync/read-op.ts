import * as z from 'zod/mini'
import { opIdSchema, type OpId } from '../ids.ts'
import { schemaVersion } from './limits.ts'
import { opSchema, type Op } from './op.ts'
import { rejections, type Rejection } from './rejection.ts'

/** What could be read of one op of a push. */
export type ReadOp =
  | { kind: 'op'; op: Op }
  /** Malformed, but it can be answered: a mistake to correct, or something that only a newer server reads. */
  | {
      kind: 'malformed'
      opId: OpId
      verdict: { status: 'rejected'; error: Rejection } | { status: 'deferred' }
    }
  /** Not even an id to answer to: kept in quarantine. */
  | { kind: 'unreadable'; raw: unknown }

/**
 * Reads one op by itself, so that a bad one never costs the others of its push (I12). `schema` is the version that
 * the device wrote with: what a newer one means isn't for this server to refuse.
 */
export function readOp(raw: unknown, schema: number): ReadOp {
  const parsed = opSchema.safeParse(raw)
  if (parsed.success) return { kind: 'op', op: parsed.data }
  const named = z.object({ opId: opIdSchema }).safeParse(raw)
  if (!named.success) return { kind: 'unreadable', raw }
  if (schema > schemaVersion)
    return { kind: 'malformed', opId: named.data.opId, verdict: { status: 'deferred' } }
  const field = parsed.error.issues[0]?.path.join('.')
  const error: Rejection = { code: 'invalid', message: rejections.invalid, ...(field ? { field } : {}) }
  return { kind: 'malformed', opId: named.data.opId, verdict: { status: 'rejected', error } }
}
