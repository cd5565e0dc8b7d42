import type { Table } from 'dexie'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { DocumentKey } from './database.ts'
import type { LocalDocument } from './local-document.ts'

interface Named {
  readonly scope: ScopeId
  readonly id: DocumentId
}

/** From here on counting first is worth its while. */
const many = 50

/**
 * The rows of some documents, in their order; undefined for those that aren't there. A new device's pages hold what it
 * doesn't have yet, made one after another: one look at the stretch of ids that they lie in spares hundreds of reads.
 */
export async function rowsOf(
  table: Table<LocalDocument, DocumentKey>,
  names: readonly Named[],
): Promise<(LocalDocument | undefined)[]> {
  const keys = names.map(({ scope, id }): DocumentKey => [scope, id])
  const stretch = keys.length >= many ? await rowsBetween(table, keys) : undefined
  if (!stretch) return table.bulkGet(keys)
  const byKey = new Map(stretch.map((row) => [textOf([row.scope, row.id]), row]))
  return keys.map((key) => byKey.get(textOf(key)))
}

/** Every row from the first to the last of the keys; undefined where most of them would be others. */
async function rowsBetween(
  table: Table<LocalDocument, DocumentKey>,
  keys: readonly DocumentKey[],
): Promise<LocalDocument[] | undefined> {
  // Ids are of one length and in lower case: their texts have the order of their keys.
  const sorted = keys.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
  const between = table.where('[scope+id]').between(sorted[0], sorted.at(-1), true, true)
  return (await between.count()) <= 2 * keys.length ? between.toArray() : undefined
}

function textOf([scope, id]: DocumentKey): string {
  return `${scope} ${id}`
}
