import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import type { GroupFigures } from '../../../../src/domain/access/group-figures.ts'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import { fetchGroupFigures } from '../../../../src/app/data/group-figures.ts'
import { downloadText } from '../../../../src/app/ui/download-text.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { anAdvisor, someGroupFigures } from '../../../builders/a-group-figures.ts'
import { aPersonId, aStructureId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/group-figures.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchGroupFigures: vi.fn<typeof fetchGroupFigures>(),
}))

vi.mock('../../../../src/app/ui/download-text.ts', () => ({ downloadText: vi.fn<typeof downloadText>() }))

const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const address = `/structure/${townHall.structureId}/chiffres`
const ask = vi.mocked(fetchGroupFigures)
const download = vi.mocked(downloadText)
const bruno = aPersonId()
let app: AppOnDevice

beforeEach(() => {
  ask.mockReset()
  app = anApp({ givenName: 'Chantal', scopes: [], memberships: [townHall] })
})

function figures(period: GroupFigures['period'], accompaniments: number): GroupFigures {
  const advisors = [
    anAdvisor({ lastActivity: addDays(todayHere(), -20), missions: ['1', '3'], isQuiet: true }),
    anAdvisor({ id: bruno, name: 'Bruno Estèbe', isAway: true, awayFor: 'formation' }),
  ]
  return someGroupFigures({ period, accompaniments, advisors })
}

const total = () => screen.queryByText('Accompagnements', { selector: 'dt' })?.nextElementSibling
const totalIs = async (count: number) =>
  waitFor(() => expect(total()).toHaveTextContent(new RegExp(`^${count}(?!\\d)`)))

test('an employer reads the figures of its advisors, and who has been quiet', async () => {
  ask.mockImplementation(({ period }) => Promise.resolve({ ok: true, figures: figures(period, 12) }))
  app.opens(`/structure/${townHall.structureId}`)
  await app.user.click(await screen.findByRole('link', { name: 'Chiffres' }))
  await totalIs(12)
  const table = within(screen.getByRole('table', { name: /Dernière activité/ }))
  expect(
    table.getByRole('row', { name: /Awa Diallo.*rien depuis 20.jours.*Il manque.: usages citoyens/ }),
  ).toBeVisible()
  expect(
    table.getByRole('row', {
      name: /Bruno Estèbe.*Aucune pour le moment.; absence aujourd’hui \(formation\)/,
    }),
  ).toBeVisible()
  expect(screen.getByText(/^Sans activité depuis deux semaines de travail.*: Awa Diallo\.$/)).toBeVisible()
  expect(screen.getByText('Saint-Girons')).toBeVisible()
  // The reports are on no device of theirs: no figure leads to a list of them.
  expect(screen.queryByRole('link', { name: /E-mail|12/ })).toBeNull()
  expect(await accessibilityViolations()).toEqual([])
})

test('of each advisor are the same on the screen and in the file, by name', async () => {
  const counted = { activities: 1204, accompaniments: 2350, minutes: 3015 }
  const none = { activities: 0, accompaniments: 0, minutes: 0 }
  const advisors = [anAdvisor({ counted }), anAdvisor({ id: bruno, name: 'Bruno Estèbe', counted: none })]
  ask.mockImplementation(({ period }) =>
    Promise.resolve({ ok: true, figures: someGroupFigures({ period, advisors }) }),
  )
  app.opens(address)
  await totalIs(12)
  const table = within(screen.getByRole('table', { name: /Dernière activité/ }))
  const cells = table
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent))
  expect(cells.slice(1).map(([name, , , ...amounts]) => [name, ...amounts])).toEqual([
    ['Awa Diallo', '1\u202F204', '2\u202F350', '50\u00A0h\u00A015'],
    ['Bruno Estèbe', '0', '0', '0\u00A0min'],
  ])
  await app.user.click(screen.getByRole('button', { name: 'Tableau (CSV)' }))
  const [[, , text] = []] = download.mock.calls
  expect(text?.split('\r\n').filter((line) => line.startsWith('"Conseillers'))).toEqual([
    '"Conseillers et conseillères";"Awa Diallo";"Activités";1204;"";""',
    '"Conseillers et conseillères";"Awa Diallo";"Accompagnements";2350;"";""',
    '"Conseillers et conseillères";"Awa Diallo";"Minutes";3015;"";""',
    '"Conseillers et conseillères";"Bruno Estèbe";"Activités";0;"";""',
    '"Conseillers et conseillères";"Bruno Estèbe";"Accompagnements";0;"";""',
    '"Conseillers et conseillères";"Bruno Estèbe";"Minutes";0;"";""',
  ])
})

test('of one advisor, and of other days, the server is asked again', async () => {
  ask.mockImplementation(({ period, advisor }) =>
    Promise.resolve({ ok: true, figures: figures(period, advisor === bruno ? 5 : 12) }),
  )
  app.opens(address)
  await app.user.selectOptions(await screen.findByLabelText('Qui'), 'Bruno Estèbe')
  await totalIs(5)
  await app.user.selectOptions(screen.getByLabelText('Période'), 'Cette année')
  await waitFor(() => expect(ask.mock.lastCall?.[0].period.from).toMatch(/-01-01$/))
})

test('without network, the last view of the same question is shown with its hour, and of another nothing', async () => {
  ask.mockImplementation(({ period }) => Promise.resolve({ ok: true, figures: figures(period, 12) }))
  app.opens(address)
  await totalIs(12)
  ask.mockResolvedValue({ ok: false, reason: 'offline' })
  app.opens(`/structure/${townHall.structureId}`)
  app.opens(address)
  expect(await screen.findByText(/Vous lisez les derniers chiffres gardés/)).toBeVisible()
  await totalIs(12)
  await app.user.selectOptions(screen.getByLabelText('Période'), 'Cette année')
  expect(await screen.findByText(/ils s’afficheront quand le réseau reviendra/)).toBeVisible()
  expect(total()).toBeUndefined()
})

test('I14 the figures of another structure are not asked for, by their address', async () => {
  app.opens(`/structure/${aStructureId()}/chiffres`)
  expect(await screen.findByText('Vous n’avez pas accès à cette structure.')).toBeVisible()
  expect(ask).not.toHaveBeenCalled()
})
