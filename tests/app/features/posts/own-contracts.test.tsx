import { screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { OwnContract } from '../../../../src/domain/access/own-contracts.ts'
import { addDays, addMonths } from '../../../../src/domain/calendar-day.ts'
import { fetchOwnContracts, keepOwnContracts } from '../../../../src/app/data/own-contracts.ts'
import { writeMeta } from '../../../../src/app/data/meta.ts'
import { newCursor } from '../../../../src/app/data/scope-cursor.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { formatDayInFigures } from '../../../../src/app/ui/format/date.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/own-contracts.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchOwnContracts: vi.fn<typeof fetchOwnContracts>(),
}))

const today = todayHere()
let app: AppOnDevice

beforeEach(() => {
  vi.resetAllMocks()
  app = anApp()
  vi.mocked(fetchOwnContracts).mockResolvedValue({ ok: false, reason: 'offline' })
})

function aContract(fields: Partial<OwnContract> = {}): OwnContract {
  const [own] = app.person.scopes
  if (!own) throw new Error('Awa files reports')
  return {
    scope: own.scope,
    structureName: 'Mairie de Saint-Girons',
    role: 'advisor',
    post: '09-0001',
    starts: addMonths(today, -8),
    ends: addMonths(today, 2),
    terms: 'projet',
    weeklyMinutes: 2100,
    isDeparture: false,
    ...fields,
  }
}

function reads(...contracts: OwnContract[]): void {
  vi.mocked(fetchOwnContracts).mockResolvedValue({ ok: true, figures: { readAt: 0, said: { contracts } } })
}

test('a contract says its post, days, hours and what it gives the right to, and that it ends soon', async () => {
  const contract = aContract()
  reads(contract)
  app.opens('/contrats')
  expect(await screen.findByText('09-0001')).toBeVisible()
  expect(screen.getByText('Contrat de projet')).toBeVisible()
  expect(screen.getByText(/^35\sh par semaine$/)).toBeVisible()
  expect(screen.getByText(/^Votre contrat avec Mairie de Saint-Girons se termine le/)).toBeVisible()
  const lastSent = formatDayInFigures(addDays(addMonths(today, 2), 90))
  expect(screen.getByText(new RegExp(`envoyer ceux qui attendent jusqu’au ${lastSent}`))).toBeVisible()
  expect(screen.getByRole('button', { name: 'Télécharger la fin de contrat (iCalendar)' })).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('a departure that the structure said is told at once, however far it is', async () => {
  reads(aContract({ ends: addMonths(today, 8), isDeparture: true }))
  app.opens('/contrats')
  expect(
    await screen.findByText(/^Mairie de Saint-Girons a enregistré votre départ\s: dernier jour le/),
  ).toBeVisible()
})

test('without network the last view is read, and says how old it is', async () => {
  const answer = { readAt: Date.parse('2026-11-20T09:00:00Z'), said: { contracts: [aContract()] } }
  await keepOwnContracts(app.db, 'mine', answer)
  app.opens('/contrats')
  expect(
    await screen.findByText(/^Vous lisez ce qui est gardé sur cet appareil\. Dernière lecture/),
  ).toBeVisible()
  expect(screen.getByText('09-0001')).toBeVisible()
})

test('an advisor who has just come in reads on the first screen what is expected, without network too', async () => {
  const [own] = app.person.scopes
  if (!own) throw new Error('Awa files reports')
  const { scope, role, structureId, structureName, structureCommune, contracts } = own
  const post = { role, structureId, structureCommune }
  const read = { complete: true, canWrite: true, label: structureName, contracts, post }
  await app.db.cursor.put({ ...newCursor(scope), ...read })
  await writeMeta(app.db, 'pulledOnce', true)
  app.opens('/')
  expect(await screen.findByRole('heading', { name: 'Ce qui est attendu de vous' })).toBeVisible()
  expect(
    screen.getByText(
      /^Mairie de Saint-Girons\s: vous déposez pour vos jours de contrat, depuis le 01\/11\/2024/,
    ),
  ).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.files()
  app.opens('/')
  expect(await screen.findByRole('link', { name: 'Toutes les activités' })).toBeVisible()
  expect(screen.queryByRole('heading', { name: 'Ce qui est attendu de vous' })).toBeNull()
})
