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
  | { readonly kind: 'withdrawn'; readonly fact: KitFact; readonly words: string }
)

/** Opens it, for who may say; none for who only reads. */
export type OpenKit = ((opened: OpenedKit) => void) | undefined
