import type { SealKeys } from '../../domain/access/structure-months.ts'
import { signingKeys } from '../store/signing-keys.ts'
import type { SealService } from './seal-service.ts'

/** The keys that seals are verified with: those that ever signed, whatever became of their private halves. */
export async function publishedKeys({ store }: Pick<SealService, 'store'>): Promise<SealKeys['keys']> {
  const keys = await signingKeys(store.db)
  return keys.map((key) => ({ ...key, algorithm: 'Ed25519' as const }))
}
