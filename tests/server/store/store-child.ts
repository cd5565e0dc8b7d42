import { randomUUID } from 'node:crypto'

import { openStore } from '../../../src/server/store/open-store.ts'
import { StoreError } from '../../../src/server/store/store-error.ts'

/*
 * A server of its own process, as far as the store goes: opens the folder of its argument, then writes row after row
 * and says the id of each once its commit is acknowledged, until it is killed. Says why when it is refused.
 */

const [, , folder] = process.argv
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
try {
  const { db } = await openStore({ folder, log })
  for (;;) {
    const id = randomUUID()
    await db.insertInto('erased').values({ scope_id: id, id, at: '2026-11-23T08:00:00.000Z' }).execute()
    process.stdout.write(`${id}\n`)
  }
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  process.stdout.write(`refused ${error.code}\n`)
}
