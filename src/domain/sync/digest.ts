import { md5 } from '@noble/hashes/legacy.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { DocumentState } from './stored-document.ts'

const modulus = 1n << 64n

/** Sum of the hashes of a scope's documents, modulo 2^64, as decimal text on the wire (sync.md 3.6). */
export type Digest = bigint

/**
 * One document's part of the digest: the first 60 bits of the md5 of `id|rev|state`. md5 because it is what SQL can
 * compute too; it guards against bugs, not against enemies.
 */
export function documentHash(id: string, rev: number, state: DocumentState): Digest {
  const bytes = md5(utf8ToBytes(`${id}|${rev}|${state}`)).subarray(0, 8)
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 4n
}

export function addToDigest(digest: Digest, hash: Digest): Digest {
  return (digest + hash) % modulus
}

export function removeFromDigest(digest: Digest, hash: Digest): Digest {
  return (digest - hash + modulus) % modulus
}
