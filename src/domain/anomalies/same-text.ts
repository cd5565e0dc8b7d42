import { groupBy } from '../group-by.ts'
import type { Rule } from './rule.ts'
import { reportsInWords } from './words.ts'

/** Many reports with one note, word for word. */
export const sameText: Rule<'same-text'> = {
  title: 'Le même texte dans de nombreux comptes rendus',
  words: ({ reports, letters }) =>
    `Au moins ${reports}\u00A0comptes rendus du mois dont la note est la même, mot pour mot (${letters}\u00A0lettres ou plus).`,
  answers: [
    'Ce texte sert de modèle, les activités sont bien différentes.',
    'Les notes vont être précisées.',
    'Des comptes rendus en trop vont être supprimés.',
  ],
  find: ({ reports }, { reports: least, letters }) =>
    [
      ...groupBy(
        reports.filter(({ note }) => note.length >= letters),
        ({ note }) => note,
      ).values(),
    ]
      .filter((group) => group.length >= least)
      .map((group) => {
        const evidence = group.map(({ id }) => id)
        return {
          facts: evidence,
          evidence,
          sentence: `${reportsInWords(group.length)} ont la même note, mot pour mot.`,
        }
      }),
}
