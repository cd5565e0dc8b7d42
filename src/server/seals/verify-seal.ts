import { createPublicKey, verify } from 'node:crypto'
import { canonicalJson } from '../../domain/canonical-json.ts'
import type { SealFile } from '../../domain/access/structure-months.ts'
import { jsonObjectSchema } from '../../domain/json.ts'
import { sealContentSchema, type SealContent } from '../../domain/seal/seal-content.ts'
import { keyIdOf } from './signer.ts'

export type SealVerdict =
  | { readonly kind: 'genuine'; readonly content: SealContent }
  /** Not what was signed. */
  | { readonly kind: 'altered' }
  /** Signed by a key that isn't among those given. */
  | { readonly kind: 'unknown-key' }

/**
 * Whether a seal is what somebody vouched for, by the keys that are published: the signature over the very text, and the
 * text the only one that its content has.
 */
export function verifySeal(
  { content, signature, key }: Pick<SealFile, 'content' | 'signature' | 'key'>,
  keys: readonly { readonly id: string; readonly publicKey: string }[],
): SealVerdict {
  const published = keys.find(({ id }) => id === key)
  if (!published) return { kind: 'unknown-key' }
  const publicKey = publicKeyIn(published.publicKey)
  // A key under another's name is a forgery.
  if (!publicKey || keyIdOf(publicKey) !== key) return { kind: 'altered' }
  if (!verify(null, Buffer.from(content, 'utf8'), publicKey, Buffer.from(signature, 'base64'))) {
    return { kind: 'altered' }
  }
  return contentIn(content, key)
}

function publicKeyIn(pem: string) {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

function contentIn(text: string, key: string): SealVerdict {
  const value = parsedJson(text)
  const object = jsonObjectSchema.safeParse(value)
  const content = sealContentSchema.safeParse(value)
  if (!object.success || !content.success) return { kind: 'altered' }
  const isCanonical = canonicalJson(object.data) === text
  return isCanonical && content.data.key === key
    ? { kind: 'genuine', content: content.data }
    : { kind: 'altered' }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
