import { version } from 'uuid'
import { sentLogDays } from '../../domain/sync/limits.ts'
import type { Epoch } from '../../domain/ids.ts'
import { notBackSince, sentAgainSince, type NotBack, type SentAgain } from '../store/after-restore.ts'
import type { Db } from '../store/tables.ts'

/** How far a restore has healed: what devices have sent again, and those that are still to come. */
export interface AfterRestore {
  /** When the epoch was opened. */
  readonly since: string
  readonly sentAgain: readonly SentAgain[]
  readonly notBack: readonly NotBack[]
}

/**
 * How far the restore that opened an epoch has healed; undefined where nothing was restored, or longer ago than devices
 * keep what they sent.
 */
export async function readAfterRestore(db: Db, epoch: Epoch, now: Date): Promise<AfterRestore | undefined> {
  if (isFirst(epoch)) return undefined
  const opened = openedAt(epoch)
  const kept = sentLogDays * 86_400_000
  if (now.getTime() - opened > kept) return undefined
  const since = new Date(opened).toISOString()
  const seenAfter = new Date(opened - kept).toISOString()
  const sentAgain = await sentAgainSince(db, since)
  const notBack = await notBackSince(db, { since, seenAfter })
  return sentAgain.length + notBack.length === 0 ? undefined : { since, sentAgain, notBack }
}

/** A new database takes a UUIDv4, which tells no hour: only `npm run new-epoch` opens a UUIDv7. */
function isFirst(epoch: Epoch): boolean {
  return version(epoch) !== 7
}

/** An epoch that was opened is a UUIDv7: its first 48 bits are the hour at which it was made, in ms. */
function openedAt(epoch: Epoch): number {
  return parseInt(epoch.replaceAll('-', '').slice(0, 12), 16)
}

/** In lines for those who run the server; it names people. */
export function afterRestoreLines({ since, sentAgain, notBack }: AfterRestore): string[] {
  const ops = sentAgain.reduce((sum, device) => sum + device.ops, 0)
  return [
    `Depuis la restauration, le ${hourOf(since)} :`,
    `  enregistrements renvoyés : ${ops}, par ${sentAgain.length} appareil${sentAgain.length > 1 ? 's' : ''}`,
    ...sentAgain.map((one) => `    ${nameOf(one)} : ${one.ops}, le dernier le ${hourOf(one.lastAt)}`),
    `  appareils connus de la sauvegarde et pas encore revenus : ${notBack.length}`,
    ...notBack.map((one) => `    ${nameOf(one)} : vu le ${hourOf(one.lastSeen)}, ${waiting(one)}`),
  ]
}

function nameOf({ name, email }: { name: string; email: string }): string {
  return `${name || email} <${email}>`
}

function waiting({ queued }: NotBack): string {
  return queued === 0 ? 'rien en attente alors' : `${queued} en attente alors`
}

function hourOf(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' à ')} UTC`
}
