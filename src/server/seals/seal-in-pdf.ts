import { inflateSync } from 'node:zlib'

/**
 * The seal that an attestation of ours holds as its attachment, as text; undefined where there is none. It reads what
 * `attestation-pdf.ts` writes, and no PDF of anybody else.
 */
export function sealInPdf(pdf: Buffer): string | undefined {
  // One character a byte: places in the text are places in the file.
  const text = pdf.toString('latin1')
  const file = text.indexOf('/Type /EmbeddedFile')
  const start = file < 0 ? -1 : text.indexOf('stream\n', file)
  const end = start < 0 ? -1 : text.indexOf('\nendstream', start)
  if (end < 0) return undefined
  const bytes = pdf.subarray(start + 'stream\n'.length, end)
  const isCompressed = text.slice(file, start).includes('/FlateDecode')
  try {
    return (isCompressed ? inflateSync(bytes) : bytes).toString('utf8')
  } catch {
    return undefined
  }
}
