import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { DocumentId, ScopeId } from '../ids.ts'

/**
 * The id of an appointment that comes from a calendar: two devices that read the same file with no network give it the
 * same one, so that it is there once when they meet. No other scope gives it.
 */
export function importedAppointmentId(scope: ScopeId, uid: string, occurrence = ''): DocumentId {
  return nameBasedId(scope, `appointment ${occurrence} ${uid}`)
}

/**
 * The id of the report that is filed on an appointment: filed on two devices it is one report, whose versions meet as
 * any others do, and a form that is opened twice finds its own draft.
 */
export function reportIdOf(scope: ScopeId, appointment: DocumentId): DocumentId {
  return nameBasedId(scope, `report ${appointment}`)
}

/** A UUID of version 5 (RFC 9562): the same for the same name in the same scope. */
function nameBasedId(scope: ScopeId, name: string): DocumentId {
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
