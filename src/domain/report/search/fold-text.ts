/** A text as a search compares it: no accents, no capitals, words apart by one space. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The words that are looked for. */
export function wordsOf(typed: string): string[] {
  return foldText(typed).split(' ').filter(Boolean)
}
