import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import type { StructureFigures } from '../../../../src/domain/access/structure-figures.ts'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import { fetchStructureFigures } from '../../../../src/app/data/structure-figures.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { aPersonId, aStructureId } from '../../../builders/an-id.ts'
import { aStructureAnswer } from '../../../builders/a-structure-answer.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/structure-figures.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStructureFigures: vi.fn<typeof fetchStructureFigures>(),
}))

const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const address = `/structure/${townHall.structureId}/chiffres`
const ask = vi.mocked(fetchStructureFigures)
const [awa, bruno] = [aPersonId(), aPersonId()]
let app: AppOnDevice

beforeEach(() => {
  ask.mockReset()
  app = anApp({ givenName: 'Chantal', scopes: [], memberships: [townHall] })
})

/** Figures as the server gives them for whatever period is asked. */
function figures(period: StructureFigures['period'], accompaniments: number): StructureFigures {
  return aStructureAnswer({
    period,
    accompaniments,
    advisors: [
      {
        id: awa,
        name: 'Awa Diallo',
        isUnderContract: true,
        lastActivity: addDays(todayHere(), -20),
        missions: ['1', '3'],
      },
      { id: bruno, name: 'Bruno Estèbe', isUnderContract: true, lastActivity: null, missions: [] },
    ],
  })
}

const total = () => screen.queryByText('Accompagnements', { selector: 'dt' })?.nextElementSibling
const totalIs = async (count: number) =>
  waitFor(() => expect(total()).toHaveTextContent(new RegExp(`^${count}(?!\\d)`)))

test('an employer reads the figures of its advisors, and who has been quiet', async () => {
  ask.mockImplementation(({ period }) => Promise.resolve({ ok: true, figures: figures(period, 12) }))
  app.opens(`/structure/${townHall.structureId}`)
  await app.user.click(await screen.findByRole('link', { name: 'Voir les chiffres' }))
  await totalIs(12)
  const table = within(screen.getByRole('table', { name: /Dernière activité/ }))
  expect(
    table.getByRole('row', { name: /Awa Diallo.*rien depuis 20.jours.*Il manque.: usages citoyens/ }),
  ).toBeVisible()
  expect(table.getByRole('row', { name: /Bruno Estèbe.*Aucune pour le moment/ })).toBeVisible()
  expect(screen.getByText('Saint-Girons')).toBeVisible()
  // The reports are on no device of theirs: no figure leads to a list of them.
  expect(screen.queryByRole('link', { name: /E-mail|12/ })).toBeNull()
  expect(await accessibilityViolations()).toEqual([])
})

test('of one advisor, and of other days, the server is asked again', async () => {
  ask.mockImplementation(({ period, advisor }) =>
    Promise.resolve({ ok: true, figures: figures(period, advisor === bruno ? 5 : 12) }),
  )
  app.opens(address)
  await app.user.selectOptions(await screen.findByLabelText('Qui'), 'Bruno Estèbe')
  await totalIs(5)
  await app.user.selectOptions(screen.getByLabelText('Période'), 'Cette année')
  expect(ask.mock.lastCall?.[0].period.from).toMatch(/-01-01$/)
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
