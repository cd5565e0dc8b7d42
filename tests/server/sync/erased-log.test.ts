import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  erasedLogIn,
  isErasedFolder,
  prepareErasedFolder,
  type ErasedEntry,
} from '../../../src/server/sync/erased-log.ts'
import { openNewEpoch } from '../../../src/server/sync/open-new-epoch.ts'
import { reconcileErased } from '../../../src/server/sync/reconcile-erased.ts'
import type { ScopeId } from '../../../src/domain/ids.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, anEpoch, aPersonId, aScopeId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { describeEachStore } from '../each-store.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { aDevice, edit } from './a-device.ts'
import { documentRow, documentRows, everyText } from './look-inside.ts'
import { aScope, aSyncWorld, type SyncWorld } from './sync-world.ts'

const secret = 'Marie Dupont'

function aFolder(): string {
  return join(temporaryFolder(), 'erased')
}

function anEntry(): ErasedEntry {
  return {
    scope: aScopeId(),
    id: aDocumentId(),
    collection: 'report',
    by: aPersonId(),
    at: '2026-11-23T15:00:00.000Z',
  }
}

test('the list of erased ids only grows, and survives a line that a power cut left half written', async () => {
  const folder = aFolder()
  const log = erasedLogIn(folder, 'one')
  expect(await log.read()).toEqual([])
  const [first, second, third] = [anEntry(), anEntry(), anEntry()]
  await log.append([first, second])
  await writeFile(join(folder, 'one.log'), '{"scope":"0193', { flag: 'a' })
  await log.append([])
  await log.append([third])
  expect(await erasedLogIn(folder, 'another').read()).toEqual([first, second, third])
  expect(await readFile(join(folder, 'one.log'), 'utf8')).toContain('{"scope":"0193\n')
})

test('several servers write each its own file, at the same moment, and each reads what all wrote', async () => {
  const folder = aFolder()
  const servers = ['a', 'b', 'c'].map((name) => erasedLogIn(folder, name))
  const entries = servers.map(() => Array.from({ length: 20 }, anEntry))
  await Promise.all(
    servers.flatMap((server, index) => entries[index]?.map((entry) => server.append([entry])) ?? []),
  )
  expect((await readdir(folder)).sort()).toEqual(['a.log', 'b.log', 'c.log'])
  for (const server of servers) {
    const read = await server.read()
    expect(new Set(read.map(({ id }) => id))).toEqual(new Set(entries.flat().map(({ id }) => id)))
    expect(read).toHaveLength(60)
  }
})

test('a server that erased nothing leaves no file, and other files are not read', async () => {
  const folder = aFolder()
  await prepareErasedFolder(folder)
  await erasedLogIn(folder, 'idle').append([])
  expect(await readdir(folder)).toEqual(['README.txt'])
  expect(await erasedLogIn(folder, 'idle').read()).toEqual([])
})

test('the folder that servers write to is told from an empty one in its place', async () => {
  const folder = aFolder()
  expect(await isErasedFolder(folder)).toBe(false)
  await mkdir(folder)
  expect(await isErasedFolder(folder)).toBe(false)
  await prepareErasedFolder(folder)
  await prepareErasedFolder(folder)
  expect(await isErasedFolder(folder)).toBe(true)
})

test('a folder that cannot be made is said at once', async () => {
  const folder = aFolder()
  await writeFile(folder, 'a file in its place')
  await expect(prepareErasedFolder(folder)).rejects.toThrow('EEXIST')
})

describeEachStore('several servers of one database', (given) => {
  /** Two servers, each with its file in the shared folder; each erases one report. Then a backup is restored. */
  async function restoredAfterTwoErases() {
    const folder = aFolder()
    const world = aSyncWorld(given())
    const servers = ['one', 'two'].map((name): SyncWorld =>
      Object.assign(aSyncWorld(given()), { erasedLog: erasedLogIn(folder, name) }),
    )
    const { scope, person } = await aScope(world)
    const reports = servers.map(() => anOp({ scope, set: aReport({ notes: secret }) }))
    await aDevice(world, person).push(...reports)
    for (const [index, server] of servers.entries()) {
      const id = reports[index]?.id ?? aDocumentId()
      await aDevice(server, person).push(edit(scope, id, { kind: 'erase' }))
    }
    expect(await everyText(world)).not.toContain(secret)
    await putBack(world, scope)
    expect(await everyText(world)).toContain(secret)
    return { world, folder, scope, reports }
  }

  test('I27 erase again, before a new epoch opens, what any of them had erased', async () => {
    const { world, folder, scope } = await restoredAfterTwoErases()
    expect(await openNewEpoch(world.store, erasedLogIn(folder, 'three'), anEpoch())).toBe(2)
    expect((await documentRows(world, scope)).map(({ state }) => state)).toEqual(['erased', 'erased'])
    expect(await everyText(world)).not.toContain(secret)
  })

  test('I27 do so at the start of any of them too, where nobody opened a new epoch', async () => {
    const { world, folder } = await restoredAfterTwoErases()
    const log = erasedLogIn(folder, 'three')
    expect(await reconcileErased(world.store, log)).toEqual({ written: 0, erasedAgain: 2 })
    expect(await everyText(world)).not.toContain(secret)
    expect(await reconcileErased(world.store, log)).toEqual({ written: 0, erasedAgain: 0 })
  })

  test('I27 write down at their start what the folder has not got: a server wrote elsewhere', async () => {
    const elsewhere = aFolder()
    const world = Object.assign(aSyncWorld(given()), { erasedLog: erasedLogIn(elsewhere, 'one') })
    const { scope, person } = await aScope(world)
    const report = anOp({ scope })
    await aDevice(world, person).push(report, edit(scope, report.id, { kind: 'erase' }))
    const log = erasedLogIn(aFolder(), 'two')
    expect(await reconcileErased(world.store, log)).toEqual({ written: 1, erasedAgain: 0 })
    expect(await log.read()).toEqual([
      { scope, id: report.id, collection: 'report', by: person, at: world.now.toISOString() },
    ])
    expect(await documentRow(world, scope, report.id)).toMatchObject({ state: 'erased', rev: 2 })
    expect(await reconcileErased(world.store, log)).toEqual({ written: 0, erasedAgain: 0 })
  })

  /** The tables as a backup from before the erases has them. */
  async function putBack(world: SyncWorld, scope: ScopeId): Promise<void> {
    const { db } = world.store
    await db.deleteFrom('erased').where('scope_id', '=', scope).execute()
    await db
      .updateTable('doc')
      .set({ state: 'live', rev: 1, body: JSON.stringify(aReport({ notes: secret })) })
      .where('scope_id', '=', scope)
      .execute()
    await db.deleteFrom('doc_history').where('scope_id', '=', scope).where('rev', '>', 1).execute()
  }
})
