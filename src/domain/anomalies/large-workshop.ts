import type { PastWorkshop } from './advisor-month.ts'
import { pastWorkshops } from './history-of.ts'
import { median } from './median.ts'
import type { Rule } from './rule.ts'
import type { Thresholds } from './thresholds.ts'
import { dayInWords, numberInWords } from '../french-words.ts'

/** A workshop far larger than the others of its place; where these are few, than this advisor's others. */
export const largeWorkshop: Rule<'large-workshop'> = {
  title: 'Ateliers bien plus grands que les autres',
  words: ({ times, othersOfPlace, least }) =>
    `Un atelier d’au moins ${least}\u00A0personnes, et plus de ${numberInWords(times)}\u00A0fois ce qu’on compte d’habitude dans ce lieu (au moins ${othersOfPlace}\u00A0autres ateliers sur un an).`,
  answers: [
    'Il y a bien eu autant de monde.',
    'Le nombre de participants va être corrigé.',
    'C’était un évènement, il va être corrigé.',
  ],
  find({ reports, history }, threshold) {
    const workshops = reports.filter(({ kind }) => kind === 'collectif')
    const all = [...history.workshops, ...pastWorkshops(workshops)]
    return workshops.flatMap(({ id, date, place, accompaniments: people }) => {
      const compared = comparedWith({ id, place }, all, threshold)
      if (!compared || people < threshold.least || people <= threshold.times * compared.usual) return []
      return [
        {
          facts: [id, people],
          evidence: [id],
          sentence: `L’atelier du ${dayInWords(date)} compte ${people}\u00A0personnes\u00A0; ${compared.others} en comptent ${numberInWords(compared.usual)} d’habitude.`,
        },
      ]
    })
  },
}

/** How many people usually come to the others, and which others; undefined where they are too few to tell. */
function comparedWith(
  { id, place }: Pick<PastWorkshop, 'id' | 'place'>,
  all: readonly PastWorkshop[],
  { othersOfPlace, othersAnywhere }: Thresholds['large-workshop'],
): { usual: number; others: string } | undefined {
  const rest = all.filter((other) => other.id !== id)
  const ofPlace = rest.filter((other) => other.place === place)
  if (ofPlace.length >= othersOfPlace) return { usual: usualOf(ofPlace), others: 'ceux de ce lieu' }
  return rest.length >= othersAnywhere ? { usual: usualOf(rest), others: 'les autres ateliers' } : undefined
}

function usualOf(workshops: readonly PastWorkshop[]): number {
  return median(workshops.map(({ people }) => people))
}
