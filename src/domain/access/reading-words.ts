import type { ReaderTimes } from './reader-times.ts'
import type { ReadingWay } from './readings.ts'

/** What somebody did by reading a report, after their name: « Chantal Rouch a ouvert ce compte rendu ». */
export const readingVerbs: Readonly<Record<ReadingWay, string>> = {
  page: 'a ouvert ce compte rendu',
  list: 'a eu ce compte rendu dans une liste',
  export: 'a eu ce compte rendu dans un fichier',
  check: 'a eu ce compte rendu parmi ce qui demande un regard',
}

/** What held several reports, at the beginning of a line. */
export const readingNouns: Readonly<Record<ReadingWay, string>> = {
  page: 'Comptes rendus ouverts',
  list: 'Liste',
  export: 'Fichier',
  check: 'Ce qui demande un regard',
}

/** Who read, where their account may be no more. */
export function readerInWords(readerName: string): string {
  return readerName || 'Une personne dont le compte n’existe plus'
}

/** « Chantal Rouch a ouvert ce compte rendu, sur 3 jours ». */
export function readingInWords({ readerName, way, days }: ReaderTimes): string {
  const verb = Object.hasOwn(readingVerbs, way)
    ? // Its own key.
      readingVerbs[way as ReadingWay]
    : 'a lu ce compte rendu'
  return `${readerInWords(readerName)} ${verb}${days > 1 ? `, ${days}\u00A0jours différents` : ''}`
}

export function nounOfReading(way: string): string {
  // Its own key.
  return Object.hasOwn(readingNouns, way) ? readingNouns[way as ReadingWay] : 'Lecture'
}
