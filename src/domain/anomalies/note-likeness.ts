/**
 * How alike two notes are: the words that they share, of all their words (Dice), each as often as it is there. 1 for the
 * same words in any order, and for no note at all; 0 for nothing in common. Notes are given folded (`foldText`).
 */
export function noteLikeness(a: string, b: string): number {
  return a === b ? 1 : dice(wordsIn(a), wordsIn(b))
}

/** The same of pairs of letters, spaces left out: a letter that slipped leaves most of a short note. */
export function letterLikenessOf(a: string, b: string): number {
  return a === b ? 1 : dice(pairsIn(a), pairsIn(b))
}

function dice(ofA: readonly string[], ofB: readonly string[]): number {
  if (ofA.length + ofB.length === 0) return 0
  const counts = new Map<string, number>()
  for (const part of ofA) counts.set(part, (counts.get(part) ?? 0) + 1)
  let shared = 0
  for (const part of ofB) {
    const left = counts.get(part) ?? 0
    if (left > 0) shared += 1
    counts.set(part, left - 1)
  }
  return (2 * shared) / (ofA.length + ofB.length)
}

function pairsIn(note: string): string[] {
  const letters = note.replaceAll(' ', '')
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
}

function wordsIn(note: string): string[] {
  return note.split(' ').filter(Boolean)
}
