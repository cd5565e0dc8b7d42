import { expect, test } from 'vitest'
import { stateFiguresSchema } from '../../../../src/domain/access/state-figures.ts'
import { stateFile } from '../../../../src/app/features/read-figures/state/state-file.ts'

const period = { from: '2026-11-01', to: '2026-11-30' }
const totals = {
  activities: 120,
  accompaniments: 118,
  beneficiaries: { named: null, anonymous: null, total: 110 },
  newOnes: 60,
  minutes: { accompaniment: 600, rest: 60, total: 660 },
  eventParticipants: null,
}
const figures = stateFiguresSchema.parse({
  countedAt: '2026-11-26T10:00:00.000Z',
  period,
  isWhole: true,
  before: { period: { from: '2026-10-01', to: '2026-10-31' }, totals: { ...totals, newOnes: null } },
  totals,
  weights: { 'theme:email': [50, 50, 300] },
  traits: {},
  hidden: ['theme:sante'],
  delay: { activities: 120, median: 1 },
  step: 'mois',
  bars: [{ ...period, accompaniments: 118, activities: 120 }],
  departments: {
    '09': { accompaniments: 100, activities: 100 },
    '11': { accompaniments: null, activities: null },
  },
})

test('what is hidden on the screen is hidden in the file', () => {
  const { lines, about } = stateFile('France entière', figures, ['theme:email', 'age:dix_huit_vingt_quatre'])
  expect(about).toContainEqual(['Territoire', 'France entière'])
  expect(about.find(([name]) => name === 'Filtres')?.[1]).toBe('E-mail, 18-24')
  expect(lines).toContainEqual(['Totaux', 'Accompagnements', 'Accompagnements', 118, '', 118])
  expect(lines).toContainEqual(['Totaux', 'Bénéficiaires suivis', 'Personnes', 'masqué', '', 'masqué'])
  expect(lines).toContainEqual(['Totaux', 'Nouveaux bénéficiaires', 'Personnes', 60, '', 'masqué'])
  expect(lines).toContainEqual(['Par département', 'Aude (11)', 'Accompagnements', 'masqué', '', ''])
  expect(lines).toContainEqual(['Thématiques', 'Santé', 'Accompagnements', 'masqué', '', ''])
  expect(lines).toContainEqual(['Au fil du temps', 'novembre 2026', 'Accompagnements', 118, '', ''])
})
