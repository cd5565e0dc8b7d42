import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import type { Store } from '../../../src/server/store/store.ts'
import { inTransaction, retriedRead, snapshotRead } from '../../../src/server/store/transaction.ts'
import type { Db } from '../../../src/server/store/tables.ts'
import { asAdministrator, hasPostgresql } from '../databases.ts'
import { onEngine } from '../each-store.ts'
import { storeContract } from './store-contract.ts'

describe.skipIf(!hasPostgresql())('the store on PostgreSQL', () => {
  onEngine('postgresql', (given) => {
    storeContract(given)
    describe('with several connections', () => {
      severalConnections(given)
    })
  })
})

function severalConnections(given: () => Store): void {
  test('a transaction that dies in a deadlock is run again', async () => {
    const one = randomUUID()
    const other = randomUUID()
    await addScope(given().db, one)
    await addScope(given().db, other)
    const bothHoldOne = barrier(2)
    let runs = 0
    const bumpBoth = (first: string, second: string) => async (tx: Db) => {
      runs += 1
      await bump(tx, first)
      await bothHoldOne()
      await bump(tx, second)
    }
    await Promise.all([
      inTransaction(given(), bumpBoth(one, other)),
      inTransaction(given(), bumpBoth(other, one)),
    ])
    expect(runs).toBe(3)
    const rows = await given().db.selectFrom('sync_scope').select(['scope_id', 'seq']).execute()
    expect(rows.map(({ seq }) => seq)).toEqual([2, 2])
  })

  test('an idle connection that is cut harms nobody', async () => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(given().db)
    await cut(rows[0]?.pid)
    expect(await retriedRead(given(), countScopes)).toBe(0)
  })

  test('a transaction whose connection is cut is run again on another', async () => {
    const connections: number[] = []
    await inTransaction(given(), async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      connections.push(rows[0]?.pid ?? 0)
      if (connections.length === 1) await cut(connections[0])
      await bump(tx, randomUUID())
    })
    expect(connections).toHaveLength(2)
    expect(connections[0]).not.toBe(connections[1])
  })

  test('a snapshot does not see what is committed meanwhile', async () => {
    const looked = barrier(2)
    // Begun here, outside the snapshot, which only lets it go on.
    const written = looked().then(() => addScope(given().db))
    const counts = await snapshotRead(given(), async (tx) => {
      const before = await countScopes(tx)
      await looked()
      await written
      return [before, await countScopes(tx)]
    })
    expect(counts).toEqual([0, 0])
    expect(await countScopes(given().db)).toBe(1)
  })
}

async function addScope(db: Db, scope = randomUUID()): Promise<void> {
  await db.insertInto('sync_scope').values({ scope_id: scope, kind: 'advisor' }).execute()
}

async function bump(tx: Db, scope: string): Promise<void> {
  await tx
    .updateTable('sync_scope')
    .set((eb) => ({ seq: eb('seq', '+', 1) }))
    .where('scope_id', '=', scope)
    .execute()
}

async function countScopes(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('sync_scope')
    .select((eb) => eb.fn.count<number>('scope_id').as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function cut(pid: number | undefined): Promise<void> {
  await asAdministrator(`select pg_terminate_backend(${pid ?? 0}, 5000)`)
}

/** Lets everybody through once that many have arrived; later ones pass. */
function barrier(size: number): () => Promise<void> {
  let arrived = 0
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    arrived += 1
    if (arrived >= size) open()
    return opened
  }
}
