import { opsAfterDelete, opsAfterSave } from '../../domain/sync/save-rules.ts'
import { isUnknown, viewOfDevice } from '../../domain/sync/device-document.ts'
import { documentTables } from './document-tables.ts'
import type { CoopDatabase } from './database.ts'
import { deviceTools, type DeviceTools } from './device-tools.ts'
import type { ImportedDocument, ImportPart } from './import-part.ts'
import { inTransaction } from './in-transaction.ts'
import { withRoom } from './make-room.ts'
import { readMeta, writeMeta } from './meta.ts'
import { saveContext } from './save-document.ts'
import { WorkingSet } from './working-set.ts'

/** Documents of one transaction: few enough that the page stays alive. */
const sizeOfPart = 250

/** How far an import is. */
export interface ImportState {
  readonly total: number
  readonly done: number
  /** Documents that weren't on the device before, or were deleted. */
  readonly brought: number
}

/**
 * Puts a whole file's documents aside, to be brought in: all of them in one transaction, so that an import that was
 * begun can always be finished, and one that wasn't has left nothing.
 */
export async function beginImport(
  db: CoopDatabase,
  documents: readonly ImportedDocument[],
  partSize: number = sizeOfPart,
): Promise<void> {
  const parts: ImportPart[] = []
  for (let at = 0; at < documents.length; at += partSize) {
    const own = documents.slice(at, at + partSize)
    parts.push({ n: parts.length, done: 0, size: own.length, documents: own, brought: [] })
  }
  await withRoom(db, () =>
    inTransaction(db, [db.importPart], async () => {
      await db.importPart.clear()
      await db.importPart.bulkAdd(parts)
    }),
  )
}

/** The import that was begun on this device and not closed yet. */
export async function importState(db: CoopDatabase): Promise<ImportState | undefined> {
  const state = { total: 0, done: 0, brought: 0 }
  // One at a time: together they hold the bodies of a whole file.
  await db.importPart.each(({ size, done, brought }) => {
    state.total += size
    state.done += done * size
    state.brought += brought.length
  })
  return state.total > 0 ? state : undefined
}

/**
 * Brings in what is left, a part at a time: each part's documents, their ops and the note that it is done are one
 * transaction (I1), so that whatever stops it, going on neither loses nor doubles. Stops between parts when asked to.
 */
export async function continueImport(
  db: CoopDatabase,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number) => void },
  tools: DeviceTools = deviceTools,
): Promise<void> {
  await filling(db, async () => {
    while (!signal.aborted) {
      const part = await db.importPart.where('done').equals(0).first()
      if (!part) return
      await withRoom(db, () => inTransaction(db, tablesOf(db), () => bringIn(db, part.n, tools)))
      onProgress(part.size)
      await pause()
    }
  })
}

/** Counting a long queue after each part would cost more than bringing it in. */
async function filling(db: CoopDatabase, work: () => Promise<void>): Promise<void> {
  db.isBeingFilled = true
  try {
    await work()
  } finally {
    db.isBeingFilled = false
    // Whoever shows how sync stands counts again.
    await inTransaction(db, [db.meta], async () =>
      writeMeta(db, 'phase', (await readMeta(db, 'phase')) ?? 'idle'),
    )
    db.announceSave()
  }
}

/** Takes away again what an import brought, as if each had been deleted by hand. */
export async function takeBackImport(
  db: CoopDatabase,
  onProgress: (count: number) => void,
  tools: DeviceTools = deviceTools,
): Promise<void> {
  await filling(db, async () => {
    for (let part = await db.importPart.toCollection().first(); part;) {
      const { n, brought } = part
      await withRoom(db, () => inTransaction(db, tablesOf(db), () => takeAway(db, n, tools)))
      onProgress(brought.length)
      await pause()
      part = await db.importPart.toCollection().first()
    }
  })
}

/** Nothing more is to be done about an import. */
export async function closeImport(db: CoopDatabase): Promise<void> {
  await db.importPart.clear()
}

async function bringIn(db: CoopDatabase, n: number, tools: DeviceTools): Promise<void> {
  const part = await db.importPart.get(n)
  // Another tab may have been quicker.
  if (!part || part.done === 1) return
  const set = await WorkingSet.load(db, part.documents)
  const brought = part.documents.filter((document) => bring(set, document, tools))
  await set.flush()
  const kept = brought.map(({ body: _body, ...name }) => name)
  await db.importPart.put({ ...part, done: 1, documents: [], brought: kept })
}

/** What is there already stays as it is, and what was erased for good stays away; what was deleted comes back. */
function bring(set: WorkingSet, imported: ImportedDocument, tools: DeviceTools): boolean {
  const document = set.get(imported)
  // What was deleted before the server heard of it leaves a row of which nothing is known.
  if (set.has(imported) && !isUnknown(document) && viewOfDevice(document).state !== 'deleted') return false
  set.set(document, opsAfterSave(document, imported.body, saveContext(imported.collection, tools)))
  return true
}

async function takeAway(db: CoopDatabase, n: number, tools: DeviceTools): Promise<void> {
  const part = await db.importPart.get(n)
  if (!part) return
  const set = await WorkingSet.load(db, part.brought)
  for (const name of part.brought) {
    const document = set.get(name)
    set.set(document, opsAfterDelete(document, saveContext(name.collection, tools)))
  }
  await set.flush()
  await db.importPart.delete(n)
}

function tablesOf(db: CoopDatabase) {
  return [...documentTables(db), db.outbox, db.cursor, db.conflict, db.importPart, db.fact]
}

/** Lets the page breathe: what was typed or touched meanwhile comes first. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
