import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from '../../../src/server/store/folder-lock.ts'
import { resetEmbedded } from '../../../src/server/store/reset-embedded.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'espace-coop-reset-'))
  await mkdir(join(folder, 'cluster'))
  await writeFile(join(folder, 'cluster', 'PG_VERSION'), '18')
})
afterEach(() => rm(folder, { recursive: true }))

test('a reset takes the database away and leaves the folder’s other files', async () => {
  await writeFile(join(folder, 'kept'), 'something else')
  expect(await resetEmbedded(folder)).toBe(true)
  expect(existsSync(join(folder, 'cluster'))).toBe(false)
  expect(existsSync(join(folder, 'kept'))).toBe(true)
})

test('a reset is refused while a server has the folder, and nothing is lost', async () => {
  const server = await lockFolder(folder, { onLost: () => undefined })
  await expect(resetEmbedded(folder)).rejects.toMatchObject({ code: 'folder-in-use' })
  expect(existsSync(join(folder, 'cluster', 'PG_VERSION'))).toBe(true)
  await server.release()
})

test('the folder can be taken at once after a reset', async () => {
  await resetEmbedded(folder)
  const lock = await lockFolder(folder, { onLost: () => undefined })
  await lock.release()
  expect(await resetEmbedded(folder)).toBe(false)
})

test('a folder that does not exist has nothing to reset', async () => {
  expect(await resetEmbedded(join(folder, 'nowhere'))).toBe(false)
})
