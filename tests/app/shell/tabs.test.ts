import { expect, test } from 'vitest'
import { capacitiesOf } from '../../../src/app/shell/capacities.ts'
import { isUnder, tabsFor } from '../../../src/app/shell/tabs.ts'
import { aPerson, anOwnScope } from '../../builders/a-person.ts'
import { aStructureId } from '../../builders/an-id.ts'

const membership = { structureId: aStructureId(), structureName: 'Mairie', role: 'responsable' } as const
const labels = (fields: Parameters<typeof aPerson>[0]) =>
  tabsFor(capacitiesOf(aPerson(fields))).map(({ label }) => label)

test('each finds its own ways in', () => {
  expect(labels({})).toEqual(['Accueil', 'Activités', 'Chiffres', 'Plus'])
  expect(labels({ scopes: [], memberships: [membership] })).toEqual(['Structure', 'Plus'])
  expect(labels({ memberships: [membership] })).toEqual([
    'Accueil',
    'Activités',
    'Chiffres',
    'Structure',
    'Plus',
  ])
  expect(labels({ scopes: [], state: { department: null } })).toEqual(['Accueil', 'Plus'])
  expect(labels({ scopes: [anOwnScope({ role: 'coordinator' })] })).toEqual([
    'Accueil',
    'Activités',
    'Chiffres',
    'Plus',
  ])
})

test('a page keeps the tab that it is under', () => {
  const [home, reports] = tabsFor({ files: true, reads: false })
  if (!home || !reports) throw new Error('an advisor has tabs')
  expect([home, reports].map((tab) => isUnder(tab, '/'))).toEqual([true, false])
  expect([home, reports].map((tab) => isUnder(tab, '/activites/1'))).toEqual([false, true])
  expect(isUnder(reports, '/activites-du-mois')).toBe(false)
})
