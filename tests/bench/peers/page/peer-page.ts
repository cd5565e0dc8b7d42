import PouchDB from 'pouchdb-browser'
import type { FirstSync } from '../../device/first-sync.ts'
import { openStored } from '../../device/open-stored.ts'

const listed = 50

/** A new device's first replication. The list is by id, which holds the hour of its making: no index is needed. */
async function firstSync(remote: string, name: string, batchSize: number): Promise<FirstSync> {
  const start = performance.now()
  const db = new PouchDB(name)
  const { errors } = await db.replicate.from(addressOf(remote), { batch_size: batchSize })
  const endAfter = performance.now() - start
  const { rows, total_rows: reports } = await newest(db)
  const listAfter = performance.now() - start
  await db.close()
  if (errors.length > 0) throw new Error('PouchDB could not replicate')
  return { listAfter, endAfter, reports, newest: rows.map(({ id }) => id) }
}

/** A device's first replication to a server reads all that it holds: it was done long before the day offline. */
async function sendFirst(remote: string, name: string): Promise<void> {
  const db = new PouchDB(name)
  await db.replicate.to(addressOf(remote), {})
  await db.close()
}

/** Puts reports while nothing is sent; then how long it takes until the server has them. */
async function fileThenSend(remote: string, name: string, count: number): Promise<number> {
  const db = new PouchDB(name)
  const { rows } = await newest(db)
  for (const { doc } of rows) {
    const { _id: _oldId, _rev: _oldRev, ...body } = doc
    await db.put({ _id: crypto.randomUUID(), ...body })
  }
  const start = performance.now()
  const { docs_written: written } = await db.replicate.to(addressOf(remote), {})
  const took = performance.now() - start
  if (written !== count) throw new Error(`PouchDB sent ${written}`)
  await db.close()
  return took
}

function newest(db: InstanceType<typeof PouchDB>) {
  return db.allDocs({ descending: true, limit: listed, include_docs: true })
}

function addressOf(remote: string): string {
  return `${location.origin}/db/${remote}`
}

Object.assign(window, { firstSync, sendFirst, fileThenSend, openStored })
