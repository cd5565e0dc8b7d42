import type { Rule } from './rule.ts'
import { dayInWords } from '../french-words.ts'

/** More people of one sort than there were in all: the form refuses it, some files have it. */
export const sumsAboveTotal: Rule<'sums-above-total'> = {
  title: 'Sommes plus grandes que le total',
  words: () =>
    'Un atelier dont le détail des participants (genre, âge, situation, déjà accompagnés) fait plus que leur nombre.',
  answers: ['Le nombre de participants va être corrigé.', 'Le fichier repris contenait cette erreur.'],
  find: ({ reports }) =>
    reports
      .filter((report) => report.sumsAboveTotal)
      .map(({ id, date, accompaniments }) => ({
        facts: [id, accompaniments],
        evidence: [id],
        sentence: `L’atelier du ${dayInWords(date)} compte moins de participants que la somme de leur détail.`,
      })),
}
