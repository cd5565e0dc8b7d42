import { describe, expect, test } from 'vitest'
import type { DocumentId } from '../../../src/domain/ids.ts'
import { aReport } from '../../builders/a-report.ts'
import { aScopeId } from '../../builders/an-id.ts'
import { day } from '../../builders/decision-facts.ts'
import { eraseDocument } from '../../../src/app/data/erase-document.ts'
import { readSyncStatus } from '../../../src/app/data/sync-status.ts'
import {
  awa,
  bodyOnServer,
  carries,
  newWorldForEachTest,
  onlyOnce,
  laptop,
  phone,
  pushes,
  scope,
  server,
} from './sync-world.ts'

newWorldForEachTest()

describe('what the server refuses', () => {
  test('I12 a refused report waits to be corrected, and the others go', async () => {
    const wrong = await phone.files({ date: '2019-01-01' })
    const right = await phone.files()
    await phone.settles()
    expect(await phone.report(wrong)).toMatchObject({
      mark: 'to-correct',
      rejection: { code: 'outside-contract', field: 'date' },
    })
    expect((await phone.report(right))?.mark).toBe('sent')
    expect(await readSyncStatus(phone.db)).toMatchObject({ pending: 0, toCorrect: 1 })
  })

  test('I1 a correction takes in what was refused, under a new id', async () => {
    const id = await phone.files({ date: '2019-01-01', notes: 'longue' })
    await phone.settles()
    const [refused] = await phone.queue()
    await phone.edits(id, { date: '2026-11-19' })
    const [corrected] = await phone.queue()
    expect(corrected).toMatchObject({
      kind: 'put',
      set: { date: '2026-11-19', notes: 'longue' },
      frozen: false,
    })
    expect(corrected?.opId).not.toBe(refused?.opId)
    await phone.settles()
    expect(bodyOnServer(id)).toEqual(aReport({ date: '2026-11-19', notes: 'longue' }))
    expect(await phone.queue()).toEqual([])
  })

  test('saving again without a change sends again: the contract may have been corrected since', async () => {
    const id = await phone.files({ date: '2019-01-01' })
    await phone.settles()
    server.scope(scope).contracts = [{ starts: day('2018-01-01'), ends: null }]
    await phone.edits(id, {})
    await phone.settles()
    expect((await phone.report(id))?.mark).toBe('sent')
  })

  test('a correction made while the refusal travels is judged in its place', async () => {
    const id = await phone.files({ date: '2019-01-01' })
    const once = onlyOnce()
    phone.transport.way = {
      after: async (endpoint) =>
        endpoint === 'push' ? once(() => phone.edits(id, { date: '2026-11-18' })) : undefined,
    }
    await phone.settles()
    expect(bodyOnServer(id)).toEqual(aReport({ date: '2026-11-18' }))
    expect(await phone.queue()).toEqual([])
  })

  test('a refused report that is deleted leaves nothing to correct', async () => {
    const id = await phone.files({ date: '2019-01-01' })
    await phone.settles()
    await phone.deletes(id)
    await phone.settles()
    expect(await readSyncStatus(phone.db)).toMatchObject({ pending: 0, toCorrect: 0 })
    expect(server.scope(scope).documents.size).toBe(0)
  })

  test('I12 ops that nobody decides go after the others, fifty at a time or not', async () => {
    server.grant(awa, scope, false)
    for (let report = 0; report < 60; report += 1) await phone.files()
    await phone.settles()
    expect((await phone.queue()).every(({ held }) => held === 'no-access')).toBe(true)
    const other = aScopeId()
    server.grant(awa, other)
    const id = await phone.files({}, undefined, other)
    phone.transport.log.length = 0
    await phone.settles()
    expect(pushes(phone)[0]?.ops[0]).toMatchObject({ id })
    server.grant(awa, scope)
    await phone.settles()
    expect(server.live(scope)).toHaveLength(60)
  })

  test('I12 a batch that the server can’t read is halved until the one at fault stands alone; its text goes to quarantine once', async () => {
    const ids: DocumentId[] = []
    for (let report = 0; report < 7; report += 1) ids.push(await phone.files())
    const poison = ids[3]
    phone.transport.way = {
      refuse: (endpoint, request) =>
        endpoint === 'push' && carries(request, poison)
          ? { ok: false, reason: 'refused', code: 'invalid-request' }
          : undefined,
    }
    await phone.settles()
    await phone.settles()
    expect(server.live(scope)).toHaveLength(6)
    expect(await phone.queue()).toMatchObject([{ id: poison, held: 'refused', quarantined: true }])
    const raw = phone.transport.log.filter(({ endpoint }) => endpoint === 'raw')
    expect(raw).toHaveLength(1)
    expect(JSON.stringify(raw[0])).toContain(poison)
  })

  test('I12 ops that the server can’t read don’t keep the device from taking what changed elsewhere', async () => {
    for (let report = 0; report < 5; report += 1) await phone.files()
    phone.transport.way = {
      refuse: (endpoint) =>
        endpoint === 'push' ? { ok: false, reason: 'refused', code: 'invalid-request' } : undefined,
    }
    const id = await laptop.files()
    await laptop.settles()
    await phone.syncs()
    expect((await phone.report(id))?.mark).toBe('sent')
    expect(await phone.queue()).toHaveLength(5)
  })

  test('a version that is too old leaves its text in quarantine once, and keeps its queue', async () => {
    await phone.files()
    phone.transport.way = {
      refuse: (endpoint) => (endpoint === 'raw' ? undefined : { ok: false, reason: 'too-old' }),
    }
    expect(await phone.syncs()).toEqual({ kind: 'stopped', reason: 'too-old' })
    await phone.syncs()
    expect(phone.transport.log.filter(({ endpoint }) => endpoint === 'raw')).toHaveLength(1)
    expect(await phone.queue()).toHaveLength(1)
    expect((await readSyncStatus(phone.db)).phase).toBe('too-old')
  })

  test('I12 a batch that is too large is sent in two; an op that is too large alone is refused on the device', async () => {
    const ids: DocumentId[] = []
    for (let report = 0; report < 5; report += 1) {
      ids.push(await phone.files(report === 0 ? { notes: 'x'.repeat(9_000) } : {}))
    }
    phone.transport.way = {
      refuse: (endpoint, request) =>
        endpoint === 'push' && carries(request, ids[0]) ? { ok: false, reason: 'split' } : undefined,
    }
    await phone.settles()
    expect(server.live(scope)).toHaveLength(4)
    expect((await phone.db.outbox.toArray()).find(({ id }) => id === ids[0])?.rejected?.code).toBe(
      'too-large',
    )
  })

  test('I12 a few lines that something on the way finds too large are sent again, and are nobody’s to correct', async () => {
    const id = await phone.files()
    phone.transport.way = {
      refuse: (endpoint) => (endpoint === 'push' ? { ok: false, reason: 'split' } : undefined),
    }
    await phone.settles()
    expect((await readSyncStatus(phone.db)).toCorrect).toBe(0)
    phone.transport.way = {}
    await phone.settles()
    expect((await phone.report(id))?.mark).toBe('sent')
  })

  test('I27 an erasure that something on the way finds too large is sent again, and is nobody’s to correct', async () => {
    const id = await phone.files()
    await phone.settles()
    await eraseDocument(phone.db, { collection: 'report', id }, phone.tools)
    phone.transport.way = {
      refuse: (endpoint) => (endpoint === 'push' ? { ok: false, reason: 'split' } : undefined),
    }
    await phone.settles()
    expect(await phone.queue()).toMatchObject([{ kind: 'erase', held: 'refused' }])
    expect((await readSyncStatus(phone.db)).toCorrect).toBe(0)
    phone.transport.way = {}
    await phone.settles()
    expect(server.document(scope, id)?.state).toBe('erased')
    expect(await phone.queue()).toEqual([])
  })

  test('I12 an op larger than any request is refused on the device, and the others go', async () => {
    const huge = await phone.files({ notes: 'x'.repeat(300_000) })
    await phone.files()
    await phone.settles()
    expect(server.live(scope)).toHaveLength(1)
    expect((await phone.report(huge))?.rejection?.code).toBe('too-large')
  })
})
