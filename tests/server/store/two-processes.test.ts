import { expect, test } from 'vitest'

import { openStore } from '../../../src/server/store/open-store.ts'
import { copiedDatabase } from '../copied-database.ts'
import { silentLog } from '../databases.ts'
import { startStoreChild } from './child-process.ts'

const open = (folder: string): ReturnType<typeof openStore> => openStore({ folder, log: silentLog })

test('a second process is refused the folder that a first one has open, whichever came first', async () => {
  const folder = await copiedDatabase()
  const first = startStoreChild(folder)
  expect(await first.nextLine()).toMatch(/^[0-9a-f-]{36}$/)
  await expect(open(folder)).rejects.toMatchObject({ name: 'StoreError', code: 'folder-in-use' })
  await first.kill()

  const ours = await open(folder)
  const second = startStoreChild(folder)
  expect(await second.nextLine()).toBe('refused folder-in-use')
  expect(await second.nextLine()).toBeUndefined()
  await ours.close()
})

test('every row acknowledged before a SIGKILL is there when the folder is opened again, at once', async () => {
  const folder = await copiedDatabase()
  const acknowledged: string[] = []
  for (let life = 0; life < 3; life += 1) {
    const child = startStoreChild(folder)
    for (let count = 0; count < 20; count += 1)
      acknowledged.push((await child.nextLine()) ?? 'it ended early')
    acknowledged.push(...(await child.kill()))
  }
  const store = await open(folder)
  const rows = await store.db.selectFrom('erased').select('id').execute()
  await store.close()
  const stored = new Set(rows.map(({ id }) => id))
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  expect(acknowledged.length).toBeGreaterThanOrEqual(60)
})
