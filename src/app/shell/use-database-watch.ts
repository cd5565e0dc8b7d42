import { useEffect } from 'react'
import { watchConnection, type DatabaseEvent } from '../data/connection-health.ts'
import type { CoopDatabase } from '../data/database.ts'
import { storageLoss } from '../data/storage-loss.ts'
import { watchStorage } from '../data/storage-witness.ts'

/** Longer than a draft takes to be kept, by the database or by its last resort (I26). */
const draftIsKeptAfterMs = 400

/** Where cookies were thrown away too, the session may be found to have ended before the database is seen to be gone. */
const lossShowsWithinMs = 5_000

/**
 * Browsers cut the connection to the database or throw it away, newer builds need it closed: the page follows, drafts
 * first.
 */
export function useDatabaseWatch(db: CoopDatabase): void {
  useEffect(() => {
    const watch = watchConnection(db, follow)
    const stopWitness = watchStorage(db, () => void keepAfterLoss(db))
    return () => {
      watch.stop()
      setTimeout(stopWitness, lossShowsWithinMs)
    }
  }, [db])
}

async function keepAfterLoss(db: CoopDatabase): Promise<void> {
  db.announceLoss()
  await draftIsKept()
  storageLoss.keepAgain(db)
}

async function follow({ kind }: DatabaseEvent): Promise<void> {
  switch (kind) {
    // Other tabs were asked to close theirs, and do: what waits for the database goes on by itself.
    case 'blocked':
      return
    case 'must-close':
      return draftIsKept()
    case 'newer-version':
    case 'lost':
      await draftIsKept()
      return window.location.reload()
  }
}

function draftIsKept(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, draftIsKeptAfterMs)
  })
}
