import { spawnSync } from 'node:child_process'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { lockFolder } from '../../../src/server/store/folder-lock.ts'
import type { FolderLock } from '../../../src/server/store/folder-lock.ts'
import { ownIdentity } from '../../../src/server/store/process-identity.ts'
import { temporaryFolder } from './temporary-folder.ts'

const onLost = (): void => undefined
const neverPause = (): Promise<never> => Promise.reject(new Error('Nobody was to be watched'))
const lock = (folder: string, pause: (ms: number) => Promise<unknown> = neverPause): Promise<FolderLock> =>
  lockFolder(folder, { onLost, pause })
const inUse = { name: 'StoreError', code: 'folder-in-use' }

function plantLock(folder: string, holder: object | string): string {
  const path = join(folder, 'lock-7')
  writeFileSync(path, typeof holder === 'string' ? holder : JSON.stringify(holder))
  return path
}

test('a folder is held by one at a time, and free again once released', async () => {
  const folder = temporaryFolder()
  const first = await lock(folder)
  await expect(lock(folder)).rejects.toMatchObject(inUse)
  await first.release()
  const second = await lock(folder)
  await expect(lock(folder)).rejects.toMatchObject(inUse)
  await second.release()
})

test('of many that try at the same moment, one gets the folder', async () => {
  const folder = temporaryFolder()
  const dead = { ...ownIdentity(), started: 'before this process' }
  plantLock(folder, dead)
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lock(folder)))
  const winners = tries.filter((one) => one.status === 'fulfilled')
  expect(winners).toHaveLength(1)
  for (const winner of winners) await winner.value.release()
})

test('the lock of a process that died is taken over at once', async () => {
  const folder = temporaryFolder()
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  plantLock(folder, { ...ownIdentity(), pid })
  await expect(lock(folder)).resolves.toBeDefined()
})

test('the number of a dead process given to another one does not hold the folder', async () => {
  const folder = temporaryFolder()
  plantLock(folder, { ...ownIdentity(), started: 'before this process' })
  await expect(lock(folder)).resolves.toBeDefined()
})

test.each([
  ['of another machine or container', { pid: 1, started: '1', place: 'elsewhere' }],
  ['that is still being written', '{"pid":1'],
])('a lock %s holds as long as its file is touched', async (_whose, holder) => {
  const folder = temporaryFolder()
  const path = plantLock(folder, holder)
  const beat = (): Promise<void> =>
    Promise.resolve(utimesSync(path, new Date(), new Date(Date.now() + 1_000)))
  await expect(lock(folder, beat)).rejects.toMatchObject(inUse)
  await expect(lock(folder, () => Promise.resolve())).resolves.toBeDefined()
})

test('one that was overtaken while it looked gives way', async () => {
  const folder = temporaryFolder()
  plantLock(folder, { pid: 1, started: '1', place: 'elsewhere' })
  const overtaken = (): Promise<void> =>
    Promise.resolve(writeFileSync(join(folder, 'lock-9'), JSON.stringify(ownIdentity())))
  await expect(lock(folder, overtaken)).rejects.toMatchObject(inUse)
  expect(readdirSync(folder)).toContain('lock-9')
  await expect(lock(folder)).rejects.toMatchObject(inUse)
})

test('only the newest lock stays, so that the folder does not fill up', async () => {
  const folder = temporaryFolder()
  for (let time = 0; time < 5; time += 1) await (await lock(folder)).release()
  expect(readdirSync(folder)).toEqual(['lock-5'])
})
