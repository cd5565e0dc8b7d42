/**
 * How alike two notes are: the words that they share, of all their words (Dice), each as often as it is there. 1 for the
 * same words in any order, and for no note at all; 0 for nothing in common. Notes are given folded (`foldText`).
 */
export function noteLikeness(a: string, b: string): number {
  if (a === b) return 1
  const [ofA, ofB] = [wordsIn(a), wordsIn(b)]
  const counts = new Map<string, number>()
  for (const word of ofA) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of ofB) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared += 1
    counts.set(word, left - 1)
  }
  return (2 * shared) / (ofA.length + ofB.length)
}

function wordsIn(note: string): string[] {
  return note.split(' ').filter(Boolean)
}
