import { expect, test } from 'vitest'
import { schemaVersion } from '../../../src/domain/sync/limits.ts'
import { aKitConfirmation, anEventConfirmation } from '../../builders/a-confirmation.ts'
import { anOp } from '../../builders/an-op.ts'
import { day } from '../../builders/decision-facts.ts'
import { describeEachStore } from '../each-store.ts'
import { aDevice, edit, pullAll } from './a-device.ts'
import { documentRow, historyRows } from './look-inside.ts'
import { aScope, aSyncWorld, type ScopeFields } from './sync-world.ts'

describeEachStore('a confirmation', (given) => {
  async function awa(fields: ScopeFields = {}) {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world, fields)
    return { world, scope, phone: aDevice(world, person), laptop: aDevice(world, person) }
  }

  test('I3 is kept as it was said, once, and comes to the other devices of whoever said it', async () => {
    const { world, scope, phone, laptop } = await awa()
    const ops = [aKitConfirmation(), anEventConfirmation()].map((set) =>
      anOp({ scope, collection: 'confirmation', set }),
    )
    expect((await phone.push(...ops)).map(({ status }) => status)).toEqual(['applied', 'applied'])
    expect((await phone.push(...ops)).map(({ status }) => status)).toEqual(['duplicate', 'duplicate'])
    const [page] = await pullAll(laptop)
    expect(page?.changes.map(({ collection, body }) => ({ collection, body }))).toEqual(
      ops.map(({ set }) => ({ collection: 'confirmation', body: set })),
    )
    for (const { id } of ops) expect(await historyRows(world, scope, id)).toHaveLength(1)
  })

  test('that contradicts another is kept beside it', async () => {
    const { scope, phone, laptop } = await awa()
    const { item = null } = aKitConfirmation()
    const said = (kind: string) =>
      anOp({ scope, collection: 'confirmation', set: aKitConfirmation({ kind, item }) })
    await phone.push(said('back'))
    expect(await laptop.push(said('received'), said('back'))).toMatchObject([
      { status: 'applied' },
      { status: 'applied' },
    ])
    expect((await pullAll(phone)).flatMap(({ changes }) => changes)).toHaveLength(3)
  })

  test('is taken until ninety days after the last contract, whatever its day', async () => {
    const contracts = [{ starts: day('2025-01-06'), ends: day('2026-10-31') }]
    const { world, scope, phone } = await awa({ contracts })
    const back = () => anOp({ scope, collection: 'confirmation', set: aKitConfirmation({ kind: 'back' }) })
    expect(await phone.push(back())).toMatchObject([{ status: 'applied' }])
    world.now = new Date('2027-02-01T08:00:00.000Z')
    expect(await phone.push(back())).toMatchObject([{ status: 'rejected', error: { code: 'scope-closed' } }])
  })

  test('I21 that is taken back stays so, whichever device says it', async () => {
    const { world, scope, phone, laptop } = await awa()
    const op = anOp({ scope, collection: 'confirmation', set: aKitConfirmation() })
    await phone.push(op)
    const takeBack = edit(scope, op.id, { collection: 'confirmation', kind: 'delete' })
    expect(await laptop.push(takeBack)).toMatchObject([{ status: 'applied', doc: { state: 'deleted' } }])
    await phone.push(op)
    expect(await documentRow(world, scope, op.id)).toMatchObject({ state: 'deleted' })
  })

  test('of an older build is refused, and of a newer one waits, where it is not known what it is about', async () => {
    const { scope, phone } = await awa()
    const ofLater = () =>
      anOp({ scope, collection: 'confirmation', set: aKitConfirmation({ about: 'later' }) })
    const [refused] = await phone.pushWith({ ops: [ofLater()], schema: schemaVersion - 1 })
    expect(refused).toMatchObject({ status: 'rejected', error: { code: 'invalid' } })
    const [waiting] = await phone.pushWith({ ops: [ofLater()], schema: schemaVersion + 1 })
    expect(waiting).toMatchObject({ status: 'deferred' })
  })
})
