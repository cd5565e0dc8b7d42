import { expect, test } from 'vitest'
import type { ScopeId } from '../../../src/domain/ids.ts'
import { schemaVersion } from '../../../src/domain/sync/limits.ts'
import { mustReset } from '../../../src/server/sync/fill-page.ts'
import { aReport } from '../../builders/a-report.ts'
import { aPersonId, aScopeId, anEpoch } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { describeEachStore } from '../each-store.ts'
import { aDevice, edit, fromTheStart, pullAll, type TestDevice } from './a-device.ts'
import { deviceRows, expectedDigest } from './look-inside.ts'
import { aScope, aSyncWorld, grant, withdraw } from './sync-world.ts'

const after = (scope: ScopeId, since: number, asOf = since) => ({ scopes: { [scope]: { since, asOf } } })

async function filesReports(device: TestDevice, scope: ScopeId, count: number, fields = {}) {
  const ops = Array.from({ length: count }, () => anOp({ scope, set: aReport(fields) }))
  await device.push(...ops)
  return ops.map(({ id }) => id)
}

describeEachStore('a pull', (given) => {
  async function awaAtWork() {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    return { world, scope, person, phone: aDevice(world, person), laptop: aDevice(world, person) }
  }

  test('tells what changed since the cursor, and how the scope stands', async () => {
    const { world, scope, phone, laptop } = await awaAtWork()
    const [first] = await filesReports(phone, scope, 2)
    if (!first) throw new Error('two reports were filed')
    await phone.push(edit(scope, first, { set: { minutes: 60 }, base: { minutes: 45 } }))
    expect(await laptop.pull(after(scope, 2))).toEqual({
      epoch: world.epoch,
      serverTime: world.now.toISOString(),
      grants: [
        {
          scope,
          canWrite: true,
          head: 3,
          horizon: 0,
          digest: await expectedDigest(world, scope),
          reset: false,
          label: 'Mairie de Saint-Girons',
          contracts: [{ starts: '2025-01-06', ends: null }],
          closed: false,
          role: 'advisor',
          structureId: expect.any(String),
          structureCommune: null,
        },
      ],
      changes: [
        {
          scope,
          collection: 'report',
          id: first,
          rev: 2,
          seq: 3,
          state: 'live',
          schema: schemaVersion,
          body: aReport({ minutes: 60 }),
        },
      ],
      conflicts: [],
      next: { [scope]: { seq: 3, done: true } },
      more: false,
    })
  })

  test('tells a new device everything, with or without an epoch', async () => {
    const { world, scope, phone, laptop } = await awaAtWork()
    const ids = await filesReports(phone, scope, 3)
    laptop.epoch = null
    const { epoch, changes, next } = await laptop.pull()
    expect(changes.map(({ id }) => id)).toEqual(ids)
    expect([epoch, next]).toEqual([world.epoch, { [scope]: { seq: 3, done: true } }])
  })

  test('has nothing to say when nothing changed, and no document', async () => {
    const { scope, phone, laptop } = await awaAtWork()
    await filesReports(phone, scope, 2)
    const { changes, next, more } = await laptop.pull(after(scope, 2))
    expect({ changes, next, more }).toEqual({
      changes: [],
      next: { [scope]: { seq: 2, done: true } },
      more: false,
    })
  })

  test('says that a report is deleted, without its body', async () => {
    const { scope, phone, laptop } = await awaAtWork()
    const [id] = await filesReports(phone, scope, 1, { notes: 'secret' })
    if (!id) throw new Error('one report was filed')
    await phone.push(edit(scope, id, { kind: 'delete' }))
    const { changes } = await laptop.pull(after(scope, 1))
    expect(changes).toEqual([
      { scope, collection: 'report', id, rev: 2, seq: 2, state: 'deleted', schema: schemaVersion },
    ])
  })

  test('I18 gives back fields that this server does not know', async () => {
    const { scope, phone, laptop } = await awaAtWork()
    await filesReports(phone, scope, 1, { attic: { boxes: [1, null, { b: 2, a: 'é' }] } })
    const { changes } = await laptop.pull()
    expect(changes[0]?.body).toEqual(aReport({ attic: { boxes: [1, null, { b: 2, a: 'é' }] } }))
  })

  test('says which app is served', async () => {
    const { world, person } = await awaAtWork()
    expect((await aDevice({ ...world, servedApp: '4f2a' }, person).pull()).app).toBe('4f2a')
  })

  test('notes cursors and what waits on the device', async () => {
    const { world, scope, phone } = await awaAtWork()
    await filesReports(phone, scope, 2)
    // What those pushes note of the device is written on its own, and may come after what the pull notes.
    await world.background.settled()
    await phone.pull({ ...after(scope, 2), queued: 3 })
    await world.background.settled()
    expect(await deviceRows(world)).toMatchObject([{ cursors: { [scope]: 2 }, queued: 3 }])
    expect(world.background.failures).toEqual([])
  })

  test('notes what waits by scope, and knows it no more once a build says only how much in all', async () => {
    const { world, scope, phone } = await awaAtWork()
    const notes = async (said: object) => {
      await phone.pull({ ...after(scope, 0), ...said })
      await world.background.settled()
      return (await deviceRows(world))[0]?.queued_by_scope
    }
    expect(await notes({ queued: 3, queuedByScope: { [scope]: 3 } })).toEqual({ [scope]: 3 })
    expect(await notes({ queued: 3, queuedByScope: { [scope]: 2 } })).toEqual({ [scope]: 2 })
    // A request that counts nothing says nothing of it.
    expect(await notes({})).toEqual({ [scope]: 2 })
    expect(await notes({ queued: 2 })).toBeNull()
    expect(world.background.failures).toEqual([])
  })

  test('writes nothing for a poll that has nothing new to say, until ten minutes have passed', async () => {
    const { world, phone } = await awaAtWork()
    const seenAfter = async (minutes: number) => {
      world.now = new Date(world.now.getTime() + minutes * 60_000)
      await phone.pull()
      await world.background.settled()
      return (await deviceRows(world))[0]?.last_seen
    }
    expect(await seenAfter(0)).toBe('2026-11-23T15:00:00.000Z')
    expect(await seenAfter(9)).toBe('2026-11-23T15:00:00.000Z')
    expect(await seenAfter(1)).toBe('2026-11-23T15:10:00.000Z')
  })
})

describeEachStore('the pages of a pull', (given) => {
  /** Two scopes in ascending order, with as many reports as said. */
  async function twoScopes(first: number, second: number) {
    const world = aSyncWorld(given())
    const one = await aScope(world)
    const two = await aScope(world, { person: one.person, structureName: 'Mairie de Foix' })
    const phone = aDevice(world, one.person)
    await filesReports(phone, one.scope, first)
    await filesReports(phone, two.scope, second)
    return { world, phone, laptop: aDevice(world, one.person), one: one.scope, two: two.scope }
  }

  test('go scope by scope, and list every grant on each', async () => {
    const { laptop, one, two } = await twoScopes(3, 2)
    const pages = await pullAll(laptop, 2)
    expect(pages.map(({ changes, next, more }) => [changes.map(({ seq }) => seq), next, more])).toEqual([
      [[1, 2], { [one]: { seq: 2, done: false }, [two]: { seq: 0, done: false } }, true],
      [[3, 1], { [one]: { seq: 3, done: true }, [two]: { seq: 1, done: false } }, true],
      [[2], { [one]: { seq: 3, done: true }, [two]: { seq: 2, done: true } }, false],
    ])
    const labels = pages.map(({ grants }) => grants.map(({ label }) => label))
    expect(new Set(labels.map(String))).toEqual(new Set(['Mairie de Saint-Girons,Mairie de Foix']))
  })

  test('know that nothing is left when the last one is exactly full', async () => {
    const { laptop, one } = await twoScopes(2, 0)
    const page = await laptop.pull({ limit: 2 })
    expect([page.next[one], page.more]).toEqual([{ seq: 2, done: true }, false])
  })

  test('say that a scope behind a full page is not done', async () => {
    const { laptop, two } = await twoScopes(2, 1)
    const page = await laptop.pull({ limit: 2 })
    expect([page.next[two], page.more]).toEqual([{ seq: 0, done: false }, true])
  })

  test('end at the bytes that the device asked for, and hold one document at least', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const phone = aDevice(world, person)
    await filesReports(phone, scope, 3, { notes: 'é'.repeat(2_000) })
    const seqs = async (maxBytes: number, since: number) => {
      const { changes, next } = await phone.pull({ maxBytes, ...after(scope, since) })
      return [changes.map(({ seq }) => seq), next[scope]?.done]
    }
    expect(await seqs(1_000, 0)).toEqual([[1], false])
    expect(await seqs(10_000, 0)).toEqual([[1, 2], false])
    expect(await seqs(10_000, 2)).toEqual([[3], true])
  })

  test('I5 hold every document once when nothing moves meanwhile', async () => {
    const { laptop } = await twoScopes(7, 5)
    const seen = (await pullAll(laptop, 3)).flatMap(({ changes }) => changes.map(({ id }) => id))
    expect([seen.length, new Set(seen).size]).toEqual([12, 12])
  })

  test('I5 never leave a gap behind a document that moves while they are read', async () => {
    const { phone, laptop, one } = await twoScopes(4, 0)
    const first = await laptop.pull({ limit: 2 })
    const moved = first.changes[0]
    if (!moved) throw new Error('the page has two documents')
    await phone.push(edit(one, moved.id, { set: { minutes: 60 }, base: { minutes: 45 } }))
    const rest = await laptop.pull(after(one, first.next[one]?.seq ?? 0))
    expect(rest.changes.map(({ seq }) => seq)).toEqual([3, 4, 5])
    expect(rest.changes.at(-1)).toMatchObject({ id: moved.id, rev: 2 })
  })
})

describeEachStore('a pull that must begin again', (given) => {
  async function awaAtWork() {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const phone = aDevice(world, person)
    await filesReports(phone, scope, 3)
    return { world, scope, phone }
  }

  test('begins at the start when its cursor is past the head', async () => {
    const { scope, phone } = await awaAtWork()
    const page = await phone.pull(after(scope, 9))
    expect([page.grants[0]?.reset, page.changes.length, page.next[scope]]).toEqual([
      true,
      3,
      { seq: 3, done: true },
    ])
  })

  test('begins at the start when a purge went past its cursor, but not again while it rebuilds', async () => {
    const { world, scope, phone } = await awaAtWork()
    await world.store.db.updateTable('sync_scope').set({ horizon: 2 }).where('scope_id', '=', scope).execute()
    const resets = async (since: number, asOf: number) =>
      (await phone.pull({ limit: 1, ...after(scope, since, asOf) })).grants[0]?.reset
    expect(await resets(1, 1)).toBe(true)
    expect(await resets(2, 2)).toBe(false)
    expect(await resets(1, 3)).toBe(false)
    expect(await resets(0, 0)).toBe(false)
  })

  test('begins at the start even where the page has no room for it yet', async () => {
    const { world, scope, phone } = await awaAtWork()
    const later = await aScope(world, { person: phone.person })
    await filesReports(phone, later.scope, 1)
    const page = await phone.pull({ limit: 2, ...after(later.scope, 9) })
    expect(page.grants.map(({ reset }) => reset)).toEqual([false, true])
    expect(page.next[later.scope]).toEqual({ seq: 0, done: false })
    expect(page.next[scope]).toEqual({ seq: 2, done: false })
  })
})

test('I6 a cursor is of another history when it is past the head, or when what was purged is past its own head', () => {
  const head = { head: 10, horizon: 4, digest: '0' }
  expect(mustReset(fromTheStart, head)).toBe(false)
  expect(mustReset({ since: 10, asOf: 10 }, head)).toBe(false)
  expect(mustReset({ since: 11, asOf: 11 }, head)).toBe(true)
  expect(mustReset({ since: 3, asOf: 3 }, head)).toBe(true)
  expect(mustReset({ since: 4, asOf: 4 }, head)).toBe(false)
  expect(mustReset({ since: 1, asOf: 4 }, head)).toBe(false)
})

describeEachStore('what a pull may show', (given) => {
  test('I14 is the person’s own scopes and no other, whatever is asked for', async () => {
    const world = aSyncWorld(given())
    const [awa, hugo] = [await aScope(world), await aScope(world)]
    await filesReports(aDevice(world, awa.person), awa.scope, 2)
    const hugosPhone = aDevice(world, hugo.person)
    const page = await hugosPhone.pull({ scopes: { [awa.scope]: fromTheStart, [aScopeId()]: fromTheStart } })
    expect(page.grants.map(({ scope }) => scope)).toEqual([hugo.scope])
    expect([page.changes, Object.keys(page.next)]).toEqual([[], [hugo.scope]])
  })

  test('I14 is nothing of a scope that was withdrawn', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const phone = aDevice(world, person)
    await filesReports(phone, scope, 2)
    await withdraw(world, scope, person)
    expect(await phone.pull(after(scope, 0))).toMatchObject({
      grants: [],
      changes: [],
      next: {},
      more: false,
    })
  })

  test('is also a scope that the person may read and not write', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    await filesReports(aDevice(world, person), scope, 1)
    await withdraw(world, scope, person)
    await grant(world, scope, person, false)
    const page = await aDevice(world, person).pull()
    expect([page.grants[0]?.canWrite, page.changes.length]).toEqual([false, 1])
  })

  test('I16 is nothing for another person’s database, from another person’s device, or a revoked one', async () => {
    const world = aSyncWorld(given())
    const [awa, hugo] = [await aScope(world), await aScope(world)]
    const phone = aDevice(world, awa.person)
    await phone.pull()
    await world.background.settled()
    await expect(aDevice(world, hugo.person, phone.id).pull()).rejects.toMatchObject({ code: 'wrong-user' })
    await expect(phone.pull({ user: aPersonId() })).rejects.toMatchObject({ code: 'wrong-user' })
    await world.store.db.updateTable('device').set({ revoked_at: world.now.toISOString() }).execute()
    await expect(phone.pull()).rejects.toMatchObject({ code: 'device-revoked' })
  })

  test('is nothing for another epoch or another protocol', async () => {
    const world = aSyncWorld(given())
    const { person } = await aScope(world)
    const phone = aDevice(world, person)
    phone.epoch = anEpoch()
    await expect(phone.pull()).rejects.toMatchObject({ code: 'epoch', facts: { epoch: world.epoch } })
    phone.epoch = world.epoch
    await expect(phone.pull({ protocol: 0 })).rejects.toMatchObject({ code: 'client-too-old' })
    await expect(phone.pull({ protocol: 2 })).rejects.toMatchObject({ code: 'unavailable' })
  })
})
