import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { DocumentId, ScopeId } from '../../../src/domain/ids.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { writeServerDocument } from '../../../src/server/sync/write-server-document.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, anOpId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aDevice, edit, type TestDevice } from './a-device.ts'
import { conflictRows, counter, documentRows, expectedDigest, historyRows } from './look-inside.ts'
import { aScope, aSyncWorld, type SyncWorld } from './sync-world.ts'

const writers = 8
const rounds = 12

/** Reads from its cursors until told to stop, then once more; answers every document in the order in which it came. */
async function follows(device: TestDevice, scopes: readonly ScopeId[], over: { yet: boolean }) {
  const seen: { scope: ScopeId; id: DocumentId; seq: number }[] = []
  let cursors = Object.fromEntries(scopes.map((scope) => [scope, { since: 0, asOf: 0 }]))
  for (let last = false; !last;) {
    last = over.yet
    const page = await device.pull({ scopes: cursors, limit: 3 })
    seen.push(...page.changes)
    cursors = Object.fromEntries(
      Object.entries(page.next).map(([scope, { seq }]) => [scope, { since: seq, asOf: seq }]),
    )
    last &&= !page.more
  }
  return seen
}

/** A transaction of the server that commits late: its numbers are taken, and others wait or pass. */
function writesSlowly(world: SyncWorld, scope: ScopeId, device: TestDevice, id: DocumentId, seconds: number) {
  return inTransaction(world.store, async (tx) => {
    const at = world.now.toISOString()
    await writeServerDocument(tx, { scope, collection: 'report', id, body: aReport(), by: device.person, at })
    await beside(() => sql`select pg_sleep(${seconds})`.execute(tx))
  })
}

describeEachStore('eight writers at once', (given) => {
  test('I4 I5 a reader who polls meanwhile misses no row, and sees them in the order of their numbers', async () => {
    const world = aSyncWorld(given())
    const one = await aScope(world)
    const two = await aScope(world, { person: one.person })
    const scopes = [one.scope, two.scope]
    const written: DocumentId[] = []
    const over = { yet: false }
    const reading = follows(aDevice(world, one.person), scopes, over)
    const writing = Array.from({ length: writers }, async (_, writer) => {
      const device = aDevice(world, one.person)
      for (let round = 0; round < rounds; round += 1) {
        const scope = scopes[(writer + round) % 2] ?? one.scope
        const id = aDocumentId()
        written.push(id)
        if (writer % 2 === 0) await device.push(anOp({ scope, id }), anOp({ scope, kind: 'delete', set: {} }))
        else await writesSlowly(world, scope, device, id, ((writer * 7 + round * 3) % 6) / 1000)
      }
    })
    await Promise.all(writing)
    over.yet = true
    const seen = await reading

    expect(seen.map(({ id }) => id).sort()).toEqual(written.sort())
    for (const scope of scopes) {
      const seqs = seen.filter((each) => each.scope === scope).map(({ seq }) => seq)
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
      expect(seqs).toEqual((await documentRows(world, scope)).map(({ seq }) => seq))
      expect((await counter(world, scope)).digest).toBe(await expectedDigest(world, scope))
    }
  })

  test('I8 I10 all of one report leave no value behind and no hole in its revisions', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const creation = anOp({ scope, set: aReport({ notes: 'first' }) })
    await aDevice(world, person).push(creation)
    const notes = Array.from({ length: writers }, (_, writer) => `note of ${writer}`)
    await Promise.all(
      notes.map((text, writer) =>
        aDevice(world, person).push(
          edit(scope, creation.id, {
            set: { notes: text },
            base: { notes: 'first' },
            at: `2026-11-23T16:0${writer}:00.000Z`,
          }),
        ),
      ),
    )
    const history = await historyRows(world, scope, creation.id)
    const lost = (await conflictRows(world, scope)).map((row) => row.lost)
    const kept = JSON.stringify([history.map(({ set_fields }) => set_fields), lost])
    expect(notes.filter((text) => !kept.includes(text))).toEqual([])
    expect(history.map(({ rev }) => rev)).toEqual(history.map((_, index) => index + 1))
    expect(lost).toHaveLength(writers - 1)
  })

  test('I3 of the same ops write each once, and all hear of it', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const ops = Array.from({ length: 5 }, () => anOp({ scope, opId: anOpId() }))
    const phone = aDevice(world, person)
    const answers = await Promise.all(Array.from({ length: writers }, () => phone.push(...ops)))
    expect(answers.map((results) => results.map(({ doc }) => doc?.rev))).toEqual(
      answers.map(() => [1, 1, 1, 1, 1]),
    )
    const applied = answers.flat().filter(({ status }) => status === 'applied')
    expect([applied.length, (await documentRows(world, scope)).length]).toEqual([5, 5])
  })
})
