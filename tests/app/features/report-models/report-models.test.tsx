import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { addPlace } from '../../../../src/app/data/places.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aReportOfKind } from '../../../builders/a-report.ts'

let app: AppOnDevice
let lieuId: string

beforeEach(async () => {
  app = anApp()
  const [scope] = app.person.scopes
  if (!scope) throw new Error('Awa files reports')
  lieuId = await addPlace(app.db, scope.scope, { name: 'Médiathèque', commune: '09261' })
})

async function makesAModel(name: string): Promise<void> {
  const workshop = aReportOfKind('collectif', {
    title: 'Premiers pas',
    level: 'debutant',
    place: { kind: 'lieu_activite', lieuId },
    minutes: 90,
  })
  const id = await app.files(workshop)
  app.opens(`/activites/${id}`)
  await app.user.click(
    (await screen.findAllByRole('button', { name: 'En faire un modèle' }))[0] ?? document.body,
  )
  const field = await screen.findByLabelText('Nom du modèle')
  await app.user.clear(field)
  await app.user.type(field, name)
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer le modèle' }))
  await waitFor(async () => expect(await app.db.model.count()).toBe(1))
}

test('a model made of a report fills the next one, but for its day and its people', async () => {
  await makesAModel('Atelier du mardi')
  app.opens('/compte-rendu')
  await app.user.selectOptions(await screen.findByLabelText('Partir d’un modèle'), 'Atelier du mardi')
  await waitFor(() =>
    expect(screen.getByLabelText('Type d’activité')).toHaveDisplayValue('Atelier collectif'),
  )
  expect(await screen.findByLabelText('Titre de l’atelier')).toHaveValue('Premiers pas')
  expect(screen.getByRole('radio', { name: '1\u00A0h\u00A030' })).toBeChecked()
  const people = screen.getByRole('textbox', { name: 'Participants anonymes' })
  expect(people).toHaveValue('')
  await app.user.type(people, '6')
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('heading', { level: 1, name: 'Activités' })
  const filed = (await app.db.report.toArray()).find(({ body }) => body['date'] === todayHere())
  expect(filed?.body).toMatchObject({
    kind: 'collectif',
    title: 'Premiers pas',
    minutes: 90,
    anonymous: { total: 6 },
    filedOn: todayHere(),
  })
})

test('a model is renamed, deleted, and had back', async () => {
  await makesAModel('Atelier du mardi')
  app.opens('/plus/modeles')
  await app.user.click(await screen.findByRole('button', { name: /Renommer/ }))
  const field = await screen.findByLabelText('Nom du modèle')
  await app.user.clear(field)
  await app.user.type(field, 'Atelier du jeudi')
  await app.user.click(screen.getByRole('button', { name: 'Renommer' }))
  expect(await screen.findByRole('button', { name: 'Renommer Atelier du jeudi' })).toBeVisible()
  expect(await accessibilityViolations(document.body)).toEqual([])
  await app.user.click(screen.getByRole('button', { name: /Supprimer/ }))
  expect(await screen.findByText('Vous n’avez pas encore de modèle.')).toBeVisible()
  await app.user.click(await screen.findByRole('button', { name: 'Annuler' }))
  expect(await screen.findByRole('button', { name: 'Renommer Atelier du jeudi' })).toBeVisible()
})
