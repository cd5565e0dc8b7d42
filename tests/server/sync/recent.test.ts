import { expect, test } from 'vitest'
import { recentMaxDocuments, schemaVersion } from '../../../src/domain/sync/limits.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { recentAnswer } from '../../../src/server/sync/recent-documents.ts'
import { writeServerDocuments } from '../../../src/server/sync/write-server-document.ts'
import { aPlace } from '../../builders/a-place.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aPersonId, anEpoch } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { describeEachStore } from '../each-store.ts'
import { aDevice, edit, senderOf } from './a-device.ts'
import { aScope, aSyncWorld } from './sync-world.ts'

describeEachStore('the recent documents', (given) => {
  test('are those of the last 60 days of activity, places first, then the newest', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const other = await aScope(world, { person })
    const phone = aDevice(world, person)
    const on = (date: string, inScope = scope) => anOp({ scope: inScope, set: aReport({ date }) })
    const [old, edge, newest, middle] = [
      on('2026-09-23'),
      on('2026-09-24'),
      on('2026-11-23'),
      on('2026-10-10', other.scope),
    ]
    const deleted = on('2026-11-22')
    const place = anOp({ scope, collection: 'place', set: aPlace() })
    await phone.push(old, edge, newest, middle, deleted, place, edit(scope, deleted.id, { kind: 'delete' }))

    const answer = await recentAnswer(world, person, { ...senderOf(phone), epoch: null })

    expect([answer.epoch, answer.serverTime]).toEqual([world.epoch, world.now.toISOString()])
    expect(answer.documents.map(({ id }) => id)).toEqual([place.id, newest.id, middle.id, edge.id])
    expect(answer.documents[1]).toEqual({
      scope,
      collection: 'report',
      id: newest.id,
      rev: 1,
      seq: 3,
      state: 'live',
      schema: schemaVersion,
      body: aReport({ date: '2026-11-23' }),
    })
  })

  test('are 500 at most', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const documents = Array.from({ length: recentMaxDocuments + 5 }, () => ({
      collection: 'report' as const,
      id: aDocumentId(),
      body: aReport(),
      by: person,
      at: world.now.toISOString(),
    }))
    await inTransaction(world.store, (tx) => writeServerDocuments(tx, scope, documents))
    const { documents: recent } = await recentAnswer(world, person, senderOf(aDevice(world, person)))
    expect(recent).toHaveLength(recentMaxDocuments)
  })

  test('I14 are the person’s own', async () => {
    const world = aSyncWorld(given())
    const [awa, hugo] = [await aScope(world), await aScope(world)]
    const [phone, hugosPhone] = [aDevice(world, awa.person), aDevice(world, hugo.person)]
    await phone.push(anOp({ scope: awa.scope }))
    await world.background.settled()
    expect((await recentAnswer(world, hugo.person, senderOf(hugosPhone))).documents).toEqual([])
    const refusals: [object, string][] = [
      [{ user: awa.person }, 'wrong-user'],
      [{ user: aPersonId() }, 'wrong-user'],
      [{ deviceId: phone.id }, 'wrong-user'],
      [{ epoch: anEpoch() }, 'epoch'],
      [{ protocol: 0 }, 'client-too-old'],
    ]
    for (const [wrong, code] of refusals) {
      const sender = { ...senderOf(hugosPhone), ...wrong }
      await expect(recentAnswer(world, hugo.person, sender)).rejects.toMatchObject({ code })
    }
  })
})
