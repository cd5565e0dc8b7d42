import { describe, expect, test } from 'vitest'
import { calendarDaySchema, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import type { DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { giveUpKept, keptAside } from '../../../src/app/data/kept-aside.ts'
import { readScopeNews, scopeNewsRead } from '../../../src/app/data/scope-news.ts'
import { todayHere } from '../../../src/app/data/today.ts'
import { giveUpRefused, readUnfinished } from '../../../src/app/data/unfinished.ts'
import { followedPeople } from '../../../src/app/data/beneficiaries.ts'
import { exportUnsent } from '../../../src/app/data/orphans.ts'
import { saveDocument } from '../../../src/app/data/save-document.ts'
import { readSyncStatus } from '../../../src/app/data/sync-status.ts'
import type { TestDevice } from './a-device.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import {
  awa,
  bodyOnServer,
  laptop,
  newWorldForEachTest,
  phone,
  scope,
  server,
  sharedReport,
} from './sync-world.ts'

newWorldForEachTest()

const day = (text: string): CalendarDay => calendarDaySchema.parse(text)
const dayMs = 86_400_000

function contractsAre(...dates: [starts: string, ends: string | null][]): void {
  server.scope(scope).contracts = dates.map(([starts, ends]) => ({
    starts: day(starts),
    ends: ends === null ? null : day(ends),
  }))
}

async function savesPerson(device: TestDevice, body: JsonObject, id = aDocumentId()): Promise<DocumentId> {
  await saveDocument(device.db, { scope, collection: 'beneficiary', id, body }, device.tools)
  return id
}

async function namesOn({ db }: TestDevice): Promise<string[]> {
  return (await followedPeople(db)).map(({ person }) => person.firstName)
}

/** Everything that a device holds, as text. */
async function everythingOn({ db }: TestDevice): Promise<string> {
  return JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))
}

describe('a contract that is renewed or corrected', () => {
  test('I13 what the old contracts refused goes out by itself after one sync, and is there once', async () => {
    contractsAre(['2026-01-01', '2026-10-31'])
    const late = await phone.files({ date: '2026-11-10', notes: 'en novembre' })
    await phone.settles()
    expect(await readSyncStatus(phone.db)).toMatchObject({ toCorrect: 1 })
    contractsAre(['2026-01-01', '2026-10-31'], ['2026-11-01', null])
    await phone.settles()
    expect(await readSyncStatus(phone.db)).toMatchObject({ toCorrect: 0, pending: 0 })
    expect(bodyOnServer(late)?.['notes']).toBe('en novembre')
    expect(server.scope(scope).history.filter(({ id }) => id === late)).toHaveLength(1)
  })

  test('I12 what no contract holds still waits for its person, and isn’t asked again and again', async () => {
    contractsAre(['2026-01-01', '2026-10-31'])
    await phone.files({ date: '2025-03-03' })
    await phone.settles()
    contractsAre(['2026-01-01', null])
    await phone.settles()
    expect(await readSyncStatus(phone.db)).toMatchObject({ toCorrect: 1, pending: 0 })
    const { rejections } = server.counts
    await phone.settles()
    expect(server.counts.rejections).toBe(rejections)
  })

  test('I1 what was refused for another reason stays as it was', async () => {
    await phone.files({ minutes: 1 })
    await phone.settles()
    const before = await phone.queue()
    contractsAre(['2026-01-01', null])
    await phone.settles()
    expect(await phone.queue()).toEqual(before)
  })

  test('I11 a delete behind what was refused still comes after it', async () => {
    const id = await sharedReport()
    contractsAre(['2026-01-01', '2026-10-31'])
    await phone.edits(id, { date: '2026-11-11' })
    await phone.syncs()
    await phone.deletes(id)
    contractsAre(['2026-01-01', null])
    await phone.settles()
    expect(server.document(scope, id)?.state).toBe('deleted')
  })
})

describe('a scope that closes, ninety days after its last contract', () => {
  async function awaWithNadia(): Promise<{ nadia: DocumentId; report: DocumentId }> {
    const nadia = await savesPerson(phone, { firstName: 'Nadia', name: 'Benali', notes: 'Deux enfants' })
    const report = await phone.files({ beneficiary: { kind: 'suivi', id: nadia } })
    await phone.settles()
    await laptop.settles()
    return { nadia, report }
  }

  function closes(): void {
    contractsAre(['2026-01-01', '2026-11-30'])
    server.now += 99 * dayMs
  }

  test('I14 after one sync no name is left on any device; one’s own reports are read as before', async () => {
    const { report } = await awaWithNadia()
    closes()
    await Promise.all([phone.syncs(), laptop.syncs()])
    for (const device of [phone, laptop]) {
      expect(await everythingOn(device)).not.toMatch(/Nadia|Benali|enfants/i)
      expect(await namesOn(device)).toEqual([])
      expect((await device.report(report))?.report.minutes).toBe(45)
    }
  })

  test('I7 digests agree before, after, on a new device, and once the scope is open again, where names come back', async () => {
    await awaWithNadia()
    closes()
    await phone.settles()
    contractsAre(['2026-01-01', '2026-11-30'], ['2027-01-01', null])
    await phone.settles()
    expect(await namesOn(phone)).toEqual(['Nadia'])
    const { digest } = server.scope(scope)
    expect((await phone.db.cursor.get(scope))?.sum).toBe(digest.toString())
    expect(await phone.db.meta.get('digestMismatches')).toBeUndefined()
  })

  test('I15 what was typed of a person and never sent is kept, said, and can be exported', async () => {
    const { nadia } = await awaWithNadia()
    await savesPerson(phone, { firstName: 'Nadia', name: 'Benali', notes: 'Rappeler lundi' }, nadia)
    closes()
    await phone.settles()
    expect(await readSyncStatus(phone.db)).toMatchObject({ toCorrect: 1 })
    expect(await exportUnsent(phone.db)).toContain('Rappeler lundi')
    expect((await phone.db.beneficiary.get([scope, nadia]))?.base).toEqual({})
    contractsAre(['2026-01-01', null])
    await phone.settles()
    expect(bodyOnServer(nadia)?.['notes']).toBe('Rappeler lundi')
  })

  test('I14 an answer to a push that comes before the pull empties the scope as well', async () => {
    const { nadia } = await awaWithNadia()
    await savesPerson(laptop, { firstName: 'Nadia', name: 'Benali', phone: '06 12 34 56 78' }, nadia)
    closes()
    laptop.transport.way = {
      refuse: (endpoint) => (endpoint === 'pull' ? { ok: false, reason: 'offline' } : undefined),
    }
    await laptop.syncs()
    expect((await laptop.db.cursor.get(scope))?.closed).toBe(true)
    contractsAre(['2026-01-01', null])
    laptop.transport.way = {}
    await laptop.settles()
    expect(await namesOn(laptop)).toEqual(['Nadia'])
  })

  test('I18 a server that tells no contracts leaves everything as it is', async () => {
    await awaWithNadia()
    server.tellsContracts = false
    await phone.settles()
    expect(await namesOn(phone)).toEqual(['Nadia'])
  })
})

describe('the person reads what left, and why', () => {
  test('I15 a withdrawal tells how many reports left, how many documents are kept, and which', async () => {
    const shared = await sharedReport()
    const unsent = await phone.files({ themes: ['sante'] })
    await phone.edits(shared, { minutes: 90 })
    server.revoke(awa, scope)
    await phone.syncs()
    const told = { kind: 'withdrawn', scope, label: 'Mairie', left: 2, unsent: 2, isRead: false }
    expect(await readScopeNews(phone.db)).toMatchObject([told])
    expect(await keptAside(phone.db)).toMatchObject([
      {
        scope,
        label: 'Mairie',
        documents: [
          { id: unsent, report: { themes: ['sante'] }, isDelete: false },
          // Of an edit only what was changed is left: it can't be shown as a report.
          { id: shared, report: undefined, collection: 'report' },
        ],
      },
    ])
  })

  test('I15 said once, and again when the scope comes back; reading it is remembered', async () => {
    await phone.files()
    server.revoke(awa, scope)
    await phone.settles()
    await scopeNewsRead(phone.db)
    await phone.settles()
    expect(await readScopeNews(phone.db)).toMatchObject([{ kind: 'withdrawn', isRead: true }])
    server.grant(awa, scope)
    await phone.settles()
    expect(await readScopeNews(phone.db)).toMatchObject([{ kind: 'returned', unsent: 1, isRead: false }])
    expect(await keptAside(phone.db)).toEqual([])
    expect(server.live(scope)).toHaveLength(1)
  })

  test('what is kept aside goes when its person gives it up, and only that', async () => {
    await phone.files()
    server.revoke(awa, scope)
    await phone.settles()
    await giveUpKept(phone.db, scope)
    expect(await readSyncStatus(phone.db)).toMatchObject({ orphans: 0, pending: 0, toCorrect: 0 })
  })

  test('leaving the device tells of no structure', async () => {
    await sharedReport()
    phone.transport.way = { refuse: () => ({ ok: false, reason: 'revoked' }) }
    await phone.syncs()
    expect(await readScopeNews(phone.db)).toEqual([])
  })

  test('I15 a closing tells whose pages left, and lists those that were never sent until they are given up', async () => {
    const nadia = await savesPerson(phone, { firstName: 'Nadia', name: 'Benali' })
    await savesPerson(phone, { firstName: 'Omar', name: 'Petit' })
    await phone.settles()
    await savesPerson(phone, { firstName: 'Nadia', name: 'Benali', notes: 'Rappeler' }, nadia)
    contractsAre(['2026-01-01', '2026-11-30'])
    server.now += 99 * dayMs
    await phone.settles()
    expect(await readScopeNews(phone.db)).toMatchObject([{ kind: 'closed', left: 2, unsent: 1 }])
    const { others } = await readUnfinished(phone.db, { now: 0, today: todayHere() })
    expect(others).toMatchObject([{ id: nadia, rejection: { code: 'scope-closed' } }])
    await giveUpRefused(phone.db, others)
    expect((await readUnfinished(phone.db, { now: 0, today: todayHere() })).others).toEqual([])
    expect(await everythingOn(phone)).not.toMatch(/Nadia|Rappeler/)
    contractsAre(['2026-01-01', null])
    await phone.settles()
    expect(await readScopeNews(phone.db)).toEqual([])
    expect(await namesOn(phone)).toEqual(['Nadia', 'Omar'])
  })
})
