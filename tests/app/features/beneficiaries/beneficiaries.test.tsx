import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { savePerson } from '../../../../src/app/data/beneficiaries.ts'
import { addPlace } from '../../../../src/app/data/places.ts'
import type { DocumentId, ScopeId } from '../../../../src/domain/ids.ts'
import { aReportOfKind } from '../../../builders/a-report.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/communes.ts', () => ({
  loadCommunes: () => Promise.resolve({ search: () => [], byCode: () => undefined }),
}))

let app: AppOnDevice
let scope: ScopeId

beforeEach(async () => {
  app = anApp()
  const [own] = app.person.scopes
  if (!own) throw new Error('Awa files reports')
  scope = own.scope
  await addPlace(app.db, scope, { name: 'Médiathèque', commune: '09261' })
})

const zoe = { firstName: 'Zoé', name: 'Bernard', birthYear: 1950, gender: 'feminin' }
const addZoe = () => savePerson(app.db, { scope, body: zoe })

async function fillsTheRest(): Promise<void> {
  await app.user.click(await screen.findByRole('radio', { name: '30\u00A0min' }))
  await app.user.click(await screen.findByRole('checkbox', { name: 'E-mail' }))
}

async function onlyReport() {
  return (await app.db.report.toArray()).find(({ state }) => state === 'live')?.body
}

test('somebody new is begun in the form, named in the report, and shown in the list', async () => {
  app.opens('/compte-rendu')
  await fillsTheRest()
  await app.user.click(screen.getByText('Qui'))
  await app.user.type(await screen.findByRole('combobox', { name: 'Personne suivie' }), 'Zoé Bernard')
  await app.user.click(await screen.findByRole('option', { name: /Créer la fiche de/ }))
  expect(await screen.findByLabelText('Prénom')).toHaveValue('Zoé')
  expect(screen.getByLabelText('Nom')).toHaveValue('Bernard')
  expect(await accessibilityViolations(document.body)).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'Créer la fiche' }))
  await waitFor(() =>
    expect(screen.getByRole('combobox', { name: 'Personne suivie' })).toHaveValue('Zoé Bernard'),
  )
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  expect(await screen.findByText('Zoé Bernard, Médiathèque')).toBeVisible()
  const [person] = await app.db.beneficiary.toArray()
  expect((await onlyReport())?.['beneficiary']).toEqual({ kind: 'suivi', id: person?.id })
})

test('somebody known is found despite a slip, and what is known of them goes into the report, by the day', async () => {
  const id = await addZoe()
  app.opens('/compte-rendu')
  await fillsTheRest()
  await app.user.click(screen.getByText('Qui'))
  await app.user.type(await screen.findByRole('combobox', { name: 'Personne suivie' }), 'benard')
  await app.user.click(await screen.findByRole('option', { name: /Zoé Bernard/ }))
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('heading', { level: 1, name: 'Activités' })
  expect((await onlyReport())?.['beneficiary']).toEqual({
    kind: 'suivi',
    id,
    gender: 'feminin',
    ageRange: 'soixante_dix_plus',
  })
})

test('who may be the same person is said while a page is begun, and can be taken instead', async () => {
  const id = await addZoe()
  app.opens('/compte-rendu')
  await fillsTheRest()
  await app.user.click(screen.getByText('Qui'))
  await app.user.type(await screen.findByRole('combobox', { name: 'Personne suivie' }), 'Bernard Zoe')
  await app.user.click(await screen.findByRole('option', { name: /Créer la fiche de/ }))
  await app.user.click(await screen.findByRole('button', { name: /Zoé Bernard, 1950/ }))
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('heading', { level: 1, name: 'Activités' })
  expect(await app.db.beneficiary.count()).toBe(1)
  expect((await onlyReport())?.['beneficiary']).toMatchObject({ kind: 'suivi', id })
})

test('a workshop names those who are followed and counts the others', async () => {
  const id = await addZoe()
  app.opens('/compte-rendu')
  await app.user.selectOptions(await screen.findByLabelText('Type d’activité'), 'collectif')
  await fillsTheRest()
  await app.user.click(await screen.findByRole('combobox', { name: 'Participants suivis' }))
  await app.user.click(await screen.findByRole('option', { name: /Zoé Bernard/ }))
  expect((await screen.findByText('Retirer')).closest('button')).toHaveTextContent('Retirer Zoé Bernard')
  await app.user.type(screen.getByLabelText(/^Participants anonymes/), '7')
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('heading', { level: 1, name: 'Activités' })
  expect(await onlyReport()).toMatchObject({
    participants: [{ id, gender: 'feminin', ageRange: 'soixante_dix_plus' }],
    anonymous: { total: 7 },
  })
})

async function zoeWithReports(): Promise<DocumentId> {
  const id = await addZoe()
  await app.files({ beneficiary: { kind: 'suivi', id }, notes: 'Revenir', date: '2026-10-02' })
  await app.files(aReportOfKind('collectif', { participants: [{ id }], date: '2026-11-03' }))
  await app.files()
  return id
}

test('the page of a person says who they are and what was done with them, is corrected, and passes axe', async () => {
  const id = await zoeWithReports()
  app.opens('/personnes')
  await app.user.type(await screen.findByLabelText('Chercher une personne'), 'bernrad')
  await app.user.click(await screen.findByRole('link', { name: /Bernard Zoé/ }))
  const history = within(await screen.findByRole('region', { name: /2\scomptes rendus/ }))
  expect(history.getAllByRole('link')).toHaveLength(2)
  expect(await accessibilityViolations(document.body)).toEqual([])
  await app.user.type(screen.getByLabelText(/Téléphone/), 'allô')
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer la fiche' }))
  expect(await screen.findByText('Ce numéro de téléphone ne se lit pas.')).toBeVisible()
  await app.user.clear(screen.getByLabelText(/Téléphone/))
  await app.user.type(screen.getByLabelText(/Téléphone/), '06 12 34 56 78')
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer la fiche' }))
  await waitFor(async () =>
    expect((await app.db.beneficiary.get([scope, id]))?.body).toEqual({ ...zoe, phone: '06 12 34 56 78' }),
  )
})

test('I27 a person who is erased is nowhere on the device, and their reports count somebody anonymous', async () => {
  const id = await zoeWithReports()
  app.opens(`/personnes/${id}`)
  await app.user.click(await screen.findByRole('button', { name: 'Effacer cette personne' }))
  expect(screen.getByRole('dialog')).toHaveTextContent(
    /2\scomptes rendus restent et comptent une personne anonyme/,
  )
  await app.user.click(screen.getByRole('button', { name: 'Effacer pour toujours' }))
  await screen.findByText('Vous ne suivez personne par son nom.')
  expect(JSON.stringify(await app.db.beneficiary.toArray())).not.toMatch(/Zoé|Bernard/)
  expect(JSON.stringify(await app.db.outbox.toArray())).not.toMatch(/Zoé|Bernard/)
  app.opens('/activites')
  expect(await screen.findAllByText(/Personne anonyme/)).toHaveLength(2)
})

test('a report is begun on a person, from their page', async () => {
  const id = await addZoe()
  app.opens(`/compte-rendu?personne=${id}`)
  expect(await screen.findByText(/Zoé Bernard/)).toBeVisible()
})
