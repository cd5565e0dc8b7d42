import { liveQuery } from 'dexie'
import * as z from 'zod/mini'
import type { CoopDatabase } from './database.ts'
import { rememberError } from './last-errors.ts'
import { readMeta, writeMeta } from './meta.ts'
import { newDocumentId } from './new-id.ts'
import { storageLoss } from './storage-loss.ts'

/**
 * What a database held when it was last looked at, kept outside of it: a browser that throws the database away, while
 * the app is closed or under its feet, can't do so in silence (P8, P13, P15).
 */
const witnessSchema = z.object({ storeId: z.string(), waiting: z.number() })

type Witness = z.infer<typeof witnessSchema>

/** This tab's own, for where everything of the site is thrown away. */
const seen = new Map<string, Witness>()

/**
 * Follows what the database holds, and tells its loss once it isn't the same one any more.
 *
 * @param onLoss the tab that is open has lost what it shows; not called where it began after the loss
 */
export function watchStorage(db: CoopDatabase, onLoss: () => void): () => void {
  let isStopped = false
  let looking = Promise.resolve()
  // A tab that gave way to a newer build, or left the device, looks no more.
  const isOver = () => isStopped || db.hasBeenClosed()
  const look = () => {
    looking = looking.then(() => lookOnce(db, onLoss, isOver)).catch(rememberError)
  }
  const subscription = liveQuery(() => readHeld(db)).subscribe({ next: look, error: rememberError })
  // A database that is thrown away closes its connections; opened again it is a new one.
  const onReady = () => void setTimeout(look, 0)
  db.on('ready', onReady, true)
  return () => {
    isStopped = true
    subscription.unsubscribe()
    db.on('ready').unsubscribe(onReady)
  }
}

/** Its person leaves the device: what they take off it isn't lost. */
export function forgetWitness(db: CoopDatabase): void {
  seen.delete(db.name)
  localStorage.removeItem(keyOf(db))
}

async function lookOnce(db: CoopDatabase, onLoss: () => void, isOver: () => boolean): Promise<void> {
  if (isOver()) return
  const held = await readHeld(db)
  const storeId = held.storeId ?? (await markStore(db))
  if (isOver()) return
  const mine = seen.get(db.name)
  const before = mine ?? readWitness(db)
  keepWitness(db, { storeId, waiting: held.waiting })
  if (!before || before.storeId === storeId) return
  storageLoss.tell(db, before.storeId, before.waiting)
  if (mine) onLoss()
}

async function readHeld(db: CoopDatabase): Promise<{ storeId: string | undefined; waiting: number }> {
  return db.transaction('r', [db.meta, db.outbox], async () => {
    const storeId = await readMeta(db, 'storeId')
    return { storeId, waiting: await waitingIn(db) }
  })
}

/** Documents; while a file is being brought in, their ops: more at most, and told without reading a long queue. */
async function waitingIn(db: CoopDatabase): Promise<number> {
  if (db.isBeingFilled) return db.outbox.count()
  return (await db.outbox.orderBy('[scope+id]').uniqueKeys()).length
}

async function markStore(db: CoopDatabase): Promise<string> {
  return db.transaction('rw', db.meta, async () => {
    // Another tab may have been first.
    const storeId = (await readMeta(db, 'storeId')) ?? newDocumentId()
    await writeMeta(db, 'storeId', storeId)
    return storeId
  })
}

function readWitness(db: CoopDatabase): Witness | undefined {
  try {
    return witnessSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(db)) ?? 'null')).data
  } catch {
    // Damaged by another program: nothing that can be told.
    return undefined
  }
}

function keepWitness(db: CoopDatabase, witness: Witness): void {
  seen.set(db.name, witness)
  try {
    localStorage.setItem(keyOf(db), JSON.stringify(witness))
  } catch (refusal) {
    // This tab knows it all the same.
    rememberError(refusal)
  }
}

function keyOf(db: CoopDatabase): string {
  return `espace-coop:stored:${db.name}`
}
