import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { asJson } from '../../../src/server/store/database-values.ts'
import { isUniqueViolation, SqlError } from '../../../src/server/store/sql-error.ts'
import type { Store } from '../../../src/server/store/store.ts'
import type { Db } from '../../../src/server/store/tables.ts'
import { inTransaction, snapshotRead } from '../../../src/server/store/transaction.ts'
import { testEpoch } from '../databases.ts'

/** What every store promises, whatever the database under it: run on each by `store-embedded` and `store-postgresql`. */
export function storeContract(given: () => Store): void {
  describe('values', () => {
    valuesContract(given)
  })
  describe('refusals', () => {
    refusalsContract(given)
  })
  describe('transactions', () => {
    transactionsContract(given)
  })
  describe('a new store', () => {
    test('has its schema and one identity', async () => {
      const rows = await given().db.selectFrom('sync_meta').selectAll().execute()
      expect(rows).toEqual([{ one: true, epoch: testEpoch, min_client: 1 }])
    })

    test('is kept up without an error', async () => {
      await expect(given().upkeep()).resolves.toBeUndefined()
    })
  })
}

function valuesContract(given: () => Store): void {
  const ask = async (expression: string): Promise<unknown> => {
    const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(given().db)
    return rows[0]?.value
  }
  const echo = async (value: unknown, type: string): Promise<unknown> => {
    const question = sql<{ value: unknown }>`select ${value}::${sql.raw(type)} as value`
    return (await question.execute(given().db)).rows[0]?.value
  }

  test.each([
    ['true', true],
    ['7::int2', 7],
    ['-7::int4', -7],
    ['9007199254740991::int8', 9007199254740991],
    ['1.5::float8', 1.5],
    ['18446744073709551615::numeric(20)', '18446744073709551615'],
    ["'2026-03-29'::date", '2026-03-29'],
    ["'2026-03-29 02:30:00.120+02'::timestamptz", '2026-03-29T00:30:00.120Z'],
    ["'2026-03-29T00:30:00Z'::timestamptz", '2026-03-29T00:30:00.000Z'],
    [`'{"a":[1,null,"é"]}'::jsonb`, { a: [1, null, 'é'] }],
    [`'null'::jsonb`, null],
    ['null::int8', null],
    ["'0190A000-0000-7000-8000-000000000000'::uuid", testEpoch],
    ["'{1,2,NULL}'::int8[]", [1, 2, null]],
    [`'{"a, b","c \\"d\\"","","NULL",é}'::text[]`, ['a, b', 'c "d"', '', 'NULL', 'é']],
    [`array['{"a":1}'::jsonb]`, [{ a: 1 }]],
    ["'{}'::uuid[]", []],
    ["'abc'::varchar(5)", 'abc'],
  ])('%s is read as one value', async (expression, value) => {
    expect(await ask(expression)).toEqual(value)
  })

  test('a whole number beyond what can be held exactly is refused, and the store goes on', async () => {
    await expect(ask('9007199254740993::int8')).rejects.toThrow(RangeError)
    expect(await ask('1::int8')).toBe(1)
  })

  test.each([
    ['a text with everything in it', `l’été "à" \\ Saint-Girons\n{}`, 'text', undefined],
    ['a whole number', 42, 'int8', undefined],
    ['a big whole number', 18446744073709551615n, 'numeric', '18446744073709551615'],
    ['a boolean', false, 'bool', undefined],
    ['nothing', null, 'text', undefined],
    ['a moment', new Date(0), 'timestamptz', '1970-01-01T00:00:00.000Z'],
    ['an object as JSON', { a: { b: [1] } }, 'jsonb', undefined],
    ['a list as JSON', asJson([1, 'deux']), 'jsonb', [1, 'deux']],
    ['a list of texts', ['a, b', 'c "d" \\', '', 'NULL', 'é'], 'text[]', undefined],
    ['a list of ids', [testEpoch], 'uuid[]', undefined],
    ['a list of days with a hole', ['2026-11-23', null], 'date[]', undefined],
    ['an empty list', [], 'text[]', undefined],
  ])('%s comes back as it was given', async (_what, value, type, read) => {
    expect(await echo(value, type)).toEqual(read ?? value)
  })

  test('a list of ids asks for each of them', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    const { db } = given()
    await db
      .insertInto('erased')
      .values(ids.map((id) => erasedRow({ id })))
      .execute()
    const found = await sql<{ id: string }>`
      select id from erased where scope_id = ${scope} and id = any(${ids.slice(1)}) order by id`.execute(db)
    expect(found.rows.map(({ id }) => id)).toEqual(ids.slice(1).sort())
  })

  test('a statement says how many rows it touched', async () => {
    const { db } = given()
    const inserted = await db
      .insertInto('erased')
      .values([erasedRow({}), erasedRow({})])
      .executeTakeFirst()
    expect(inserted.numInsertedOrUpdatedRows).toBe(2n)
    const deleted = await db.deleteFrom('erased').where('scope_id', '=', scope).executeTakeFirst()
    expect(deleted.numDeletedRows).toBe(2n)
    const none = await db.deleteFrom('erased').where('scope_id', '=', scope).executeTakeFirst()
    expect(none.numDeletedRows).toBe(0n)
  })
}

function refusalsContract(given: () => Store): void {
  test('a taken key is told apart by its constraint, without the value that is personal', async () => {
    const { db } = given()
    await db.insertInto('person').values(personRow('awa@mairie.example')).execute()
    const second = db.insertInto('person').values(personRow('awa@mairie.example')).execute()
    const error: unknown = await second.catch((caught: unknown) => caught)
    expect(isUniqueViolation(error, 'person_email_key')).toBe(true)
    expect(isUniqueViolation(error, 'person_identity')).toBe(false)
    expect(error).toMatchObject({ code: '23505', table: 'person', statement: expect.stringContaining('$1') })
    expect(JSON.stringify(error) + String(error)).not.toContain('awa@')
  })

  test.each([
    [
      'a value that breaks a check',
      `insert into sync_meta (one, epoch) values (false, '${testEpoch}')`,
      '23514',
    ],
    ['a missing value', 'insert into sync_scope (scope_id, kind) values (null, null)', '23502'],
    ['a table that is not there', 'select 1 from nowhere', '42P01'],
    ['an id that is none', `select 'x'::uuid`, '22P02'],
    ['a division by zero', 'select 1 / 0', '22012'],
  ])('%s has its SQLSTATE', async (_what, statement, code) => {
    await expect(sql.raw(statement).execute(given().db)).rejects.toMatchObject({ name: 'SqlError', code })
  })

  test.each([
    ['a text', sql`select ${'a\u0000b'}::text`, '22021'],
    ['a JSON text', sql`select ${asJson({ a: 'a\u0000b' })}::jsonb`, '22P05'],
  ])('a null character in %s is refused', async (_where, statement, code) => {
    await expect(statement.execute(given().db)).rejects.toMatchObject({ name: 'SqlError', code })
  })

  test('a refused statement leaves the store usable', async () => {
    await expect(sql`select 1 / 0`.execute(given().db)).rejects.toThrow(SqlError)
    await expect(sql`select 1`.execute(given().db)).resolves.toBeDefined()
  })
}

function transactionsContract(given: () => Store): void {
  test('what a transaction wrote is there once it has answered', async () => {
    const answer = await inTransaction(given(), async (tx) => {
      await tx
        .insertInto('erased')
        .values([erasedRow({}), erasedRow({})])
        .execute()
      return 'done'
    })
    expect(answer).toBe('done')
    expect(await countErased(given().db)).toBe(2)
  })

  test('nothing of a transaction that fails stays', async () => {
    const failing = inTransaction(given(), async (tx) => {
      await tx.insertInto('erased').values(erasedRow({})).execute()
      throw new Error('changed our mind')
    })
    await expect(failing).rejects.toThrow('changed our mind')
    expect(await countErased(given().db)).toBe(0)
  })

  test('a transaction whose failed statement was ignored is not reported as committed', async () => {
    const careless = inTransaction(given(), async (tx) => {
      await tx.insertInto('erased').values(erasedRow({})).execute()
      await sql`select 1 / 0`.execute(tx).catch(() => undefined)
    })
    await expect(careless).rejects.toMatchObject({ name: 'SqlError', code: '25P02' })
    expect(await countErased(given().db)).toBe(0)
  })

  test('I4 twenty writers of one counter get twenty numbers', async () => {
    await given().db.insertInto('sync_scope').values({ scope_id: scope, kind: 'advisor' }).execute()
    const numbers = await Promise.all(Array.from({ length: 20 }, () => inTransaction(given(), takeNumber)))
    expect(numbers.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  test('a read sees a whole transaction or nothing of it', async () => {
    const { db } = given()
    const writing = inTransaction(given(), async (tx) => {
      await tx.insertInto('erased').values(erasedRow({})).execute()
      await tx.insertInto('erased').values(erasedRow({})).execute()
    })
    const seen = await Promise.all(Array.from({ length: 5 }, () => countErased(db)))
    await writing
    expect([...seen, await countErased(db)].every((count) => count === 0 || count === 2)).toBe(true)
    expect(await countErased(db)).toBe(2)
  })

  test('a snapshot only reads, and says which statement tried to write', async () => {
    const writing = snapshotRead(given(), (tx) => tx.insertInto('erased').values(erasedRow({})).execute())
    await expect(writing).rejects.toThrow(/A snapshot only reads: insert into "erased"/)
    expect(await countErased(given().db)).toBe(0)
  })

  test('asking the store instead of the transaction is refused at once, and not only under load', async () => {
    const confused = inTransaction(given(), () => countErased(given().db))
    await expect(confused).rejects.toThrow(/ask the transaction and not the store/)
    expect(await countErased(given().db)).toBe(0)
  })

  test('a transaction can undo a part of itself', async () => {
    await inTransaction(given(), async (tx) => {
      await tx.insertInto('erased').values(erasedRow({})).execute()
      await sql`savepoint part`.execute(tx)
      await tx.insertInto('erased').values(erasedRow({})).execute()
      await sql`rollback to savepoint part`.execute(tx)
    })
    expect(await countErased(given().db)).toBe(1)
  })
}

const scope = '0190b000-0000-7000-8000-000000000001'

function erasedRow({ id = randomUUID() }: { id?: string }): { scope_id: string; id: string; at: string } {
  return { scope_id: scope, id, at: '2026-11-23T08:00:00.000Z' }
}

function personRow(email: string): {
  person_id: string
  email: string
  email_key: string
  created_at: string
} {
  return { person_id: randomUUID(), email, email_key: email, created_at: '2026-11-23T08:00:00.000Z' }
}

async function takeNumber(tx: Db): Promise<number> {
  const { seq } = await tx
    .updateTable('sync_scope')
    .set((eb) => ({ seq: eb('seq', '+', 1) }))
    .where('scope_id', '=', scope)
    .returning('seq')
    .executeTakeFirstOrThrow()
  return seq
}

async function countErased(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('erased')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('scope_id', '=', scope)
    .executeTakeFirstOrThrow()
  return count
}
