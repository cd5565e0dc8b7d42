import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { documentIdSchema, type DocumentId, type ScopeId } from '../ids.ts'
import { readDay } from './read-values.ts'

/** One line of a file as it stands: the heads of its columns, and its cells in their order. */
export interface FileLine {
  readonly heads: readonly string[]
  readonly cells: readonly string[]
}

/**
 * What a line says, the same in every file that says it: whatever the order of the columns, the columns that are empty,
 * the spaces around a text and the way in which a day is written. What people matched its columns with has no part in
 * it: a line that is imported again, matched better, is the same report.
 */
export function fingerprintOf({ heads, cells }: FileLine): string {
  const said = cells.flatMap((cell, index) => {
    const text = canonical(cell)
    return text === '' ? [] : [JSON.stringify([canonical(heads[index] ?? ''), text])]
  })
  return hash(said.sort().join('\n'))
}

function canonical(cell: string): string {
  const text = cell.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  return (/^\d{1,4}[/.-]\d/.test(text) && readDay(text)) || text
}

/**
 * Gives each line of a file the id of its report, without doubles when it is imported twice, or with another file that
 * overlaps it: from the scope, what the line says, and how many lines said the same before it. Two people who were
 * helped alike on one day are two lines and two reports; the same two lines in the next file are the same two.
 */
export class LineIdentities {
  readonly #seen = new Map<string, number>()

  idOf(scope: ScopeId, line: FileLine): DocumentId {
    const fingerprint = fingerprintOf(line)
    const before = this.#seen.get(`${scope} ${fingerprint}`) ?? 0
    this.#seen.set(`${scope} ${fingerprint}`, before + 1)
    return derivedId([scope, 'line', fingerprint, String(before)])
  }
}

/** The id of a report of another scope or another tool in this scope: one that is never anybody else's. */
export function idInScope(scope: ScopeId, reference: string): DocumentId {
  return derivedId([scope, 'reference', reference.trim()])
}

/** A UUID of version 8 (RFC 9562): the same words give the same one. */
export function derivedId(words: readonly string[]): DocumentId {
  const hex = hash(JSON.stringify(words))
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ]
  return documentIdSchema.parse(parts.join('-'))
}

function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
