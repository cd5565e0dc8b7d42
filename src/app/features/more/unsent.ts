import type { SyncStatus } from '../../data/sync-status.ts'
import { counted } from '../../ui/format/number.ts'

/** What the server doesn't have. */
export interface Unsent {
  count: number
  /** « 2 éléments non envoyés et 1 brouillon » */
  words: string
}

export function unsentOf(
  { pending, toCorrect, orphans }: Pick<SyncStatus, 'pending' | 'toCorrect' | 'orphans'>,
  drafts: number,
): Unsent {
  const documents = pending + toCorrect + orphans
  const words = [
    documents > 0 && counted(documents, 'élément non envoyé', 'éléments non envoyés'),
    drafts > 0 && counted(drafts, 'brouillon', 'brouillons'),
  ]
  return { count: documents + drafts, words: words.filter(Boolean).join(' et ') }
}
