import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../src/app/data/database.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'

/** The database as version 1 of the app made it. */
const stores1 = {
  report: '[scope+id], id, [state+order+id]',
  place: '[scope+id], id, [scope+state+order]',
  other: '[scope+id], collection',
  outbox: '++n, &opId, [scope+id]',
  sent: 'opId, ackedAt, [scope+id]',
  orphan: 'opId, scope, [scope+id]',
  conflict: 'id, [scope+docId]',
  cursor: 'scope',
  draft: 'id, updatedAt',
  meta: 'k',
}

test('P27 what an older build kept aside has its table after the upgrade, and what nobody knows yet stays aside', async () => {
  const [scope, known, unknown] = [aScopeId(), aDocumentId(), aDocumentId()]
  const name = `adopt-${known}`
  const older = new Dexie(name)
  older.version(1).stores(stores1)
  const row = {
    scope,
    state: 'live',
    order: '',
    pending: 0,
    server: { rev: 1, seq: 4, state: 'live', h: '7' },
  }
  const body = { firstName: 'Zoé', name: 'Bernard' }
  await older.table('other').bulkAdd([
    { ...row, id: known, collection: 'beneficiary', body },
    { ...row, id: unknown, collection: 'rehearsal', body: {} },
  ])
  older.close()

  const db = openDatabase(aPersonId(), name)
  expect(await db.beneficiary.toArray()).toEqual([
    { ...row, id: known, collection: 'beneficiary', body, order: 'bernard zoe' },
  ])
  expect((await db.other.toArray()).map(({ id }) => id)).toEqual([unknown])
  await db.delete()
})
