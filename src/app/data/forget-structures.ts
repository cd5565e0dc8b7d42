import type { CoopDatabase } from './database.ts'

/** Keys under which views of a structure are kept, before its id. */
const keptViews = ['structure-activities:', 'structure-figures:']

/** Takes away the views of structures that are kept here, for those that aren't read any more. */
export async function forgetStructures(
  db: CoopDatabase,
  isForgotten: (id: string) => boolean,
): Promise<void> {
  for (const prefix of keptViews) {
    const keys = await db.meta.where('k').startsWith(prefix).primaryKeys()
    await db.meta.bulkDelete(keys.filter((key) => isForgotten(key.slice(prefix.length))))
  }
}
