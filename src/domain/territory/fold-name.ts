/**
 * A name without what people leave out or write otherwise: accents, case, ligatures, hyphens, apostrophes and other
 * signs, which become single spaces; Saint and Sainte in full.
 */
export function foldName(name: string): string {
  return spellOut(foldLines(name.replaceAll('\n', ' ')).trim())
}

/**
 * `foldName` of many names, none of them over two lines, each after a space, so that every word begins with one.
 * All at once is three times faster than one by one.
 */
export function foldNames(names: readonly string[]): string[] {
  return spellOut(foldLines(` ${names.join('\n ')}`)).split('\n')
}

/**
 * What somebody is typing, folded: nothing, or the ways to read it. The last word may be the beginning of a longer
 * one: « st » is Saint, and the beginning of Strasbourg.
 */
export function foldTyped(text: string): readonly string[] {
  const words = foldLines(text.replaceAll('\n', ' ')).trim()
  if (words === '') return []
  const asWritten = /\bste?$/.exec(words)?.[0]
  const finished = !/[\p{L}\p{M}]$/u.test(text)
  if (asWritten === undefined || finished) return [spellOut(words)]
  const before = spellOut(words.slice(0, -asWritten.length))
  return [spellOut(words), before + asWritten]
}

/** Saint and Sainte, which people and the Post write short. */
function spellOut(folded: string): string {
  return folded.replace(/\b(st|ste)\b/g, (word) => (word === 'st' ? 'saint' : 'sainte'))
}

function foldLines(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9\n]+/g, ' ')
    .replace(/ $/gm, '')
}
