import { screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import type { fetchVouchedDepartments } from '../../../../src/app/data/vouched-structures.ts'
import { fetchVouchedStructures } from '../../../../src/app/data/vouched-structures.ts'
import { aStructureId, aTeamId } from '../../../builders/an-id.ts'
import { anApp } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/vouched-structures.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchVouchedStructures: vi.fn<typeof fetchVouchedStructures>(),
  fetchVouchedDepartments: vi.fn<typeof fetchVouchedDepartments>(async (month) => ({
    ok: true,
    figures: {
      countedAt: '2026-11-23T10:00:00.000Z',
      month,
      departments: [
        { department: '09', structures: 2, vouched: 1 },
        { department: '59', structures: 9, vouched: 3 },
      ],
    },
  })),
}))

const read = vi.mocked(fetchVouchedStructures)
const sealedOn = calendarDaySchema.parse('2026-11-03')

beforeEach(() => {
  read.mockReset()
  read.mockImplementation(async ({ month }) => ({
    ok: true,
    figures: {
      countedAt: '2026-11-23T10:00:00.000Z',
      month,
      structures: [
        { id: aStructureId(), name: 'Association La Passerelle', sealedOn: null },
        { id: aStructureId(), name: 'Mairie de Saint-Girons', sealedOn },
      ],
    },
  }))
})

test('who coordinates a team reads which of its structures vouched, and when', async () => {
  const team = { teamId: aTeamId(), teamName: 'Conseillers numériques de l’Ariège' }
  const app = anApp({ scopes: [], memberships: [], ledTeams: [team] })
  app.opens(`/equipe/${team.teamId}/mois`)
  expect(await screen.findByText(/1\sstructure a attesté ce mois, sur 2\sstructures\./)).toBeVisible()
  expect(screen.getByText(/Attesté le 3\snovembre 2026/)).toBeVisible()
  expect(screen.getByText('Pas encore attesté')).toBeVisible()
  expect(read.mock.calls[0]?.[0].of).toEqual({ kind: 'team', id: team.teamId })
  expect(await accessibilityViolations()).toEqual([])
})

test('the nation is read by department, and each department by structure', async () => {
  const app = anApp({ scopes: [], memberships: [], state: { department: null } })
  app.opens('/etat/mois')
  expect(await screen.findByText(/4\sstructures ont attesté ce mois, sur 11\sstructures\./)).toBeVisible()
  expect(screen.getByRole('row', { name: /09 Ariège.*1 \(50\s%\)/ })).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('link', { name: '09 Ariège' }))
  expect(await screen.findByText('Mairie de Saint-Girons')).toBeVisible()
  expect(read.mock.calls[0]?.[0].of).toEqual({ kind: 'department', code: '09' })
})

test('nobody else is shown anything', async () => {
  const app = anApp({ scopes: [], memberships: [] })
  app.opens('/etat/mois')
  expect(await screen.findByText('Cette page est réservée à l’État.')).toBeVisible()
  expect(read).not.toHaveBeenCalled()
})
