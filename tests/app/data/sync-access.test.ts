import { describe, expect, test } from 'vitest'
import { aDevice } from './a-device.ts'
import { aReport } from '../../builders/a-report.ts'
import { aScopeId } from '../../builders/an-id.ts'
import { exportUnsent, listOrphans } from '../../../src/app/data/orphans.ts'
import { readSyncStatus } from '../../../src/app/data/sync-status.ts'
import { saveDocument } from '../../../src/app/data/save-document.ts'
import {
  awa,
  bodyOnServer,
  bruno,
  newWorldForEachTest,
  phone,
  scope,
  server,
  sharedReport,
} from './sync-world.ts'

newWorldForEachTest()

describe('sessions', () => {
  test('I16 another person’s session sends and takes nothing', async () => {
    await phone.files()
    phone.transport.session = bruno
    expect(await phone.syncs()).toEqual({ kind: 'stopped', reason: 'wrong-user' })
    expect(server.live(scope)).toEqual([])
    expect(await readSyncStatus(phone.db)).toMatchObject({ phase: 'wrong-user', pending: 1 })
  })

  test('I16 each person has a database of their own', async () => {
    const brunos = aDevice(server, bruno, aScopeId())
    const id = await phone.files()
    expect(await brunos.row(id)).toBeUndefined()
    expect(brunos.db.name).not.toBe(phone.db.name)
  })

  test('I19 an ended session parks the queue, work goes on, and the queue goes out with the next session', async () => {
    await sharedReport()
    phone.transport.session = null
    const id = await phone.files()
    expect(await phone.syncs()).toEqual({ kind: 'stopped', reason: 'unauthenticated' })
    await phone.edits(id, { notes: 'encore' })
    expect(await readSyncStatus(phone.db)).toMatchObject({ phase: 'signed-out', pending: 1 })
    phone.transport.session = awa
    await phone.settles()
    expect(bodyOnServer(id)?.['notes']).toBe('encore')
  })

  test('I14 a device signed out from elsewhere keeps nothing that the server has; what is not sent goes out at the next sign-in', async () => {
    await sharedReport()
    const unsent = await phone.files({ notes: 'pas parti' })
    phone.transport.way = { refuse: () => ({ ok: false, reason: 'revoked' }) }
    expect(await phone.syncs()).toEqual({ kind: 'stopped', reason: 'revoked' })
    expect(await phone.db.report.count()).toBe(0)
    expect(await phone.db.sent.count()).toBe(0)
    expect((await readSyncStatus(phone.db)).phase).toBe('revoked')
    phone.transport.way = {}
    await phone.settles()
    expect(bodyOnServer(unsent)?.['notes']).toBe('pas parti')
    expect(await phone.db.report.count()).toBe(2)
  })
})

describe('scopes that come and go', () => {
  test('I14 and I15 a withdrawn scope leaves nothing but what was not sent, which can be exported', async () => {
    await sharedReport()
    const id = await phone.files({ notes: 'pas parti' })
    server.revoke(awa, scope)
    await phone.settles()
    expect(await phone.db.report.count()).toBe(0)
    expect(await phone.db.cursor.count()).toBe(0)
    expect(await listOrphans(phone.db)).toMatchObject([{ id, set: { notes: 'pas parti' } }])
    expect(await exportUnsent(phone.db)).toContain('pas parti')
    expect(await readSyncStatus(phone.db)).toMatchObject({ orphans: 1, pending: 0 })
  })

  test('I15 a scope that is given back takes its orphans, under the same ids', async () => {
    const shared = await sharedReport()
    const id = await phone.files({ notes: 'pas parti' })
    await phone.edits(shared, { minutes: 90 })
    const before = (await phone.queue()).map(({ opId }) => opId)
    server.revoke(awa, scope)
    await phone.settles()
    server.grant(awa, scope)
    await phone.settles()
    expect(server.scope(scope).history.map(({ opId }) => opId)).toEqual(expect.arrayContaining(before))
    expect(bodyOnServer(id)?.['notes']).toBe('pas parti')
    expect(bodyOnServer(shared)?.['minutes']).toBe(90)
    expect(await phone.db.orphan.count()).toBe(0)
  })

  test('I11 what is saved again while its earlier edit is an orphan goes out after it', async () => {
    const shared = await sharedReport()
    await phone.edits(shared, { notes: 'd’abord' })
    const open = (await phone.row(shared))?.body ?? {}
    phone.transport.way = { refuse: () => ({ ok: false, reason: 'revoked' }) }
    await phone.syncs()
    phone.transport.way = {}
    const save = { scope, collection: 'report' as const, id: shared, before: open }
    await saveDocument(phone.db, { ...save, body: { ...open, notes: 'ensuite' } }, phone.tools)
    await phone.settles()
    expect(server.scope(scope).history.map(({ setFields }) => setFields['notes'])).toEqual([
      undefined,
      'd’abord',
      'ensuite',
    ])
    expect(await phone.db.orphan.count()).toBe(0)
  })

  test('I11 the newest documents come with what waits of them', async () => {
    const shared = await sharedReport()
    await phone.edits(shared, { notes: 'pas parti' })
    phone.transport.way = { refuse: () => ({ ok: false, reason: 'revoked' }) }
    await phone.syncs()
    phone.transport.way = {
      refuse: (endpoint) => (endpoint === 'pull' ? { ok: false, reason: 'offline' } : undefined),
    }
    await phone.syncs()
    expect((await phone.row(shared))?.body['notes']).toBe('pas parti')
    expect(await phone.db.orphan.count()).toBe(0)
  })

  test('I14 what a scope left behind goes even if it was never in a list of grants', async () => {
    const other = aScopeId()
    await saveDocument(phone.db, {
      scope: other,
      collection: 'report',
      id: await phone.files(),
      body: aReport(),
    })
    await phone.settles()
    expect((await phone.db.report.toArray()).map((row) => row.scope)).toEqual([scope])
    expect((await listOrphans(phone.db)).map((op) => op.scope)).toEqual([other])
  })
})
