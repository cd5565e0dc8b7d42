import { groupBy } from '../group-by.ts'
import type { ExaminedReport } from './examined-report.ts'
import type { Rule } from './rule.ts'
import type { Thresholds } from './thresholds.ts'
import { reportsInWords } from '../french-words.ts'

/** Many reports with one note, word for word; a habit is told when it begins. */
export const sameText: Rule<'same-text'> = {
  title: 'Le même texte dans de nombreux comptes rendus',
  words: ({ reports, letters, isHabitTold }) =>
    `Au moins ${reports}\u00A0comptes rendus du mois dont la note est la même, mot pour mot (${letters}\u00A0lettres ou plus)${isHabitTold ? ', et qui n’était pas déjà aussi fréquente les trois mois d’avant' : ''}.`,
  answers: [
    'Ce texte sert de modèle, les activités sont bien différentes.',
    'Les notes vont être précisées.',
    'Des comptes rendus en trop vont être supprimés.',
  ],
  find: ({ reports, history }, threshold) =>
    repeatedNotes(reports, threshold)
      .filter(({ note }) => !threshold.isHabitTold || (history.notes.get(note) ?? 0) < threshold.reports)
      .map(({ having }) => {
        const evidence = having.map(({ id }) => id)
        return {
          facts: evidence,
          evidence,
          sentence: `${reportsInWords(having.length)} ont la même note, mot pour mot.`,
        }
      }),
}

/** Notes that many reports have, and which. */
export function repeatedNotes(
  reports: readonly ExaminedReport[],
  { reports: least, letters }: Thresholds['same-text'],
): { note: string; having: ExaminedReport[] }[] {
  const long = reports.filter(({ note }) => note.length >= letters)
  return [...groupBy(long, ({ note }) => note)]
    .filter(([, having]) => having.length >= least)
    .map(([note, having]) => ({ note, having }))
}
