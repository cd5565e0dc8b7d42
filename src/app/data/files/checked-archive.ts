import { Unzip, UnzipInflate, zipSync, type UnzipFile } from 'fflate'
import { maxInflatedBytes } from './table.ts'

/** The parts of a spreadsheet that are read: texts, styles and sheets, no picture and no macro. */
const neededPart =
  /^(\[Content_Types\]\.xml|_rels\/[^/]+|xl\/[A-Za-z]+\.xml|xl\/_rels\/[^/]+|xl\/worksheets\/[^/]+\.xml)$/

/** Small enough that a single one can't inflate to more than a few megabytes before it is counted. */
const pieceBytes = 4 * 1024
const maxParts = 300

export type CheckedArchive =
  | { readonly ok: true; readonly bytes: ArrayBuffer }
  | { readonly ok: false; readonly reason: 'damaged' | 'too-large' }

/**
 * Inflates what is needed of a spreadsheet's archive, counting real bytes rather than believing what it says of itself,
 * and packs it again without compression: whatever reads that can't be made to inflate more. Stops at the first byte
 * too many.
 */
export function checkedArchive(bytes: Uint8Array, most: number = maxInflatedBytes): CheckedArchive {
  const inflation = new Inflation(most)
  try {
    inflation.run(bytes)
  } catch {
    // The library's ways to say that it is no archive, or a broken one.
    return { ok: false, reason: 'damaged' }
  }
  if (inflation.isTooLarge) return { ok: false, reason: 'too-large' }
  const parts = inflation.parts()
  if (!parts) return { ok: false, reason: 'damaged' }
  return { ok: true, bytes: zipSync(parts, { level: 0 }).buffer }
}

class Inflation {
  isTooLarge = false
  readonly #most: number
  readonly #pieces = new Map<string, Uint8Array[]>()
  readonly #finished = new Set<string>()
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  run(bytes: Uint8Array): void {
    const unzip = new Unzip((part) => this.#take(part))
    unzip.register(UnzipInflate)
    for (let at = 0; at < bytes.length && !this.isTooLarge; at += pieceBytes) {
      unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length)
    }
  }

  /** Every part, whole; undefined where one was cut off, or there is none. */
  parts(): Record<string, Uint8Array> | undefined {
    const names = [...this.#pieces.keys()]
    if (names.length === 0 || names.some((name) => !this.#finished.has(name))) return undefined
    return Object.fromEntries(names.map((name) => [name, joined(this.#pieces.get(name) ?? [])]))
  }

  #take(part: UnzipFile): void {
    if (!neededPart.test(part.name)) return
    if (this.#pieces.size >= maxParts) {
      this.isTooLarge = true
      return
    }
    const pieces: Uint8Array[] = []
    this.#pieces.set(part.name, pieces)
    part.ondata = (error, data, isLast) => {
      if (error) throw error
      this.#bytes += data.length
      if (this.#bytes > this.#most) this.#tooLarge(part)
      else pieces.push(data)
      if (isLast) this.#finished.add(part.name)
    }
    part.start()
  }

  #tooLarge(part: UnzipFile): void {
    this.isTooLarge = true
    this.#pieces.clear()
    part.terminate()
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
