import { createHash } from 'node:crypto'

/** What is stored of the secret in a link: who reads the table can't use it. It has 256 random bits: no salt is needed. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
