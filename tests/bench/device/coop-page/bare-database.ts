import { Dexie } from 'dexie'
import type { FirstSync } from '../first-sync.ts'
import { opened } from '../open-stored.ts'

/** The floor of a first sync: fetches files of documents one after another, and puts each as it is. */
export async function putFetched(name: string, files: readonly string[]): Promise<FirstSync> {
  const start = performance.now()
  const db = new Dexie(name)
  db.version(1).stores({ report: '[scope+id], id, [state+order+id]' })
  const table = db.table<{ id: string }>('report')
  for (const file of files) {
    const response = await fetch(file, { cache: 'no-store' })
    // The bench wrote these files.
    await table.bulkPut((await response.json()) as { id: string }[])
  }
  const endAfter = performance.now() - start
  const newest = await table.orderBy('[state+order+id]').reverse().limit(50).toArray()
  const reports = await table.count()
  db.close()
  return { listAfter: endAfter, endAfter, reports, newest: newest.map(({ id }) => id) }
}

/** The same documents by IndexedDB alone: one store by id, one index by day. */
export async function putRaw(name: string, files: readonly string[]): Promise<void> {
  const opening = indexedDB.open(name, 1)
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('report', { keyPath: 'id' }).createIndex('order', 'order')
  })
  const db = await opened(opening)
  for (const file of files) {
    const response = await fetch(file, { cache: 'no-store' })
    // The bench wrote these files.
    const rows = (await response.json()) as object[]
    const transaction = db.transaction('report', 'readwrite')
    const requests = rows.map((row) => transaction.objectStore('report').put(row))
    await Promise.all(requests.map(opened))
  }
  db.close()
}
