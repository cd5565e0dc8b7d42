import { expect, test } from 'vitest'
import type { StateNeeds } from '../../../../src/domain/access/state-needs.ts'
import { figuresCsv } from '../../../../src/app/features/read-figures/figures-file.ts'
import { needsFile } from '../../../../src/app/features/read-figures/needs/needs-file.ts'

const edition: NonNullable<StateNeeds['edition']> = {
  year: 2025,
  madeAt: '2026-02-01T05:00:00.000Z',
  now: { accompaniments: 1000, values: { 'theme:email': 250 } },
  before: { accompaniments: null, values: {} },
  within: [
    {
      kind: 'commune',
      code: '09261',
      name: 'Saint-Girons',
      population: 6000,
      accompaniments: 900,
      before: 161,
    },
    { kind: 'commune', code: '09182', name: 'Massat', population: 750, accompaniments: null, before: 0 },
  ],
}

test('a file of needs says what the page shows, hidden as hidden and nothing as 0', () => {
  const { lines, about, period } = needsFile(
    { kind: 'departement', code: '09', name: 'Ariège', population: 155_000 },
    edition,
  )
  expect(period).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect(about[0]).toEqual(['Territoire', 'Ariège (09)'])
  expect(lines).toEqual([
    ['Totaux', 'Accompagnements', 'Accompagnements', 1000, '', 'masqué'],
    ['Totaux', 'Habitants', 'Personnes', 155_000, '', ''],
    ['Totaux', 'Pour 1 000 habitants', 'Accompagnements', 6.5, '', 'masqué'],
    ['Thématiques', 'E-mail', 'Accompagnements', 250, 0.25, ''],
    ['Communes', 'Saint-Girons (09261)', 'Accompagnements', 900, '', 161],
    ['Communes', 'Saint-Girons (09261)', 'Habitants', 6000, '', ''],
    ['Communes', 'Saint-Girons (09261)', 'Accompagnements pour 1 000 habitants', 150, '', 26.8],
    ['Communes', 'Massat (09182)', 'Accompagnements', 'masqué', '', 0],
    ['Communes', 'Massat (09182)', 'Habitants', 750, '', ''],
    ['Communes', 'Massat (09182)', 'Accompagnements pour 1 000 habitants', 'masqué', '', 0],
  ])
})

test('it opens in a spreadsheet', () => {
  const csv = figuresCsv(
    needsFile({ kind: 'departement', code: '09', name: 'Ariège', population: 155_000 }, edition),
  )
  expect(csv).toContain('"Communes";"Massat (09182)";"Accompagnements";"masqué";"";0\r\n')
})
