import type { Configuration } from '../configuration.ts'
import { operatorLog } from '../operator-log.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'

/** Opens the database of a configuration for one piece of work, and closes it. Throws StoreError. */
export async function onStore<T>(
  { databaseUrl, dataFolder, logLevel }: Configuration,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore({ databaseUrl, folder: dataFolder, log: operatorLog(logLevel) })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** French: why the database can't be had, and what to do. Anything else is a bug, and is thrown again. */
export function whyNoStore(error: unknown): string {
  if (!(error instanceof StoreError)) throw error
  return error.code === 'folder-in-use'
    ? 'Le serveur est en marche sur ce dossier : arrêtez-le le temps de l’opération, ou utilisez PostgreSQL.'
    : error.message
}

/** Says why a program did nothing. */
export function refuse(sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(sentence)
  process.exitCode = 1
}
