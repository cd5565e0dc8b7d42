import { daysBetween } from '../calendar-day.ts'
import type { Rule } from './rule.ts'
import { reportsInWords } from '../french-words.ts'

/** Filed long after the day of the activity; what came from a file says nothing of it. */
export const filedLate: Rule<'filed-late'> = {
  title: 'Déposés tard',
  words: ({ days }) => `Plus de ${days}\u00A0jours entre l’activité et le dépôt du compte rendu.`,
  answers: [
    'Ils ont été saisis plus tard, d’après des notes prises le jour même.',
    'Une absence explique ce retard.',
    'Une date va être corrigée.',
  ],
  find({ reports }, { days }) {
    const late = reports.flatMap(({ id, date, filedOn }) => {
      const delay = filedOn === undefined ? 0 : daysBetween(date, filedOn)
      return delay > days ? [{ id, delay }] : []
    })
    if (late.length === 0) return []
    const evidence = late.map(({ id }) => id)
    const longest = Math.max(...late.map(({ delay }) => delay))
    const [verb, atMost] = late.length === 1 ? ['a été déposé', ''] : ['ont été déposés', 'jusqu’à ']
    return [
      {
        facts: evidence,
        evidence,
        sentence: `${reportsInWords(late.length)} ${verb} ${atMost}${longest}\u00A0jours après l’activité.`,
      },
    ]
  },
}
