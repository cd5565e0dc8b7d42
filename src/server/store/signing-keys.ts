import type { Db } from './tables.ts'

/** The public half of a key that seals were signed with. */
export interface PublicKey {
  readonly id: string
  /** SPKI, as PEM. */
  readonly publicKey: string
  readonly since: string
}

/** Every key that ever signed, the first first. */
export async function signingKeys(db: Db): Promise<PublicKey[]> {
  return db
    .selectFrom('signing_key')
    .select(['key_id as id', 'public_key as publicKey', 'since'])
    .orderBy('since')
    .orderBy('key_id')
    .execute()
}

/** Keeps a key before it signs anything, once. */
export async function keepSigningKey(db: Db, { id, publicKey, since }: PublicKey): Promise<void> {
  await db
    .insertInto('signing_key')
    .values({ key_id: id, public_key: publicKey, since })
    .onConflict((conflict) => conflict.column('key_id').doNothing())
    .execute()
}
