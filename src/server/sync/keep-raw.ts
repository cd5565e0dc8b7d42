import * as z from 'zod/mini'
import { CodedError } from '../../domain/errors.ts'
import { personIdSchema, type DeviceId, type PersonId } from '../../domain/ids.ts'
import { maxRawBytes, maxRawOfDevice, maxRawOfPerson } from '../../domain/sync/limits.ts'
import { erasedAmong } from '../store/sync-erasure.ts'
import { quarantine, quarantinedSince, type QuarantinedText } from '../store/sync-quarantine.ts'
import type { Db } from '../store/tables.ts'
import { retriedRead } from '../store/transaction.ts'
import type { SyncService } from './sync-service.ts'

const day = 86_400_000

/**
 * Keeps what a device couldn't send otherwise, whatever it is: the last resort of a client that push refuses, so that
 * a person's text is on the server in any case (sync.md 3.3). A text that names another person is of another's device
 * (I16): kept under this session, its author's erasures would never find it.
 */
export async function keepRaw(
  sync: SyncService,
  person: PersonId,
  device: DeviceId | null,
  raw: unknown,
): Promise<void> {
  if (Buffer.byteLength(JSON.stringify(raw)) > maxRawBytes) {
    throw new CodedError('too-large', { maxBytes: maxRawBytes })
  }
  if (isOfAnother(raw, person)) throw new CodedError('wrong-user')
  const now = sync.clock()
  const since = new Date(now.getTime() - day).toISOString()
  await retriedRead(sync.store, async (db) => {
    const { ofPerson, ofDevice } = await quarantinedSince(db, person, device, since)
    if (ofDevice >= maxRawOfDevice || ofPerson >= maxRawOfPerson) {
      throw new CodedError('too-many-requests', { retryAfter: 3600 })
    }
    await keepUnerased(db, { person, device, raw, reason: 'raw', at: now.toISOString() })
  })
}

/** Keeps a text without what is of an erased document: a late device may still have sent it (I27). */
export async function keepUnerased(db: Db, text: QuarantinedText): Promise<void> {
  const named = idsNamedIn(text.raw)
  const erased = named.length === 0 ? new Set<string>() : await erasedAmong(db, text.person, named)
  const raw = withoutMentionsOf(text.raw, erased)
  if (raw !== undefined) await quarantine(db, { ...text, raw })
}

function isOfAnother(raw: unknown, person: PersonId): boolean {
  const named = z.object({ user: personIdSchema }).safeParse(raw)
  return named.success && named.data.user !== person
}

const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

function idsNamedIn(raw: unknown): string[] {
  return [...new Set(textOf(raw).match(anyId))]
}

/** What is left of a text: the ops that name nothing erased, or the whole where it isn't made of ops. */
function withoutMentionsOf(raw: unknown, erased: ReadonlySet<string>): unknown {
  const isClean = (part: unknown) => !idsNamedIn(part).some((id) => erased.has(id))
  if (erased.size === 0 || isClean(raw)) return raw
  const batch = z.looseObject({ ops: z.array(z.unknown()) }).safeParse(raw)
  if (!batch.success) return undefined
  const rest = { ...batch.data, ops: batch.data.ops.filter(isClean) }
  return rest.ops.length > 0 && isClean(rest) ? rest : undefined
}

function textOf(raw: unknown): string {
  return JSON.stringify(raw).toLowerCase()
}
