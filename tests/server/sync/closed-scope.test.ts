import { expect, test } from 'vitest'
import { aReport } from '../../builders/a-report.ts'
import { anOp } from '../../builders/an-op.ts'
import { day } from '../../builders/decision-facts.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { ownHistory } from '../../../src/server/sync/own-history.ts'
import { recentAnswer } from '../../../src/server/sync/recent-documents.ts'
import { signedInPerson } from '../../../src/server/store/signed-in-person.ts'
import { aDevice, edit, senderOf } from './a-device.ts'
import { aScope, aSyncWorld, grant, withdraw, type ScopeFields } from './sync-world.ts'

const ended = [{ starts: day('2025-01-06'), ends: day('2026-11-30') }]
const nadia = { firstName: 'Nadia', name: 'Benali' }

describeEachStore('a scope that closes', (given) => {
  /** Awa files a report and a person's page; ninety-one days after her contract's end is 1 March 2027. */
  async function awaAtWork(fields: ScopeFields = { contracts: ended }) {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world, fields)
    const phone = aDevice(world, person)
    const page = anOp({ scope, collection: 'beneficiary', set: nadia })
    const report = anOp({ scope, set: aReport({ notes: 'Revenir' }) })
    await phone.push(page, report)
    return { world, scope, person, phone, page, report }
  }

  const graceIsOver = new Date('2027-03-01T08:00:00.000Z')

  test('I14 ninety days after the last contract a pull tells reports whole, and of people that they are', async () => {
    const { world, scope, phone, page, report } = await awaAtWork()
    world.now = new Date('2027-02-28T08:00:00.000Z')
    const before = await beside(() => phone.pull())
    expect(before.grants).toMatchObject([{ scope, closed: false, contracts: ended }])
    expect(JSON.stringify(before)).toContain('Nadia')
    world.now = graceIsOver
    const after = await beside(() => phone.pull())
    expect(after.grants).toMatchObject([{ scope, closed: true, digest: before.grants[0]?.digest }])
    expect(JSON.stringify(after)).not.toContain('Nadia')
    const told = new Map(after.changes.map((change) => [change.id, change]))
    expect(told.get(page.id)).toMatchObject({ state: 'live', rev: 1, withheld: true })
    expect(told.get(report.id)?.body).toEqual(report.set)
  })

  test('I14 neither the newest documents, nor the answer to a push, nor a history names anybody then', async () => {
    const { world, scope, person, phone, page } = await awaAtWork()
    world.now = graceIsOver
    const [recent, results, history] = [
      await recentAnswer(world, person, senderOf(phone)),
      await phone.push(page, edit(scope, page.id, { collection: 'beneficiary', set: { notes: 'Rappeler' } })),
      await ownHistory(world, person, page.id),
    ]
    expect(results.map(({ status, error }) => error?.code ?? status)).toEqual(['duplicate', 'scope-closed'])
    expect(history.revisions).toMatchObject([{ rev: 1, fields: {} }])
    expect(JSON.stringify([recent, results, history])).not.toContain('Nadia')
    expect(results[0]?.doc).toMatchObject({ id: page.id, rev: 1, withheld: true })
  })

  test('I14 two versions of a person are not told of a closed scope, and are again once it is open', async () => {
    const { world, scope, phone, page } = await awaAtWork()
    const [mine, other] = [{ notes: 'Chez Yann' }, { notes: 'Chez Rose' }]
    await phone.push(edit(scope, page.id, { collection: 'beneficiary', set: mine, base: { notes: null } }))
    await phone.push(edit(scope, page.id, { collection: 'beneficiary', set: other, base: { notes: null } }))
    world.now = graceIsOver
    expect(JSON.stringify(await phone.pull())).not.toMatch(/Yann|Rose/)
    await world.store.db.updateTable('contract').set({ ends: null }).where('scope_id', '=', scope).execute()
    const open = await phone.pull()
    expect(open.conflicts?.map(({ open }) => open)).toEqual([true])
    expect(JSON.stringify(open)).toMatch(/Yann/)
  })

  test('I27 a person of a closed scope is erased all the same', async () => {
    const { world, scope, phone, page } = await awaAtWork()
    world.now = graceIsOver
    const [result] = await phone.push(
      anOp({ scope, collection: 'beneficiary', id: page.id, kind: 'erase', baseRev: 1, set: {} }),
    )
    expect(result).toMatchObject({ status: 'applied', doc: { state: 'erased', rev: 2 } })
  })

  test('I13 a contract that was renewed is told with the next pull, and by the session', async () => {
    const { world, scope, person, phone } = await awaAtWork()
    const renewed = [...ended, { starts: day('2026-12-01'), ends: null }]
    await world.store.db
      .insertInto('contract')
      .values({ scope_id: scope, contract_id: world.ids.newId(), starts: day('2026-12-01'), ends: null })
      .execute()
    const { grants } = await beside(() => phone.pull())
    expect(grants).toMatchObject([{ contracts: renewed, closed: false, role: 'advisor' }])
    expect((await signedInPerson(world.store.db, person))?.scopes).toMatchObject([{ contracts: renewed }])
  })

  test('I14 a scope that was withdrawn, or may be read only, is none to file in, for the session too', async () => {
    const { world, scope, person } = await awaAtWork()
    await withdraw(world, scope, person)
    expect((await signedInPerson(world.store.db, person))?.scopes).toEqual([])
    await grant(world, scope, person, false)
    expect((await signedInPerson(world.store.db, person))?.scopes).toEqual([])
    await withdraw(world, scope, person)
    await grant(world, scope, person)
    expect((await signedInPerson(world.store.db, person))?.scopes).toMatchObject([{ scope }])
  })
})
