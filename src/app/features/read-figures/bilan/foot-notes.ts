import type { BlockDefinition } from '../block-definitions.ts'
import { definitions } from '../definitions.ts'

/** Blocks of which one activity may give several answers: their shares may add up to more than 100 %. */
const severalAnswers: ReadonlySet<string> = new Set([
  'thematiques',
  'demarches',
  'missions',
  'materiel',
  'besoins',
])

/** How the figures on a page are counted: its totals, then what is peculiar to the blocks that it shows. */
export function footNotes(blocks: readonly BlockDefinition[]): string[] {
  const titles = (those: readonly BlockDefinition[]) => those.map(({ title }) => title).join(', ')
  const several = blocks.filter(({ name }) => severalAnswers.has(name))
  const ofPeople = blocks.filter(({ unit }) => unit === 'people')
  return [
    ...definitions.flatMap(({ name, inShort }) => (inShort ? [`${name}\u00A0: ${inShort}`] : [])),
    ...(several.length > 0
      ? [`${titles(several)}\u00A0: plusieurs réponses sont possibles, le total peut dépasser 100\u00A0%.`]
      : []),
    ...(ofPeople.length > 0
      ? [`${titles(ofPeople)}\u00A0: ceux du jour de la première activité de la période.`]
      : []),
    ...(blocks.some(({ name }) => name === 'communes')
      ? ['Communes\u00A0: à distance, c’est la commune de la structure.']
      : []),
  ]
}
