import { createContext, useContext } from 'react'
import type { CoopDatabase } from '../database.ts'

const DatabaseContext = createContext<CoopDatabase | null>(null)

/** Gives the pages below the signed-in person's own database. */
export const DatabaseProvider = DatabaseContext.Provider

/** The signed-in person's own database; throws outside a `DatabaseProvider`. */
export function useDatabase(): CoopDatabase {
  const db = useContext(DatabaseContext)
  if (!db) throw new Error('useDatabase needs a DatabaseProvider above it')
  return db
}
