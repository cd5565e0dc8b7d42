import type { Rule } from './rule.ts'
import { dayInWords } from '../french-words.ts'

/** A workshop that one person came to. */
export const workshopOfOne: Rule<'workshop-of-one'> = {
  title: 'Ateliers d’une seule personne',
  words: () => 'Un atelier collectif qui ne compte qu’une personne.',
  answers: [
    'L’atelier était ouvert à tous, une seule personne est venue.',
    'C’était un accompagnement individuel, il va être corrigé.',
    'Le nombre de participants va être corrigé.',
  ],
  find: ({ reports }, { people }) =>
    reports
      .filter(({ kind, accompaniments }) => kind === 'collectif' && accompaniments <= people)
      .map(({ id, date }) => ({
        facts: [id],
        evidence: [id],
        sentence: `L’atelier du ${dayInWords(date)} compte une seule personne.`,
      })),
}
