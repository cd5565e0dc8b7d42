import type { DocumentId } from '../../domain/ids.ts'
import type { CoopDatabase } from './database.ts'
import type { Draft } from './draft.ts'
import { discardKeptDraft, keepDraftInSession, keptDrafts } from './draft-safety.ts'

export type { Draft }

/** Keeps a draft. Where IndexedDB refuses it goes to sessionStorage, and is read back from there (P10). */
export async function saveDraft(db: CoopDatabase, draft: Draft): Promise<void> {
  try {
    await db.draft.put(draft)
    discardKeptDraft(db, draft.id)
  } catch (error) {
    keepDraftInSession(db, draft, error)
  }
}

export async function discardDraft(db: CoopDatabase, id: DocumentId): Promise<void> {
  discardKeptDraft(db, id)
  await db.draft.delete(id)
}

export async function readDraft(db: CoopDatabase, id: DocumentId): Promise<Draft | undefined> {
  return newestOf([await db.draft.get(id), ...keptDrafts(db).filter((draft) => draft.id === id)])
}

/** The draft that was changed last. */
export async function latestDraft(db: CoopDatabase): Promise<Draft | undefined> {
  return newestOf([await db.draft.orderBy('updatedAt').last(), ...keptDrafts(db)])
}

function newestOf(drafts: readonly (Draft | undefined)[]): Draft | undefined {
  return drafts.reduce((best, draft) => (draft && draft.updatedAt >= (best?.updatedAt ?? -1) ? draft : best))
}
