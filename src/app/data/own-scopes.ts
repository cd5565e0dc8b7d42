import { ownScopeSchema, type OwnScope } from '../../domain/access/signed-in-person.ts'
import type { CoopDatabase } from './database.ts'
import { readMeta } from './meta.ts'

/**
 * The scopes that the person may write in and their contracts, as the last pull told them; undefined where the server
 * tells no contracts, or nothing was pulled yet. A post that this version doesn't know is left out.
 */
export async function ownScopesHere(db: CoopDatabase): Promise<OwnScope[] | undefined> {
  if (!(await readMeta(db, 'pulledOnce'))) return undefined
  const cursors = await db.cursor.toArray()
  if (cursors.some(({ contracts }) => contracts === undefined)) return undefined
  return cursors
    .filter(({ canWrite }) => canWrite)
    .flatMap(({ scope, label, contracts, post }) => {
      const read = ownScopeSchema.safeParse({ scope, structureName: label, contracts, ...post })
      return read.success ? [read.data] : []
    })
}
