import { AsyncLocalStorage } from 'node:async_hooks'

import { afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'

import type { EngineName } from '../../src/server/store/engine.ts'
import type { Store } from '../../src/server/store/store.ts'

import { embeddedStore, emptyStore, hasPostgresql, postgresqlStore } from './databases.ts'
import type { TestStoreOptions } from './databases.ts'
import { brokenSqlRules } from './store/sql-rules.ts'
import { workBehindSettled } from './sync/test-background.ts'

const openers: Record<EngineName, (options: TestStoreOptions) => Promise<Store>> = {
  embedded: embeddedStore,
  postgresql: postgresqlStore,
}

/**
 * The stores of this process: each engine is opened once, whatever the number of files and suites, and ends with the
 * process.
 */
const opened = new Map<EngineName, Promise<Store>>()

const besideTheRules = new AsyncLocalStorage<true>()
const broken: string[] = []

/**
 * One suite, run on the embedded engine and on PostgreSQL. `given()` is the store, emptied before each test. Every
 * statement that a test makes the store emit is held to rule 9 of sync.md 2.3; what a test itself looks up or plants
 * goes through `beside`.
 *
 *     describeEachStore('pushing', (given) => {
 *       test('…', async () => {
 *         await push(given(), …)
 *         expect(await beside(() => given().db.selectFrom('doc').selectAll().execute())).toEqual(…)
 *       })
 *     })
 */
export function describeEachStore(title: string, suite: (given: () => Store) => void, world?: World): void {
  describe(`${title} (embedded)`, () => {
    onEngine('embedded', suite, world)
  })
  describe.skipIf(!hasPostgresql())(`${title} (postgresql)`, () => {
    onEngine('postgresql', suite, world)
  })
}

/** Runs a test's own queries, which need not keep to the rules of the store's. */
export function beside<T>(work: () => Promise<T>): Promise<T> {
  return besideTheRules.run(true, work)
}

/** What a suite begins with whose tests only read: it is planted once, and the store emptied before that alone. */
export type World = (store: Store) => Promise<unknown>

export function onEngine(engine: EngineName, suite: (given: () => Store) => void, world?: World): void {
  let store: Store | undefined
  beforeAll(async () => {
    store = await sharedStore(engine)
    if (!world) return
    await emptyStore(store)
    await beside(() => world(given()))
  })
  beforeEach(async () => {
    if (!world) await emptyStore(given())
    broken.length = 0
  })
  afterEach(async () => {
    await workBehindSettled()
    expect(broken).toEqual([])
  })

  function given(): Store {
    if (store === undefined) throw new Error('The store is open inside tests only')
    return store
  }
  suite(given)
}

/** The store of this process over an engine. */
export function sharedStore(engine: EngineName): Promise<Store> {
  const store = opened.get(engine) ?? openers[engine]({ onStatement: hear })
  opened.set(engine, store)
  return store
}

/** Has `listener` hear every statement of this process's stores, until what is answered is called. */
export function hearStatements(listener: (sql: string) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const listeners = new Set<(sql: string) => void>()

function hear(sql: string): void {
  holdToRules(sql)
  for (const listener of listeners) listener(sql)
}

function holdToRules(sql: string): void {
  if (besideTheRules.getStore() === true) return
  broken.push(...brokenSqlRules(sql).map((rule) => `${rule}: ${sql}`))
}
