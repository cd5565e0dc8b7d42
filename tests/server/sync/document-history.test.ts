import { expect, test } from 'vitest'
import { ownHistory } from '../../../src/server/sync/own-history.ts'
import { aReport } from '../../builders/a-report.ts'
import { aPersonId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aDevice, edit } from './a-device.ts'
import { aScope, aSyncWorld } from './sync-world.ts'

describeEachStore('the history of a document', (given) => {
  test('I14 tells its author what became of it, when and from which device, and nobody else', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const [phone, laptop] = [aDevice(world, person), aDevice(world, person)]
    const filed = anOp({ scope, set: aReport({ notes: 'Revenir' }) })
    await phone.push(filed)
    await laptop.push(edit(scope, filed.id, { baseRev: 1, set: { minutes: 60 }, base: { minutes: 45 } }))
    const read = (who: typeof person) =>
      beside(async () => (await ownHistory(world, who, filed.id)).revisions)
    const revisions = await read(person)
    expect(revisions.map(({ rev, state, fields }) => [rev, state, fields['minutes']])).toEqual([
      [1, 'live', 45],
      [2, 'live', 60],
    ])
    expect(new Set(revisions.map(({ deviceId }) => deviceId)).size).toBe(2)
    expect(await read(aPersonId())).toEqual([])
  })
})
