import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'

import {
  durableStartParams,
  giveFsync,
  proveDurable,
  realDisk,
} from '../../../src/server/store/embedded-durability.ts'
import type { Disk } from '../../../src/server/store/embedded-durability.ts'
import { EngineBroken, openEmbeddedEngine } from '../../../src/server/store/embedded-engine.ts'
import { openEmbedded } from '../../../src/server/store/open-embedded.ts'
import { ConnectionLost } from '../../../src/server/store/sql-error.ts'
import { copyFolder } from '../../browser/copy-folder.ts'
import { silentLog } from '../databases.ts'
import { lastingFolder } from './temporary-folder.ts'

const { folder, remove } = lastingFolder()
const limits = { places: 1, waiting: 10, patience: 10_000 }

/** Opens the folder's files without the store's care. */
async function bareEngine(startParams: string[]): Promise<PGlite> {
  const engine = await PGlite.create(join(folder, 'cluster'), { startParams })
  onTestFinished(() => engine.close())
  return engine
}

beforeAll(async () => {
  await copyFolder(inject('madeDatabase'), folder)
  const engine = await openEmbeddedEngine(folder)
  await engine.run('create table kept (n int)', [])
  await engine.close()
})
afterAll(remove)

test('the self-test passes when a commit is written through', async () => {
  const engine = await bareEngine(durableStartParams)
  await expect(proveDurable(engine, giveFsync(engine))).resolves.toBeUndefined()
})

test('the self-test fails when PGlite is left as it comes', async () => {
  const engine = await bareEngine(PGlite.defaultStartParams)
  const refusal = proveDurable(engine, { synced: 0, failure: undefined })
  await expect(refusal).rejects.toMatchObject({ name: 'StoreError', code: 'not-durable' })
  await expect(refusal).rejects.toThrow(/fsync was not called once/)
})

test('the self-test fails when fsync is given but PostgreSQL is told not to call it', async () => {
  const engine = await bareEngine(PGlite.defaultStartParams)
  await expect(proveDurable(engine, giveFsync(engine))).rejects.toMatchObject({ code: 'not-durable' })
})

test('the self-test fails when PostgreSQL calls it but it is not given', async () => {
  const engine = await bareEngine(durableStartParams)
  await expect(proveDurable(engine, { synced: 0, failure: undefined })).rejects.toMatchObject({
    code: 'not-durable',
  })
})

test('each commit is written through before it is acknowledged', async () => {
  let files = 0
  const counting: Disk = {
    ...realDisk,
    syncFile(fd) {
      files += 1
      realDisk.syncFile(fd)
    },
  }
  const engine = await openEmbeddedEngine(folder, counting)
  onTestFinished(() => engine.close())
  for (let n = 1; n <= 10; n += 1) {
    files = 0
    await engine.run('insert into kept values ($1)', [String(n)])
    expect(files).toBeGreaterThanOrEqual(1)
  }
})

test('a commit that the disk refuses is never acknowledged, nor anything after it', async () => {
  let failing = false
  const dying: Disk = {
    ...realDisk,
    syncFile(fd) {
      if (failing) throw new Error('EIO: i/o error, fdatasync')
      realDisk.syncFile(fd)
    },
  }
  const engine = await openEmbeddedEngine(folder, dying)
  failing = true
  await expect(engine.run('insert into kept values (1)', [])).rejects.toThrow(EngineBroken)
})

test('a database whose making was cut short is made again', async () => {
  const other = lastingFolder()
  onTestFinished(other.remove)
  mkdirSync(join(other.folder, 'cluster.new', 'base'), { recursive: true })
  const engine = await openEmbeddedEngine(other.folder)
  await engine.close()
  expect(existsSync(join(other.folder, 'cluster', 'PG_VERSION'))).toBe(true)
  expect(existsSync(join(other.folder, 'cluster.new'))).toBe(false)
})

test('when its thread dies, the store starts it again and what was acknowledged is there', async () => {
  const engine = await openEmbedded(folder, limits, silentLog)
  onTestFinished(() => engine.end())
  const doomed = await engine.take()
  await doomed.run('delete from kept', [])
  await doomed.run('insert into kept values (42)', [])
  await doomed.run('begin', [])
  await doomed.run('insert into kept values (43)', [])
  doomed.release(true)
  await expect(doomed.run('commit', [])).rejects.toThrow(ConnectionLost)

  const next = await engine.take()
  expect((await next.run('select n from kept', [])).rows).toEqual([{ n: 42 }])
  next.release(false)
})

test('a store in memory whose thread died says so, rather than begin again empty', async () => {
  const engine = await openEmbedded(undefined, limits, silentLog)
  onTestFinished(() => engine.end())
  const doomed = await engine.take()
  doomed.release(true)
  await expect(engine.take()).rejects.toThrow(ConnectionLost)
})

test('a store whose folder was taken over by another process touches it no more', async () => {
  const engine = await openEmbedded(folder, limits, silentLog)
  onTestFinished(() => engine.end())
  engine.abandon('another process has it')
  await expect(engine.take()).rejects.toThrow(ConnectionLost)
})

test('P42 one too many waiting for the only connection is told busy', async () => {
  const engine = await openEmbedded(folder, { ...limits, waiting: 1 }, silentLog)
  onTestFinished(() => engine.end())
  const first = await engine.take()
  const second = engine.take()
  await expect(engine.take()).rejects.toMatchObject({ name: 'CodedError', code: 'busy' })
  first.release(false)
  const connection = await second
  connection.release(false)
})

test('a long query does not stop the server, which goes on in a thread of its own', async () => {
  const engine = await openEmbedded(folder, limits, silentLog)
  onTestFinished(() => engine.end())
  const connection = await engine.take()
  const happened: string[] = []
  setTimeout(() => happened.push('another request was served'), 1)
  await connection.run('select pg_sleep(0.3)', [])
  happened.push('the long query ended')
  connection.release(false)
  expect(happened).toEqual(['another request was served', 'the long query ended'])
})
