import { frenchDayOf } from '../../domain/calendar-day.ts'
import type { PersonId, ScopeId } from '../../domain/ids.ts'
import type { PullAnswer, PullRequest } from '../../domain/sync/wire.ts'
import { noteMismatches } from '../store/digest-mismatches.ts'
import { headsOf, type ScopeHead } from '../store/sync-changes.ts'
import { noteDevice } from '../store/sync-devices.ts'
import { readStanding, type KnownDevice, type Standing } from '../store/sync-standing.ts'
import type { Db } from '../store/tables.ts'
import { retriedRead, snapshotRead } from '../store/transaction.ts'
import { isNews } from './device-news.ts'
import { fillPage, isIdle } from './fill-page.ts'
import { requireOwnSender, requireStanding } from './require-standing.ts'
import type { SyncService } from './sync-service.ts'

/**
 * One page of what changed in the person's own scopes since the device's cursors (sync.md 3.5). The list of grants is
 * complete on every page. Where nothing changed, who asks and the heads are all that is read; a page with something on
 * it comes from one picture of the database.
 *
 * @param known what was read of who asks with their session, where their device is the one that the session is bound to
 */
export async function pullChanges(
  sync: SyncService,
  person: PersonId,
  request: PullRequest,
  known?: Standing,
): Promise<PullAnswer> {
  requireOwnSender(person, request)
  const { answer, device } =
    (await readIdlePage(sync, person, request, known)) ??
    (await snapshotRead(sync.store, (tx) => readPage(tx, sync, person, request)))
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

interface ReadPage {
  readonly answer: PullAnswer
  readonly device: KnownDevice | undefined
}

/** Undefined where something is to be told. */
async function readIdlePage(
  sync: SyncService,
  person: PersonId,
  request: PullRequest,
  known: Standing | undefined,
): Promise<ReadPage | undefined> {
  const standing = known?.device
    ? known
    : await retriedRead(sync.store, (db) => readStanding(db, person, request.deviceId))
  requireStanding(standing, person, request, { newDevice: true })
  const heads = await sync.heads(scopesOf(standing))
  return isIdle(standing.grants, heads, request)
    ? pageOf(sync.store.db, sync, { standing, heads }, request)
    : undefined
}

async function readPage(
  tx: Db,
  sync: SyncService,
  person: PersonId,
  request: PullRequest,
): Promise<ReadPage> {
  const standing = await readStanding(tx, person, request.deviceId)
  requireStanding(standing, person, request, { newDevice: true })
  const heads = await headsOf(tx, scopesOf(standing))
  return pageOf(tx, sync, { standing, heads }, request)
}

function scopesOf({ grants }: Standing): ScopeId[] {
  return grants.map(({ scope }) => scope)
}

async function pageOf(
  db: Db,
  sync: SyncService,
  { standing, heads }: { standing: Standing; heads: ReadonlyMap<ScopeId, ScopeHead> },
  request: PullRequest,
): Promise<ReadPage> {
  const { epoch, device, grants } = standing
  const now = sync.clock()
  const page = await fillPage(db, { grants, today: frenchDayOf(now) }, heads, request)
  const served = sync.servedApp === undefined ? {} : { app: sync.servedApp }
  return { answer: { epoch, serverTime: now.toISOString(), ...page, ...served }, device }
}

function noteOf(person: PersonId, request: PullRequest, now: Date) {
  const { deviceId: device, app, queued, queuedByScope, scopes } = request
  const cursors = Object.fromEntries(Object.entries(scopes).map(([scope, { since }]) => [scope, since]))
  return { device, person, app, queued, queuedByScope, cursors, at: now.toISOString() }
}
