import { describe, expect, test } from 'vitest'
import { aReport } from '../../builders/a-report.ts'
import { documentHash } from '../../../src/domain/sync/digest.ts'
import { pullRequestSchema } from '../../../src/domain/sync/wire.ts'
import { eraseDocument } from '../../../src/app/data/erase-document.ts'
import { readMeta } from '../../../src/app/data/meta.ts'
import { readSyncStatus } from '../../../src/app/data/sync-status.ts'
import { saveDraft } from '../../../src/app/data/drafts.ts'
import type { TestDevice } from './a-device.ts'
import {
  bodyOnServer,
  fileOnServer,
  gate,
  laptop,
  newWorldForEachTest,
  phone,
  scope,
  server,
  sharedReport,
} from './sync-world.ts'

newWorldForEachTest()

describe('the server’s history', () => {
  test('I23 what a restore lost is sent again under the same ids', async () => {
    const kept = await sharedReport({ notes: 'gardé' })
    const backup = server.backup()
    const lost = await phone.files({ notes: 'perdu' })
    await phone.edits(kept, { minutes: 90 })
    await phone.settles()
    const ids = server.scope(scope).history.map(({ opId }) => opId)
    server.restore(backup)
    await phone.settles()
    await laptop.settles()
    expect(bodyOnServer(lost)?.['notes']).toBe('perdu')
    expect((await laptop.row(kept))?.body).toEqual(aReport({ notes: 'gardé', minutes: 90 }))
    expect(new Set(server.scope(scope).history.map(({ opId }) => opId))).toEqual(new Set(ids))
  })

  test('an ack from before a restore doesn’t empty the queue', async () => {
    await sharedReport()
    const backup = server.backup()
    const id = await phone.files()
    const held = gate()
    phone.transport.way = {
      after: (endpoint) => (endpoint === 'push' ? held.pass() : Promise.resolve()),
    }
    const slow = phone.syncs()
    await held.arrived
    server.restore(backup)
    // Another program of the same device hears of the restore first, and has not sent anything again yet.
    expect(await phone.syncs()).toEqual({ kind: 'done', more: true })
    held.open()
    await slow
    expect(await phone.queue()).toHaveLength(2)
    await phone.settles()
    expect(server.document(scope, id)?.state).toBe('live')
  })

  test('I27 an erased report leaves nothing on any device, even one that was offline with edits and a draft', async () => {
    const id = await sharedReport({ notes: 'Madame X' })
    await laptop.edits(id, { notes: 'Madame X encore' })
    await saveDraft(laptop.db, {
      id,
      scope,
      kind: 'report',
      values: { notes: 'Madame X' },
      editing: true,
      updatedAt: 1,
    })
    await eraseDocument(phone.db, { collection: 'report', id }, phone.tools)
    await phone.settles()
    await laptop.settles()
    for (const device of [phone, laptop]) {
      const tables = await Promise.all(device.db.tables.map((table) => table.toArray()))
      expect(JSON.stringify(tables)).not.toContain('Madame X')
      expect((await device.row(id))?.state).toBe('erased')
    }
    expect(JSON.stringify([...server.scope(scope).documents.values()])).not.toContain('Madame X')
  })

  test('a save of an erased report is refused: nothing of it comes back', async () => {
    const id = await sharedReport()
    await eraseDocument(phone.db, { collection: 'report', id }, phone.tools)
    await expect(phone.files({}, id)).rejects.toThrow('erased')
  })
})

describe('cursors and digests', () => {
  test('I5 and I6 a history of several pages is read whole, and the cursor only goes forward', async () => {
    await fileOnServer(1100)
    const seen: number[] = []
    phone.transport.way = {
      before: async () => void seen.push((await phone.db.cursor.get(scope))?.since ?? 0),
    }
    expect((await readSyncStatus(phone.db)).historyIncomplete).toBe(true)
    await phone.settles()
    expect(await phone.db.report.count()).toBe(1100)
    expect(sincesAsked(phone)).toEqual([0, 500, 1000])
    expect(seen).toEqual(seen.toSorted((one, other) => one - other))
    expect((await readSyncStatus(phone.db)).historyIncomplete).toBe(false)
  })

  test('the newest reports are there before the history, on a new device', async () => {
    await fileOnServer(3)
    phone.transport.way = {
      refuse: (endpoint) => (endpoint === 'pull' ? { ok: false, reason: 'offline' } : undefined),
    }
    await phone.syncs()
    expect(await phone.db.report.count()).toBe(3)
    expect((await phone.db.cursor.get(scope))?.since).toBe(0)
    phone.transport.way = {}
    await phone.settles()
    expect(phone.transport.log.filter(({ endpoint }) => endpoint === 'recent')).toHaveLength(1)
  })

  test('I7 a row that went wrong is seen by the digest, and healed by a rebuild', async () => {
    const id = await sharedReport({ notes: 'vrai' })
    const second = await sharedReport()
    const row = await phone.row(id)
    if (!row?.server) throw new Error('the row is there')
    const h = documentHash(id, 9, 'live').toString()
    await phone.db.report.put({
      ...row,
      body: { ...row.body, notes: 'faux' },
      server: { ...row.server, rev: 9, h },
    })
    const cursor = await phone.db.cursor.get(scope)
    if (!cursor) throw new Error('the cursor is there')
    const wrong = BigInt(cursor.sum) + BigInt(h) - BigInt(row.server.h)
    await phone.db.cursor.put({ ...cursor, sum: wrong.toString() })
    await laptop.edits(second, { minutes: 90 })
    await laptop.settles()
    await phone.settles()
    expect((await phone.row(id))?.body['notes']).toBe('vrai')
    expect(await readMeta(phone.db, 'digestMismatches')).toBe(1)
  })

  test('I7 a report that the server doesn’t have is swept by a rebuild; one with something unsent stays', async () => {
    const ghost = await sharedReport()
    const edited = await sharedReport()
    await phone.edits(edited, { notes: 'à moi' })
    phone.transport.way = {
      refuse: (endpoint) => (endpoint === 'push' ? { ok: false, reason: 'refused', code: 'x' } : undefined),
    }
    await phone.syncs()
    const stored = server.scope(scope)
    for (const id of [ghost, edited]) stored.documents.delete(id)
    stored.digest = 0n
    await phone.settles()
    expect(await phone.row(ghost)).toBeUndefined()
    expect((await phone.row(edited))?.body).toEqual(aReport({ notes: 'à moi' }))
    phone.transport.way = {}
    await phone.settles()
    expect(bodyOnServer(edited)).toEqual(aReport({ notes: 'à moi' }))
  })

  test('sums that differ are told to the server with both, once it hears of them', async () => {
    await sharedReport()
    const { digest, seq } = server.scope(scope)
    server.scope(scope).digest = digest + 1n
    // The first answer to a pull that tells of it is lost: it is told again, and then never more.
    phone.transport.way = {
      loseAnswer: (endpoint) => endpoint === 'pull' && mismatchesTold().length === 1,
    }
    await phone.settles()
    const told = { scope, head: seq, ours: String(digest), theirs: String(digest + 1n) }
    expect(mismatchesTold()).toEqual([[told], [told]])
    await phone.settles()
    await phone.settles()
    expect(mismatchesTold()).toHaveLength(2)
  })

  test('a digest that no rebuild can heal is not rebuilt again and again', async () => {
    await sharedReport()
    server.scope(scope).digest += 1n
    await phone.settles()
    const asked = phone.transport.log.length
    await phone.settles()
    await phone.settles()
    expect(phone.transport.log.length - asked).toBe(2)
    expect(await phone.db.report.count()).toBe(1)
  })

  test('I6 a server that lost its end inside one epoch makes the device read again', async () => {
    const id = await sharedReport()
    const backup = server.backup()
    await phone.edits(id, { notes: 'après' })
    await phone.settles()
    const { epoch } = server
    server.restore(backup)
    server.epoch = epoch
    await phone.settles()
    expect((await phone.row(id))?.server).toMatchObject({ rev: 1, seq: 1 })
    expect(server.counts.resets).toBe(1)
  })

  test('I24 a page that was asked for before a rebuild was wanted is not taken for its beginning', async () => {
    await sharedReport()
    const held = gate()
    phone.transport.way = {
      after: (endpoint) => (endpoint === 'pull' ? held.pass() : Promise.resolve()),
    }
    const slow = phone.syncs()
    await held.arrived
    // Another program of the same device finds that its sum disagrees, and gets no further.
    server.scope(scope).digest += 1n
    let pulls = 0
    phone.transport.way.refuse = (endpoint) => {
      if (endpoint === 'pull') pulls += 1
      return pulls > 1 ? { ok: false, reason: 'offline' } : undefined
    }
    await phone.syncs()
    expect((await phone.db.cursor.get(scope))?.rebuild).toEqual({ phase: 'wanted' })
    held.open()
    await slow
    expect(await phone.db.report.count()).toBe(1)
    expect((await phone.db.cursor.get(scope))?.rebuild).toEqual({ phase: 'wanted' })
  })

  test('I19 a rebuild that goes on while its pages are behind the horizon comes to its end', async () => {
    await sharedReport()
    await fileOnServer(8)
    const [gone] = server.live(scope).slice(-1)
    if (!gone) throw new Error('there is a report')
    await laptop.settles()
    await laptop.deletes(gone.id)
    await laptop.settles()
    server.purge(scope)
    await laptop.files()
    await laptop.settles()
    server.pageLimit = 3
    phone.transport.log.length = 0
    await phone.settles()
    expect(server.counts.resets).toBe(1)
    expect(phone.transport.log).toHaveLength(3)
    expect(await phone.db.report.count()).toBe(9)
    expect((await phone.db.cursor.get(scope))?.rebuild).toBeNull()
  })

  test('I24 two syncers of one device at once do no harm', async () => {
    await fileOnServer(600)
    for (let report = 0; report < 60; report += 1) await phone.files()
    await Promise.all([phone.syncs(), phone.syncs(), phone.syncs()])
    await phone.settles()
    expect(server.live(scope)).toHaveLength(660)
    expect(await phone.db.report.count()).toBe(660)
    expect(await phone.db.cursor.get(scope)).toMatchObject({
      sum: server.scope(scope).digest.toString(),
      rebuild: null,
    })
    expect(await readMeta(phone.db, 'digestMismatches')).toBeUndefined()
  })
})

/** What the phone's pulls said of differing sums, each as it reached the server. */
function mismatchesTold(): unknown[] {
  const pulls = phone.transport.log.filter(({ endpoint }) => endpoint === 'pull')
  return pulls.flatMap(({ request }) => {
    const { mismatches } = pullRequestSchema.parse(request)
    return mismatches ? [mismatches] : []
  })
}

/** From where each pull of a device asked. */
function sincesAsked(device: TestDevice): number[] {
  return device.transport.log
    .filter(({ endpoint }) => endpoint === 'pull')
    .map(({ request }) => pullRequestSchema.parse(request).scopes[scope]?.since ?? 0)
}
