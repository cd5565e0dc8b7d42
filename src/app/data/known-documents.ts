import type { DocumentState } from '../../domain/sync/stored-document.ts'
import { tableOf, type CoopDatabase, type DocumentKey } from './database.ts'
import type { ImportedDocument } from './import-part.ts'
import { rowsOf } from './rows-of.ts'

/** How the device holds each of some documents; undefined for one that it doesn't have. */
export async function statesHere(
  db: CoopDatabase,
  documents: readonly Omit<ImportedDocument, 'body'>[],
): Promise<ReadonlyMap<string, DocumentState>> {
  const states = new Map<string, DocumentState>()
  for (const collection of new Set(documents.map((document) => document.collection))) {
    const own = documents.filter((document) => document.collection === collection)
    for (let at = 0; at < own.length; at += 500) {
      for (const row of await rowsOf(tableOf(db, collection), own.slice(at, at + 500))) {
        if (row) states.set(keyText([row.scope, row.id]), row.state)
      }
    }
  }
  return states
}

export function keyText([scope, id]: DocumentKey): string {
  return `${scope} ${id}`
}
