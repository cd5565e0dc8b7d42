import { useEffect } from 'react'
import { watchConnection, type DatabaseEvent } from '../data/connection-health.ts'
import type { CoopDatabase } from '../data/database.ts'

/** Longer than a draft takes to be kept, by the database or by its last resort (I26). */
const draftIsKeptAfterMs = 400

/** Browsers cut the connection to the database, newer builds need it closed: the page follows, drafts first. */
export function useDatabaseWatch(db: CoopDatabase): void {
  useEffect(() => {
    const watch = watchConnection(db, follow)
    return () => watch.stop()
  }, [db])
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
