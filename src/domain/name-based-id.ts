import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { DocumentId, ScopeId } from './ids.ts'

/** A UUID of version 5 (RFC 9562): the same for the same name in the same scope. */
export function nameBasedId(scope: ScopeId, name: string): DocumentId {
  const space = hexToBytes(scope.replaceAll('-', ''))
  const text = utf8ToBytes(name)
  const bytes = new Uint8Array(space.length + text.length)
  bytes.set(space)
  bytes.set(text, space.length)
  const hex = bytesToHex(sha1(bytes)).slice(0, 32)
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  const marked = `${hex.slice(0, 12)}5${hex.slice(13, 16)}${variant}${hex.slice(17)}`
  // A UUID in lower case, by the lines above: the brand is earned here.
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as DocumentId
}
