import { expect, test } from 'vitest'
import { footNotes } from '../../../../../src/app/features/read-figures/bilan/foot-notes.ts'
import { blockDefinitions } from '../../../../../src/app/features/read-figures/block-definitions.ts'

test('totals are always defined, and blocks where there is something to know of them', () => {
  expect(footNotes([]).map((note) => note.split('\u00A0: ')[0])).toEqual([
    'Accompagnements',
    'Bénéficiaires',
    'Heures',
  ])
  const shown = blockDefinitions.filter(({ name }) =>
    ['thematiques', 'missions', 'age', 'durees'].includes(name),
  )
  expect(footNotes(shown).slice(3)).toEqual([
    'Thématiques, Les trois missions\u00A0: plusieurs réponses sont possibles, le total peut dépasser 100\u00A0%.',
    'Âge\u00A0: ceux du jour de la première activité de la période.',
  ])
})

test('every block whose rule speaks of several answers is noted', () => {
  for (const block of blockDefinitions) {
    const isNoted = footNotes([block]).some((note) => note.includes('plusieurs réponses'))
    expect(isNoted, block.title).toBe(block.rule.includes('plusieurs réponses'))
  }
})
