/**
 * The text of a calendar, whichever program wrote it: UTF-8, UTF-16 by its mark, else the Windows code page of western
 * Europe. Where a long line is folded in the middle of a letter (RFC 5545, 3.1), lines are joined before they are read.
 */
export function calendarText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return utf8In(bytes) ?? utf8In(unfolded(bytes)) ?? new TextDecoder('windows-1252').decode(bytes)
}

function utf8In(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Another encoding: the caller tries the next one, the last of which takes any byte.
    return undefined
  }
}

const [tab, lineFeed, carriageReturn, space] = [0x09, 0x0a, 0x0d, 0x20]

function unfolded(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const end = bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 1 : at
    const next = bytes[end + 1]
    const isFold = bytes[end] === lineFeed && (next === space || next === tab)
    if (isFold) {
      at = end + 1
      continue
    }
    kept[length] = bytes[at] ?? 0
    length += 1
  }
  return kept.subarray(0, length)
}
