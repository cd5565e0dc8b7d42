import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { LedTeam } from '../../../../src/domain/access/signed-in-person.ts'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import { fetchGroupFigures } from '../../../../src/app/data/group-figures.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { anAdvisor, someGroupFigures } from '../../../builders/a-group-figures.ts'
import { anOwnScope } from '../../../builders/a-person.ts'
import { aPersonId, aTeamId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/group-figures.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchGroupFigures: vi.fn<typeof fetchGroupFigures>(),
}))

const ariege: LedTeam = { teamId: aTeamId(), teamName: 'Conseillers numériques de l’Ariège' }
const address = `/equipe/${ariege.teamId}/chiffres`
const ask = vi.mocked(fetchGroupFigures)
const [bruno, hugo] = [aPersonId(), aPersonId()]
let app: AppOnDevice

const advisors = [
  anAdvisor({ isInTeam: true, isQuiet: true, lastActivity: addDays(todayHere(), -20), missions: ['1', '3'] }),
  anAdvisor({ id: bruno, name: 'Bruno Estèbe', isInTeam: true, isAway: true }),
  anAdvisor({ id: hugo, name: 'Hugo Lafont', isInTeam: false, lastActivity: addDays(todayHere(), -40) }),
]

beforeEach(() => {
  ask.mockReset()
  ask.mockImplementation(({ period, advisor }) =>
    Promise.resolve({
      ok: true,
      figures: someGroupFigures({ period, accompaniments: advisor === bruno ? 5 : 12, advisors }),
    }),
  )
  app = anApp({
    givenName: 'Elsa',
    scopes: [anOwnScope({ role: 'coordinator' })],
    teams: [ariege.teamName],
    ledTeams: [ariege],
  })
})

const total = () => screen.queryByText('Accompagnements', { selector: 'dt' })?.nextElementSibling
const totalIs = async (count: number) =>
  waitFor(() => expect(total()).toHaveTextContent(new RegExp(`^${count}(?!\\d)`)))

test('who coordinates a team reads its figures, who has been quiet, and who isn’t in it any more', async () => {
  app.opens('/plus')
  await app.user.click(await screen.findByRole('link', { name: /Conseillers numériques de l’Ariège/ }))
  await totalIs(12)
  expect(ask.mock.lastCall?.[0].group).toEqual({ kind: 'team', id: ariege.teamId })
  const table = within(screen.getByRole('table', { name: /Dernière activité/ }))
  expect(
    table.getByRole('row', { name: /Awa Diallo.*rien depuis 20.jours.*Il manque.: usages citoyens/ }),
  ).toBeVisible()
  expect(
    table.getByRole('row', { name: /Bruno Estèbe.*Aucune pour le moment.; absence aujourd’hui(?! \()/ }),
  ).toBeVisible()
  expect(table.getByRole('row', { name: /Hugo Lafont.*hors de l’équipe aujourd’hui/ })).toBeVisible()
  expect(table.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual([
    'Awa Diallo',
    'Bruno Estèbe',
    'Hugo Lafont',
  ])
  expect(screen.queryByRole('link', { name: /E-mail|12/ })).toBeNull()
  expect(await accessibilityViolations()).toEqual([])
})

test('of one of its members, the server is asked again', async () => {
  app.opens(address)
  await app.user.selectOptions(await screen.findByLabelText('Qui'), 'Bruno Estèbe')
  await totalIs(5)
})

test('one’s own figures lead to the team’s', async () => {
  app.opens('/chiffres')
  await app.user.click(await screen.findByRole('link', { name: 'Voir les chiffres de l’équipe' }))
  expect(await screen.findByRole('heading', { level: 1, name: ariege.teamName })).toBeVisible()
})

test('who coordinates without filing anything finds the team at home', async () => {
  app = anApp({ givenName: 'Elsa', scopes: [], teams: [ariege.teamName], ledTeams: [ariege] })
  app.opens('/')
  await app.user.click(await screen.findByRole('link', { name: /Les chiffres de l’équipe/ }))
  await totalIs(12)
})

test('a team without anybody says so, and one without activity too', async () => {
  ask.mockResolvedValueOnce({ ok: true, figures: someGroupFigures({ accompaniments: 0, advisors: [] }) })
  app.opens(address)
  expect(await screen.findByText('Cette équipe n’a pas encore de membre.')).toBeVisible()
  expect(total()).toBeUndefined()
  ask.mockResolvedValueOnce({ ok: true, figures: someGroupFigures({ accompaniments: 0, advisors }) })
  app.opens('/plus')
  app.opens(address)
  expect(await screen.findByText('Aucune activité sur cette période.')).toBeVisible()
})

test('without network, the last view is shown with its hour; without a view, it is said when there will be one', async () => {
  app.opens(address)
  await totalIs(12)
  ask.mockResolvedValue({ ok: false, reason: 'offline' })
  app.opens('/plus')
  app.opens(address)
  expect(await screen.findByText(/Vous lisez les derniers chiffres gardés.*Calculés/)).toBeVisible()
  await totalIs(12)
  await app.user.selectOptions(screen.getByLabelText('Période'), 'Cette année')
  expect(await screen.findByText(/ils s’afficheront quand le réseau reviendra/)).toBeVisible()
  expect(total()).toBeUndefined()
})

test('a refusal of the server is said', async () => {
  ask.mockResolvedValue({ ok: false, reason: 'forbidden' })
  app.opens(address)
  expect(await screen.findByText('Vous n’avez pas accès à cette page.')).toBeVisible()
})

test('I14 the figures of another team are not asked for, by their address', async () => {
  app.opens(`/equipe/${aTeamId()}/chiffres`)
  expect(await screen.findByText('Vous n’avez pas accès à cette équipe.')).toBeVisible()
  expect(ask).not.toHaveBeenCalled()
})
