import { frenchDayOf } from '../../domain/calendar-day.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { PullAnswer, PullRequest } from '../../domain/sync/wire.ts'
import { noteMismatches } from '../store/digest-mismatches.ts'
import { headsOf } from '../store/sync-changes.ts'
import { noteDevice } from '../store/sync-devices.ts'
import { readStanding, type KnownDevice } from '../store/sync-standing.ts'
import type { Db } from '../store/tables.ts'
import { snapshotRead } from '../store/transaction.ts'
import { fillPage } from './fill-page.ts'
import { requireOwnSender, requireStanding } from './require-standing.ts'
import type { SyncService } from './sync-service.ts'

/**
 * One page of what changed in the person's own scopes since the device's cursors, read from one picture of the
 * database (sync.md 3.5). The list of grants is complete on every page.
 */
export async function pullChanges(
  sync: SyncService,
  person: PersonId,
  request: PullRequest,
): Promise<PullAnswer> {
  requireOwnSender(person, request)
  const { answer, device } = await snapshotRead(sync.store, (tx) => readPage(tx, sync, person, request))
  const note = noteOf(person, request, sync.clock())
  if (isNews(note, device)) sync.background.begin('note-device', () => noteDevice(sync.store.db, note))
  if (request.mismatches?.length)
    sync.background.begin('note-mismatches', () => report(sync, person, request))
  return answer
}

/** Expected never to happen: each is a bug of one side, which a rebuild has healed meanwhile (sync.md 3.6). */
async function report(sync: SyncService, person: PersonId, request: PullRequest): Promise<void> {
  const { deviceId: device, app, mismatches = [] } = request
  const by = { person, device, app, at: sync.clock().toISOString() }
  const found = await noteMismatches(sync.store.db, by, mismatches)
  if (found > 0) sync.log.warn({ found, app }, 'A device and this server differ on the sum of a scope')
}

async function readPage(
  tx: Db,
  sync: SyncService,
  person: PersonId,
  request: PullRequest,
): Promise<{ answer: PullAnswer; device: KnownDevice | undefined }> {
  const standing = await readStanding(tx, person, request.deviceId)
  requireStanding(standing, person, request, { newDevice: true })
  const heads = await headsOf(
    tx,
    standing.grants.map(({ scope }) => scope),
  )
  const now = sync.clock()
  const { grants } = standing
  const page = await fillPage(tx, { grants, today: frenchDayOf(now) }, heads, request)
  const answer = {
    epoch: standing.epoch,
    serverTime: now.toISOString(),
    ...page,
    ...(sync.servedApp === undefined ? {} : { app: sync.servedApp }),
  }
  return { answer, device: standing.device }
}

function noteOf(person: PersonId, request: PullRequest, now: Date) {
  const { deviceId: device, app, queued, scopes } = request
  const cursors = Object.fromEntries(Object.entries(scopes).map(([scope, { since }]) => [scope, since]))
  return { device, person, app, queued, cursors, at: now.toISOString() }
}

/** A device that polls each minute and has nothing new to say is written down every ten minutes. */
const noteEveryMs = 600_000

function isNews(note: ReturnType<typeof noteOf>, known: KnownDevice | undefined): boolean {
  if (!known?.lastSeen || known.app !== note.app) return true
  if (note.queued !== undefined && note.queued !== known.queued) return true
  if (Date.parse(note.at) - Date.parse(known.lastSeen) >= noteEveryMs) return true
  const scopes = Object.keys(note.cursors)
  return scopes.some((scope) => note.cursors[scope] !== known.cursors?.[scope])
}
