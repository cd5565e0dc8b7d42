import type { TextEncoding } from './table.ts'

/**
 * The text of a file in whichever encoding it is: by its mark, else UTF-16 where every other byte is nothing, UTF-8
 * where it is valid, and otherwise what Windows wrote before. Undefined for what is no text.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } | undefined {
  const encoding = markedEncoding(bytes) ?? likelyEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  return text.includes('\0') ? undefined : { text, encoding }
}

function markedEncoding([a, b, c]: Uint8Array): TextEncoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

function likelyEncoding(bytes: Uint8Array): TextEncoding {
  const start = bytes.subarray(0, 2_000)
  const zeros = [0, 1].map((offset) => start.filter((byte, at) => at % 2 === offset && byte === 0).length)
  const half = start.length / 2
  if ((zeros[1] ?? 0) > half * 0.7) return 'utf-16le'
  if ((zeros[0] ?? 0) > half * 0.7) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    // The decoder's way to say no.
    return false
  }
}
