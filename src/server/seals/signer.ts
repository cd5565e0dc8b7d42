import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Configuration } from '../configuration.ts'
import type { PublicKey } from '../store/signing-keys.ts'

/** What signs seals. */
export interface SigningKey extends Omit<PublicKey, 'since'> {
  /** Ed25519 over a text's UTF-8 bytes, in base64. */
  sign(text: string): string
}

/** The key that signs now, read each time: a file that is replaced is the next key. */
export type Signer = () => Promise<SigningKey>

/**
 * The key in the file that the configuration names; in the data folder, where none is named, made at first use. Throws
 * where a file that is named isn't there or holds no Ed25519 key: another one made in silence wouldn't be the operator's.
 */
export function signerOf({ signingKeyFile, dataFolder }: Configuration): Signer {
  return async () => {
    if (signingKeyFile !== undefined) return signingKeyIn(await readFile(signingKeyFile, 'utf8'))
    const path = join(dataFolder, 'signing-key.pem')
    await makeKeyOnce(path)
    return signingKeyIn(await readFile(path, 'utf8'))
  }
}

/** A key of this process alone: of tests. */
export function signerInMemory(): Signer {
  const pem = newPrivateKey()
  return async () => signingKeyIn(pem)
}

/** By the first 16 hexadecimal digits of the SHA-256 of its public half (SPKI, DER). */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}

function signingKeyIn(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem)
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('The signing key is not an Ed25519 key')
  const publicKey = createPublicKey(privateKey)
  return {
    id: keyIdOf(publicKey),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
  }
}

/** Of two that make it at the same time the first wins; it is on the disk before it signs. */
async function makeKeyOnce(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(newPrivateKey())
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!isAlreadyThere(error)) throw error
  }
}

function newPrivateKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
