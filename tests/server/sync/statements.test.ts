import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { spreading } from '../../../src/server/store/engine-differences.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { recentAnswer } from '../../../src/server/sync/recent-documents.ts'
import { aReport } from '../../builders/a-report.ts'
import { anOp } from '../../builders/an-op.ts'
import { emptyStore } from '../databases.ts'
import { hearStatements, sharedStore } from '../each-store.ts'
import { brokenSqlRules } from '../store/sql-rules.ts'
import { aDevice, edit, senderOf } from './a-device.ts'
import { aScope, aSyncWorld } from './sync-world.ts'

const said: string[] = []
let meanwhile: ((sql: string) => void) | undefined
let store: Store
let stop: () => void

beforeAll(async () => {
  store = await sharedStore('embedded')
  stop = hearStatements(say)
})
beforeEach(() => emptyStore(store))
afterAll(() => stop())

function say(sql: string): void {
  said.push(sql)
  meanwhile?.(sql)
}

async function awaAtWork() {
  const world = aSyncWorld(store)
  const { scope, person } = await aScope(world)
  const [phone, laptop] = [aDevice(world, person), aDevice(world, person)]
  await laptop.pull()
  await world.background.settled()
  return { world, scope, person, phone, laptop }
}

/** Statements of some work, each by its first two words, without those of the background. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  said.length = 0
  await work()
  return said
    .map((sql) => sql.trim().split(/\s+/).slice(0, 2).join(' '))
    .filter((sql) => sql !== 'insert into')
}

describe('round trips to the database', () => {
  test('a push of one scope reads and writes, whatever the number of its ops', async () => {
    const { world, scope, phone } = await awaAtWork()
    const push = ['select s.seq,', 'with moved']
    const one = anOp({ scope })
    expect(await statementsOf(() => phone.push(one))).toEqual(push)
    await world.background.settled()
    const many = Array.from({ length: 40 }, () => anOp({ scope }))
    expect(await statementsOf(() => phone.push(one, ...many))).toEqual(push)
  })

  test('a push that was decided before only reads', async () => {
    const { scope, phone } = await awaAtWork()
    const one = anOp({ scope })
    await phone.push(one)
    expect(await statementsOf(() => phone.push(one))).toEqual(['select s.seq,'])
  })

  test('a push that meets another writer reads, locks, reads again, writes and commits', async () => {
    const { scope, phone, laptop } = await awaAtWork()
    const other = anOp({ scope })
    // The one connection is asked for next, before the push asks for it again.
    const moving: Promise<unknown>[] = []
    meanwhile = () => {
      meanwhile = undefined
      moving.push(sql`update sync_scope set seq = 7 where scope_id = ${scope}`.execute(store.db))
    }
    expect(await statementsOf(() => phone.push(other))).toEqual([
      'select s.seq,',
      'update sync_scope',
      'with moved',
      'start transaction',
      'update sync_scope',
      'select (select',
      'with documents',
      'commit',
    ])
    await Promise.all(moving)
    expect((await laptop.pull()).changes.map(({ id, seq }) => [id, seq])).toEqual([[other.id, 8]])
  })

  test('an erasure, which takes several statements, locks first', async () => {
    const { scope, phone } = await awaAtWork()
    const one = anOp({ scope })
    await phone.push(one)
    const statements = await statementsOf(() => phone.push(edit(scope, one.id, { kind: 'erase' })))
    expect(statements.slice(0, 3)).toEqual(['start transaction', 'update sync_scope', 'select (select'])
    expect(statements.at(-1)).toBe('commit')
  })

  test('an idle poll reads who asks and the heads', async () => {
    const { laptop } = await awaAtWork()
    expect(await statementsOf(() => laptop.pull())).toEqual(['select m.epoch,', 'select scope_id'])
  })

  test('a poll of scopes that moved is read from one picture, once more for each of them', async () => {
    const { scope, phone, laptop } = await awaAtWork()
    await phone.push(anOp({ scope }))
    expect(await statementsOf(() => laptop.pull())).toEqual([
      'select m.epoch,',
      'select scope_id',
      'start transaction',
      'select m.epoch,',
      'select scope_id',
      'with s',
      'commit',
    ])
  })
})

test('every statement of the protocol names the scope of every scoped table that it touches', async () => {
  const { world, scope, person, phone, laptop } = await awaAtWork()
  said.length = 0
  const [report, second] = [anOp({ scope }), anOp({ scope })]
  await phone.push(report, second, anOp({ scope, set: aReport({ minutes: 1 }) }), { not: 'an op' })
  await laptop.push(
    edit(scope, report.id, { set: { minutes: 5 }, base: { minutes: 30 } }),
    edit(scope, second.id, { kind: 'erase' }),
  )
  await laptop.pull()
  await recentAnswer(world, person, senderOf(laptop))
  await world.background.settled()
  const queries = said.filter((sql) => !/^(start transaction|commit|rollback)/.test(sql))
  expect(queries.length).toBeGreaterThan(12)
  expect(
    queries.flatMap((sql) => [...brokenSqlRules(sql), ...unscoped(sql)].map((why) => `${why}: ${sql}`)),
  ).toEqual([])
})

/** Scoped tables of a statement that have no `scope_id` of their own in it: one each in a key, a WHERE or a list. */
function unscoped(sql: string): string[] {
  const touched = [...sql.matchAll(/\b(?:from|join|into|update|using)\s+(\w+)/gi)]
    .map((match) => match[1] ?? '')
    .filter((name) => spreading.distributed.some((table) => table === name))
  const named = sql.match(/\bscope_id\b/gi)?.length ?? 0
  return named >= touched.length ? [] : [`${touched.join(', ')} and only ${named} scope_id`]
}
