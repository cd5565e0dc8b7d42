import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import { saveDocument } from '../../../src/app/data/save-document.ts'
import { storageLoss } from '../../../src/app/data/storage-loss.ts'
import { forgetWitness, watchStorage } from '../../../src/app/data/storage-witness.ts'
import { withdrawDevice } from '../../../src/app/data/withdraw-device.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'
import { aReport } from '../../builders/a-report.ts'

let db: CoopDatabase
let stop = () => undefined as void
const onLoss = vi.fn<() => void>()

beforeEach(() => {
  db = openDatabase(aPersonId())
  onLoss.mockClear()
})

afterEach(async () => {
  stop()
  vi.restoreAllMocks()
  storageLoss.acknowledge(db)
  forgetWitness(db)
  await db.delete()
})

test('P13 a database that is thrown away under the open app is told, with what was not sent', async () => {
  await watched()
  await files(2)
  await throwAway()
  await vi.waitFor(() => expect(storageLoss.of(db)).toEqual({ waiting: 2 }))
  expect(onLoss).toHaveBeenCalledTimes(1)
})

test('P13 what was thrown away while the app was closed is told at the next opening, which reads nothing twice', async () => {
  await watched()
  await files(1)
  stop()
  db.close()
  await Dexie.delete(db.name)
  await reopened()
  await vi.waitFor(() => expect(storageLoss.of(db)).toEqual({ waiting: 1 }))
  expect(onLoss).not.toHaveBeenCalled()
})

test('a second loss adds to the first until the person has read it', async () => {
  await watched()
  await files(1)
  await throwAway()
  await vi.waitFor(() => expect(storageLoss.of(db)).toEqual({ waiting: 1 }))
  await files(3)
  await throwAway()
  await vi.waitFor(() => expect(storageLoss.of(db)).toEqual({ waiting: 4 }))
  storageLoss.acknowledge(db)
  expect(storageLoss.of(db)).toBeNull()
})

test('a device that its person leaves, or that is signed out from afar, has lost nothing', async () => {
  await watched()
  await files(1)
  await withdrawDevice(db)
  await files(1)
  expect(storageLoss.of(db)).toBeNull()
  stop()
  await db.delete()
  forgetWitness(db)
  await reopened()
  await files(1)
  expect(storageLoss.of(db)).toBeNull()
})

/** Until the database has its mark, and what is outside knows how much waits in it. */
async function watched(waiting = 0): Promise<void> {
  stop = watchStorage(db, onLoss)
  await knows(waiting)
}

async function knows(waiting: number): Promise<void> {
  await vi.waitFor(() =>
    expect(JSON.parse(localStorage.getItem(`espace-coop:stored:${db.name}`) ?? '{}')).toMatchObject({
      waiting,
    }),
  )
}

async function files(count: number): Promise<void> {
  const before = await db.outbox.count()
  for (let file = 0; file < count; file += 1) {
    await saveDocument(db, { scope: aScopeId(), collection: 'report', id: aDocumentId(), body: aReport() })
  }
  await knows(before + count)
}

/** What a browser does that makes room: it closes the connection, whatever is going on, and the database is gone. */
async function throwAway(): Promise<void> {
  db.close({ disableAutoOpen: true })
  await Dexie.delete(db.name)
  await db.open()
}

/** As the next visit does: this tab has seen nothing yet. */
async function reopened(): Promise<void> {
  vi.resetModules()
  const fresh = await import('../../../src/app/data/storage-witness.ts')
  const { storageLoss: freshLoss } = await import('../../../src/app/data/storage-loss.ts')
  db = openDatabase(db.personId)
  stop = fresh.watchStorage(db, onLoss)
  vi.spyOn(storageLoss, 'of').mockImplementation(freshLoss.of)
}
