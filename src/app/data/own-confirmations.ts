import type { SaidKitFact } from '../../domain/access/kit-on-the-wire.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { confirmedKitFact } from '../../domain/commitments/kit/confirmed-kit-fact.ts'
import type { KitFact } from '../../domain/commitments/kit/kit-fact.ts'
import type { KitFactId, KitItemId } from '../../domain/commitments/kit/kit-ids.ts'
import type { ClothingSize } from '../../domain/commitments/kit/kit-words.ts'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { CoopDatabase } from './database.ts'
import { instantText } from './instant-text.ts'
import { newDocumentId } from './new-id.ts'
import { marksHere, type ReportMark } from './report-marks.ts'
import { deleteDocument, saveDocument } from './save-document.ts'

/* What one confirms of one's clothing and equipment: on this device at once, on the server as soon as it can be. */

/** A word of one's own about one's kit, as this device knows it. */
export interface OwnKitWord {
  readonly id: DocumentId
  readonly fact: KitFact
  readonly mark: ReportMark
}

/** One's own words about one's kit, and which of them were taken back here. */
export interface OwnKitWords {
  readonly words: readonly OwnKitWord[]
  readonly takenBack: ReadonlySet<string>
}

export async function ownKitWords(db: CoopDatabase): Promise<OwnKitWords> {
  const [rows, marks] = await Promise.all([
    db.other.where({ collection: 'confirmation' }).toArray(),
    marksHere(db),
  ])
  return {
    words: rows.flatMap((row): OwnKitWord[] => {
      const fact = row.state === 'live' ? confirmedKitFact(row) : undefined
      return fact ? [{ id: row.id, fact, mark: marks.get(row.id) ?? 'sent' }] : []
    }),
    takenBack: new Set(rows.filter(({ state }) => state !== 'live').map(({ id }) => id)),
  }
}

/** What is known of one's kit at a structure: what the server told last, and what one has said or taken back since. */
export function factsWithOwnWords(
  { scope, said }: { readonly scope: ScopeId; readonly said: readonly SaidKitFact[] },
  { words, takenBack }: OwnKitWords,
): KitFact[] {
  const own = words.map(({ fact }) => fact).filter((fact) => fact.scope === scope)
  const known = new Set<string>(own.map(({ id }) => id))
  const told = said.map(({ fact }) => fact).filter(({ id }) => !known.has(id) && !takenBack.has(id))
  return [...told, ...own]
}

/** What can be confirmed of a kit. */
export type ConfirmsKit =
  | { readonly kind: 'size'; readonly day: CalendarDay; readonly size: ClothingSize }
  | { readonly kind: 'outfit-received'; readonly day: CalendarDay; readonly item: KitItemId }
  | {
      readonly kind: 'received' | 'back'
      readonly day: CalendarDay
      readonly item: KitItemId
      /** What the structure said of it, as it was shown; none where one says first that it went back. */
      readonly confirms?: KitFactId
    }
  | {
      readonly kind: 'out-of-order'
      readonly day: CalendarDay
      readonly item: KitItemId
      readonly words: string
    }

/** Says it, in one's scope at the structure. Answers the id by which it is taken back. */
export async function confirmKit(db: CoopDatabase, scope: ScopeId, said: ConfirmsKit): Promise<DocumentId> {
  const id = newDocumentId()
  const body = { about: 'kit', ...said, at: instantText(Date.now()) }
  await saveDocument(db, { scope, collection: 'confirmation', id, body })
  return id
}

export function takeConfirmationBack(db: CoopDatabase, id: DocumentId): Promise<void> {
  return deleteDocument(db, { collection: 'confirmation', id })
}
