import { databaseName, openDatabase, type CoopDatabase } from '../../../../src/app/data/database.ts'
import { deviceTools } from '../../../../src/app/data/device-tools.ts'
import { saveDraft, type Draft } from '../../../../src/app/data/drafts.ts'
import { newDocumentId } from '../../../../src/app/data/new-id.ts'
import { saveDocument } from '../../../../src/app/data/save-document.ts'
import type { DocumentId, OpId } from '../../../../src/domain/ids.ts'
import { openRaw, putRow } from './raw-database.ts'
import { bodyNumber, fillDevice, person, scope } from './filled-device.ts'
import { recordTransactions, type RecordedTransaction } from './recorded-calls.ts'
import { replay } from './replay.ts'

/** Milliseconds of each save, by who did it. */
export interface SaveTimings {
  app: number[]
  /** The same reads and writes, by IndexedDB alone. */
  same: number[]
  /** One report and one op put, nothing read. */
  bare: number[]
  reports: number
  /** What one save of the app does, for the reader of the table. */
  calls: string[]
}

/** Saves `count` reports in each of the three ways, in turn, on a device with two years of reports. */
async function runSaves(count: number): Promise<SaveTimings> {
  const db = openDatabase(person.id)
  const reports = await fillDevice(db)
  const recording = await recordSave(db)
  const raw = await openRaw(databaseName(person.id))
  const barely = { ...recording, transaction: barePuts(recording.transaction) }
  const ways = [
    ['app', (index: number) => timeApp(db, index)],
    ['same', (index: number) => timeReplay(raw, recording, index)],
    ['bare', (index: number) => timeReplay(raw, barely, index)],
  ] as const
  const timings: SaveTimings = { app: [], same: [], bare: [], reports, calls: callsOf(recording.transaction) }
  for (let round = -warmUp; round < count; round += 1) {
    for (let turn = 0; turn < ways.length; turn += 1) {
      // Each way is first, second and third in turn: none always follows the same one.
      const way = ways[(turn + round + warmUp) % ways.length]
      if (!way) continue
      const took = await way[1](round + warmUp)
      if (round >= 0) timings[way[0]].push(took)
    }
  }
  await checkSaved(db, ways.length * (count + warmUp))
  return timings
}

/** Saves that aren't counted: code that has never run is compiled first. */
const warmUp = 20

interface Recording {
  transaction: RecordedTransaction
  id: DocumentId
  opId: OpId
}

async function recordSave(db: CoopDatabase): Promise<Recording> {
  const opId = deviceTools.newOpId()
  const id = await draftOf(db, 0)
  const tools = { ...deviceTools, newOpId: () => opId }
  const transactions = await recordTransactions(() =>
    saveDocument(db, { scope, collection: 'report', id, body: bodyNumber(0), draftId: id }, tools),
  )
  const [transaction] = transactions
  if (transactions.length !== 1 || !transaction) throw new Error('a save is one read-write transaction')
  if (transaction.durability !== 'strict') throw new Error('a save must be strict')
  return { transaction, id, opId }
}

/** A draft as the form leaves it behind: the save takes it away. */
async function draftOf(db: CoopDatabase, index: number): Promise<DocumentId> {
  const draft = draftNumber(index)
  await saveDraft(db, draft)
  await settled()
  return draft.id
}

function draftNumber(index: number): Draft {
  const values = bodyNumber(index)
  return { id: newDocumentId(), scope, kind: 'report', values, editing: false, updatedAt: Date.now() }
}

async function timeApp(db: CoopDatabase, index: number): Promise<number> {
  const id = await draftOf(db, index)
  const start = performance.now()
  await saveDocument(db, { scope, collection: 'report', id, body: bodyNumber(index), draftId: id })
  return performance.now() - start
}

async function timeReplay(db: IDBDatabase, recording: Recording, index: number): Promise<number> {
  const draft = draftNumber(index)
  await putRow(db, 'draft', draft)
  await settled()
  const renamed = new Map<string, string>([
    [recording.id, draft.id],
    [recording.opId, deviceTools.newOpId()],
  ])
  const start = performance.now()
  await replay(db, recording.transaction, renamed)
  return performance.now() - start
}

function barePuts(transaction: RecordedTransaction): RecordedTransaction {
  const writes = transaction.calls.filter(
    ({ store, method }) => ['put', 'add'].includes(method) && ['report', 'outbox'].includes(store),
  )
  return {
    stores: ['report', 'outbox'],
    durability: 'strict',
    commits: transaction.commits,
    calls: writes.map((call) => ({ ...call, level: 0 })),
  }
}

function callsOf({ calls }: RecordedTransaction): string[] {
  return calls.map(
    ({ store, index, method, level }) => `${level}: ${store}${index ? `.${index}` : ''} ${method}`,
  )
}

/** A pause in which what an earlier save left to do in the background is done, whoever made it. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 4)
  })
}

/** Figures of saves that didn't take place would be worth nothing: each way adds an op; the bare one leaves its draft. */
async function checkSaved(db: CoopDatabase, saved: number): Promise<void> {
  const [ops, drafts] = [await db.outbox.count(), await db.draft.count()]
  if (ops !== saved + 1 || drafts !== saved / 3) throw new Error(`${ops} ops and ${drafts} drafts are there`)
}

Object.assign(window, { runSaves })
