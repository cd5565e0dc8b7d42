import * as z from 'zod/mini'
import type { CoopDatabase } from './database.ts'
import { rememberError } from './last-errors.ts'

/** What was thrown away of what this device held, until the person has read it. */
export interface StorageLoss {
  /** Documents that were saved here and not sent: nobody has them any more. */
  readonly waiting: number
}

/** By the mark of the store that is gone: two tabs that meet the same loss tell one. */
const lossSchema = z.record(z.string(), z.number())

type Losses = Readonly<Record<string, number>>

const none: Losses = {}
const listeners = new Set<() => void>()
/** Of this tab; beside it a copy that outlives a reload, where the browser takes one. */
const told = new Map<string, Losses>()

export const storageLoss = {
  /** Null where nothing was lost, or the person has read it. */
  of: (db: CoopDatabase): StorageLoss | null => {
    const waiting = Object.values(lossesOf(db))
    return waiting.length === 0 ? null : { waiting: waiting.reduce((sum, each) => sum + each, 0) }
  },
  tell: (db: CoopDatabase, storeId: string, waiting: number): void => {
    keep(db, { ...lossesOf(db), [storeId]: waiting })
  },
  acknowledge: (db: CoopDatabase): void => {
    keep(db, none)
  },
  /** Once more beside this tab: what throws a database away may take the rest of the site a moment after. */
  keepAgain: (db: CoopDatabase): void => keep(db, lossesOf(db)),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function lossesOf(db: CoopDatabase): Losses {
  const known = told.get(db.name) ?? readKept(db)
  told.set(db.name, known)
  return known
}

function readKept(db: CoopDatabase): Losses {
  try {
    return lossSchema.parse(JSON.parse(localStorage.getItem(keyOf(db)) ?? '{}'))
  } catch {
    // Damaged by another program: nothing that can be told.
    return none
  }
}

function keep(db: CoopDatabase, losses: Losses): void {
  told.set(db.name, losses)
  try {
    if (Object.keys(losses).length === 0) localStorage.removeItem(keyOf(db))
    else localStorage.setItem(keyOf(db), JSON.stringify(losses))
  } catch (refusal) {
    // This tab says it all the same.
    rememberError(refusal)
  }
  for (const listener of listeners) listener()
}

function keyOf(db: CoopDatabase): string {
  return `espace-coop:storage-loss:${db.name}`
}
