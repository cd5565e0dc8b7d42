import type { Clock } from '../clock-and-ids.ts'
import type { Store } from '../store/store.ts'
import type { Signer } from './signer.ts'

/** What vouching needs of the server. */
export interface SealService {
  readonly store: Store
  readonly clock: Clock
  readonly signer: Signer
}
