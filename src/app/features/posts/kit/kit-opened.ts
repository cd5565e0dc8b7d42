import type { KitPerson } from '../../../../domain/access/kit-on-the-wire.ts'
import type { KitFact } from '../../../../domain/commitments/kit/kit-fact.ts'
import type { Equipment } from '../../../../domain/commitments/kit/kit-words.ts'
import type { Loan, Outfit } from '../../../../domain/commitments/kit/structure-kit.ts'
import type { KitOfPerson } from './kit-person.ts'

/** What a *responsable* is about to say of somebody's kit. */
export type OpenedKit = { readonly person: KitPerson; readonly own: KitOfPerson } & (
  | { readonly kind: 'outfit-asked' }
  | { readonly kind: 'outfit-shipped' | 'outfit-received'; readonly outfit: Outfit }
  | { readonly kind: 'handed'; readonly equipment: Equipment | undefined }
  | { readonly kind: 'out-of-order' | 'repaired' | 'back'; readonly loan: Loan }
  | { readonly kind: 'corrected'; readonly fact: CorrectableFact }
  | { readonly kind: 'withdrawn'; readonly fact: KitFact; readonly words: string }
)

/** What a structure says, and may say again as it should have been. */
export type CorrectableFact = Extract<KitFact, { kind: TellableKind | 'handed' | 'outfit-asked' }>
/** What is told of something that was handed over or asked for. */
export type TellableKind = 'outfit-shipped' | 'outfit-received' | 'out-of-order' | 'repaired' | 'back'

/** Whether a structure's own word is one that may be corrected; a size is said again. */
export function isCorrectable(fact: KitFact): fact is CorrectableFact {
  switch (fact.kind) {
    case 'handed':
    case 'outfit-asked':
    case 'outfit-shipped':
    case 'outfit-received':
    case 'out-of-order':
    case 'repaired':
    case 'back':
      return true
    case 'size':
    case 'received':
    case 'withdrawn':
      return false
  }
}

/** Opens it, for who may say; none for who only reads. */
export type OpenKit = ((opened: OpenedKit) => void) | undefined
