import '../../../../src/app/data/configure-zod.ts'
import { liveQuery } from 'dexie'
import { openDatabase, type CoopDatabase } from '../../../../src/app/data/database.ts'
import { newDocumentId } from '../../../../src/app/data/new-id.ts'
import { reportsByDay } from '../../../../src/app/data/reports.ts'
import { saveDocument } from '../../../../src/app/data/save-document.ts'
import { startSync } from '../../../../src/app/data/sync-engine.ts'
import type { PersonId } from '../../../../src/domain/ids.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import { openStored } from '../open-stored.ts'
import { putFetched, putRaw } from './bare-database.ts'
import type { FirstSync } from '../first-sync.ts'

/** Reports on the first screens of the list. */
const listed = 50

/** A new device's first sync, by the app's own engine, with the list open as on a screen. */
async function firstSync(person: PersonId, name: string): Promise<FirstSync> {
  const start = performance.now()
  const db = openDatabase(person, name)
  let listAfter = Number.NaN
  const list = liveQuery(() => reportsByDay(db, { limit: listed })).subscribe((reports) => {
    if (reports.length === listed && Number.isNaN(listAfter)) listAfter = performance.now() - start
  })
  await syncOnce(db, person)
  const endAfter = performance.now() - start
  list.unsubscribe()
  const newest = (await reportsByDay(db, { limit: listed })).map(({ id }) => id)
  const reports = await db.report.count()
  db.close()
  return { listAfter, endAfter, reports, newest }
}

/** The engine from its start until it says that everything is there. */
function syncOnce(db: CoopDatabase, person: PersonId): Promise<void> {
  return new Promise((resolve, reject) => {
    const handle = startSync({
      db,
      person: { id: person },
      onSignal: (signal) => {
        handle.stop()
        if (signal.kind === 'synced') resolve()
        else reject(new Error(`the engine says ${JSON.stringify(signal)}`))
      },
    })
  })
}

/** Files reports while nothing is sent; then how long it takes until the server has them. */
async function fileThenSend(person: PersonId, name: string, count: number): Promise<number> {
  const db = openDatabase(person, name)
  const models = await reportsByDay(db, { limit: count })
  for (const { scope, report } of models) {
    // A report is JSON by its schema.
    const body = report as JsonObject
    await saveDocument(db, { scope, collection: 'report', id: newDocumentId(), body })
  }
  const start = performance.now()
  await syncOnce(db, person)
  const took = performance.now() - start
  if (models.length !== count || (await db.outbox.count()) > 0) throw new Error('not everything was sent')
  db.close()
  return took
}

Object.assign(window, { firstSync, fileThenSend, openStored, putFetched, putRaw })
