import * as z from 'zod/mini'
import { documentIdSchema, scopeIdSchema, type DocumentId } from '../../domain/ids.ts'
import { jsonObjectSchema } from '../../domain/json.ts'
import type { CoopDatabase } from './database.ts'
import type { Draft } from './draft.ts'

/**
 * Last resort for what is typed when IndexedDB fails (P10): a copy in sessionStorage, that outlives the reload of this
 * tab. Under the person's own key (I16).
 */
export function keepDraftInSession(db: CoopDatabase, draft: Draft, cause: unknown): void {
  try {
    const store = tabStore()
    if (!store) throw new Error('there is no tab to keep it in')
    store.setItem(keyOf(db, draft.id), JSON.stringify(draft))
  } catch (error) {
    // Both places refuse: the caller must know that nothing is kept.
    throw new AggregateError([cause, error], 'the draft could not be kept', { cause: error })
  }
}

export function discardKeptDraft(db: CoopDatabase, id: DocumentId): void {
  tabStore()?.removeItem(keyOf(db, id))
}

export function keptDrafts(db: CoopDatabase): Draft[] {
  const store = tabStore()
  if (!store) return []
  return Object.keys(store)
    .filter((key) => key.startsWith(prefixOf(db)))
    .flatMap((key) => readKept(store, key) ?? [])
}

/** A draft as text gives it back: from this tab, or from a file of another device. */
export const keptDraftSchema = z.object({
  id: documentIdSchema,
  scope: scopeIdSchema,
  kind: z.literal('report'),
  values: jsonObjectSchema,
  editing: z.boolean(),
  updatedAt: z.number(),
})

interface TabStore {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** The service worker, which counts what waits, has none, and this file is compiled for both. */
function tabStore(): TabStore | undefined {
  return (globalThis as { sessionStorage?: TabStore }).sessionStorage
}

function readKept(store: TabStore, key: string): Draft | undefined {
  try {
    return keptDraftSchema.parse(JSON.parse(store.getItem(key) ?? 'null'))
  } catch {
    // Half-written by a page that was being killed: there is nothing to give back.
    store.removeItem(key)
    return undefined
  }
}

function prefixOf(db: CoopDatabase): string {
  return `espace-coop:draft:${db.name}:`
}

function keyOf(db: CoopDatabase, id: DocumentId): string {
  return prefixOf(db) + id
}
