import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { StructureAbsence, StructureAbsences } from '../../../../src/domain/access/structure-absences.ts'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import {
  declareAbsenceOf,
  fetchStructureAbsences,
  withdrawAbsence,
} from '../../../../src/app/data/structure-absences.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { aDocumentId, aPersonId, aStructureId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/structure-absences.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStructureAbsences: vi.fn<typeof fetchStructureAbsences>(),
  declareAbsenceOf: vi.fn<typeof declareAbsenceOf>(),
  withdrawAbsence: vi.fn<typeof withdrawAbsence>(),
}))

const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const address = `/structure/${townHall.structureId}/absences`
const [awa, bruno] = [aPersonId(), aPersonId()]
const today = todayHere()
const fetchAbsences = vi.mocked(fetchStructureAbsences)
const declare = vi.mocked(declareAbsenceOf)
const withdraw = vi.mocked(withdrawAbsence)
let app: AppOnDevice

function anAbsence(fields: Partial<StructureAbsence> = {}): StructureAbsence {
  const who = { advisorId: awa, advisorName: 'Awa Diallo', byName: 'Awa Diallo', isOurs: false }
  return { id: aDocumentId(), kind: 'maladie', from: today, to: addDays(today, 2), ...who, ...fields }
}

function answers(...absences: StructureAbsence[]): void {
  const advisors: StructureAbsences['advisors'] = [
    { id: awa, name: 'Awa Diallo', contracts: [] },
    { id: bruno, name: 'Bruno Estèbe', contracts: [] },
  ]
  fetchAbsences.mockResolvedValue({ ok: true, figures: { absences, advisors } })
}

function begins(role: Membership['role'] = 'responsable'): void {
  app = anApp({ givenName: 'Chantal', scopes: [], memberships: [{ ...townHall, role }] })
}

beforeEach(() => {
  vi.resetAllMocks()
  begins()
})

test('an employer reads who is away, why, and who said so', async () => {
  answers(anAbsence(), anAbsence({ from: addDays(today, -9), to: addDays(today, -8) }))
  app.opens(address)
  const list = within(await screen.findByRole('list', { name: 'En cours et à venir' }))
  expect(list.getByText('Awa Diallo, maladie')).toBeVisible()
  expect(list.getByText(/^Du .* · déclarée par Awa Diallo$/)).toBeVisible()
  expect(screen.queryByRole('button', { name: /Retirer/ })).toBeNull()
  expect(await accessibilityViolations()).toEqual([])
})

test('declares an absence; tried again after no answer it has the same key, and another once the days change', async () => {
  answers()
  declare.mockResolvedValue({ ok: false, sentence: '' })
  app.opens(address)
  await app.user.click(await screen.findByRole('button', { name: 'Déclarer une absence' }))
  const dialog = within(await screen.findByRole('dialog'))
  await app.user.selectOptions(dialog.getByLabelText('Qui'), 'Bruno Estèbe')
  await app.user.click(dialog.getByRole('radio', { name: 'Formation' }))
  const send = dialog.getByRole('button', { name: 'Déclarer cette absence' })
  await app.user.click(send)
  expect(await dialog.findByText(/Le serveur ne répond pas/)).toBeVisible()
  await app.user.click(send)
  await waitFor(() => expect(declare).toHaveBeenCalledTimes(2))
  declare.mockResolvedValue({ ok: true })
  await app.user.click(dialog.getByRole('checkbox', { name: /midi le premier jour/ }))
  await app.user.click(send)
  expect(await screen.findByText(/Absence enregistrée, Bruno Estèbe la verra/)).toBeVisible()
  const sent = declare.mock.calls.map(([, said]) => said)
  expect(sent.map(({ advisor, absence }) => [advisor, absence.kind, absence.fromNoon])).toEqual([
    [bruno, 'formation', undefined],
    [bruno, 'formation', undefined],
    [bruno, 'formation', true],
  ])
  const [first, second, third] = sent.map(({ key }) => key)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test('what the server refuses is said in its words, and what was typed stays', async () => {
  answers()
  declare.mockResolvedValue({ ok: false, sentence: 'Ces jours ne sont pas tous dans un même contrat.' })
  app.opens(address)
  await app.user.click(await screen.findByRole('button', { name: 'Déclarer une absence' }))
  const dialog = within(await screen.findByRole('dialog'))
  await app.user.click(dialog.getByRole('radio', { name: 'Congé' }))
  await app.user.click(dialog.getByRole('button', { name: 'Déclarer cette absence' }))
  expect(await dialog.findByText(/même contrat/)).toBeVisible()
  expect(dialog.getByRole('radio', { name: 'Congé' })).toBeChecked()
})

test('takes back what it declared', async () => {
  const ours = anAbsence({ isOurs: true, byName: 'Chantal Rouch' })
  answers(ours)
  withdraw.mockResolvedValue({ ok: true })
  app.opens(address)
  const button = await screen.findByRole('button', { name: /^Retirer.*Awa Diallo/ })
  answers()
  await app.user.click(button)
  expect(await screen.findByText('Aucune absence en cours ni à venir.')).toBeVisible()
  expect(withdraw).toHaveBeenCalledWith(townHall.structureId, ours.id)
})

test('who only reads declares nothing', async () => {
  begins('lecteur')
  answers(anAbsence({ isOurs: true }))
  app.opens(address)
  expect(await screen.findByText('Awa Diallo, maladie')).toBeVisible()
  expect(screen.queryByRole('button', { name: /Déclarer|Retirer/ })).toBeNull()
})

test('without network the last list is shown', async () => {
  answers(anAbsence())
  app.opens(address)
  expect(await screen.findByText('Awa Diallo, maladie')).toBeVisible()
  fetchAbsences.mockResolvedValue({ ok: false, reason: 'offline' })
  app.opens(address)
  expect(await screen.findByText(/Vous lisez la dernière liste gardée/)).toBeVisible()
  expect(screen.getByText('Awa Diallo, maladie')).toBeVisible()
})
