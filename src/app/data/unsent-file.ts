import * as z from 'zod/mini'
import { personIdSchema, type PersonId } from '../../domain/ids.ts'
import { opSchema } from '../../domain/sync/op.ts'
import type { PendingOp } from '../../domain/sync/pending-op.ts'
import type { Draft } from './draft.ts'
import { keptDraftSchema } from './draft-safety.ts'

/** What a device holds that the server doesn't have, as a file: the last resort of a person whose device can't send. */
export interface UnsentFile {
  /** Whose it is: nobody else can take it back. */
  readonly person: PersonId
  /** Ops of the queue and of withdrawn scopes. */
  readonly waiting: readonly PendingOp[]
  readonly orphans: readonly PendingOp[]
  readonly drafts: readonly Draft[]
}

const format = 'espace-coop-unsent'
const version = 1

export function unsentFileText(file: UnsentFile): string {
  return JSON.stringify({ format, version, ...file }, null, 2)
}

/**
 * - unreadable: not such a file, or a damaged one;
 * - newer: written by a version of the app that this one doesn't know;
 * - other-person: somebody else's.
 */
export type UnsentFileRefusal = 'unreadable' | 'newer' | 'other-person'

export type ReadUnsentFile = { ok: true; file: UnsentFile } | { ok: false; reason: UnsentFileRefusal }

/** Reads the text of such a file for a person: all of it, or nothing. */
export function readUnsentFile(text: string, person: PersonId): ReadUnsentFile {
  const json = jsonOf(text)
  const head = headSchema.safeParse(json)
  if (!head.success) return { ok: false, reason: 'unreadable' }
  if (head.data.version > version) return { ok: false, reason: 'newer' }
  if (head.data.person !== person) return { ok: false, reason: 'other-person' }
  const parsed = fileSchema.safeParse(json)
  return parsed.success ? { ok: true, file: parsed.data } : { ok: false, reason: 'unreadable' }
}

const headSchema = z.object({
  format: z.literal(format),
  version: z.int().check(z.minimum(1)),
  person: personIdSchema,
})

/** What held an op back was between that device and the server, and stays there. */
const waitingOpSchema = z.extend(opSchema, {
  n: z.int(),
  frozen: z.boolean(),
  rejected: z.exactOptional(
    z.object({ code: z.string(), field: z.exactOptional(z.string()), message: z.string() }),
  ),
  quarantined: z.exactOptional(z.literal(true)),
})

const fileSchema = z.object({
  person: personIdSchema,
  waiting: z.array(waitingOpSchema),
  orphans: z.array(waitingOpSchema),
  drafts: z.array(keptDraftSchema),
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Whatever it is, it isn't such a file.
    return undefined
  }
}
