import { decodeText } from './decode-text.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { maxFileBytes, type ReadFile } from './table.ts'

/** Reads a file by what it holds, whatever it is called. Never throws for a file that is wrong. */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > maxFileBytes) return { ok: false, reason: 'too-large' }
  if (beginsWith(bytes, zipMark)) return readXlsx(bytes)
  if (beginsWith(bytes, oldExcelMark)) return { ok: false, reason: 'old-excel' }
  return looksLikeJson(bytes) ? readJson(bytes) : readCsv(bytes)
}

const zipMark = [0x50, 0x4b]
const oldExcelMark = [0xd0, 0xcf, 0x11, 0xe0]

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 100)))
}

function readJson(bytes: Uint8Array): ReadFile {
  try {
    return { ok: true, json: JSON.parse(decodeText(bytes)?.text ?? '') as unknown }
  } catch {
    // A CSV may begin with a bracket too; what is neither is told to be damaged.
    const read = readCsv(bytes)
    return read.ok ? read : { ok: false, reason: 'damaged' }
  }
}
