import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import { scopeIdSchema } from '../../../../src/domain/ids.ts'
import { everythingText } from '../../../../src/app/data/export-own.ts'
import { nothingTold } from '../../../../src/app/data/told-of-oneself.ts'
import { saveDocument } from '../../../../src/app/data/save-document.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { aDocumentId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

let app: AppOnDevice
const today = todayHere()

beforeEach(() => {
  app = anApp()
})

const scopes = () => app.person.scopes.map(({ scope }) => scope)
const stored = async () =>
  (await app.db.other.where({ collection: 'absence' }).toArray()).filter(({ state }) => state === 'live')
const bodies = async () => (await stored()).map(({ body }) => body)

async function declared(fields: object) {
  const [scope] = scopes()
  const body = { kind: 'conge', from: today, to: today, declaredBy: 'structure', ...fields }
  const id = aDocumentId()
  await saveDocument(app.db, { scope: scopeIdSchema.parse(scope), collection: 'absence', id, body })
  return id
}

test('today is declared in one tap, without network, and taken back', async () => {
  app.opens('/plus/absences')
  await app.user.click(await screen.findByRole('button', { name: 'Maladie' }))
  expect(await screen.findByText('Absence déclarée : maladie.')).toBeVisible()
  expect(await bodies()).toEqual([{ kind: 'maladie', from: today, to: today, declaredBy: 'advisor' }])
  expect(await app.db.outbox.toArray()).toMatchObject([{ collection: 'absence', kind: 'put' }])
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
  expect(await screen.findByRole('button', { name: 'Maladie' })).toBeVisible()
  await waitFor(async () => expect(await bodies()).toEqual([]))
})

test('other days are declared, with half of the first, and read back in words', async () => {
  app.opens('/plus')
  await app.user.click(await screen.findByRole('link', { name: /Mes absences/ }))
  await app.user.click(await screen.findByRole('button', { name: 'Déclarer d’autres jours' }))
  const dialog = within(await screen.findByRole('dialog'))
  await app.user.click(dialog.getByRole('button', { name: 'Déclarer cette absence' }))
  expect(dialog.getByText('Choisissez un motif.')).toBeVisible()
  await app.user.click(dialog.getByRole('radio', { name: 'Congé' }))
  const [from, to] = [addDays(today, 7), addDays(today, 11)]
  await app.user.clear(dialog.getByLabelText('Premier jour'))
  await app.user.type(dialog.getByLabelText('Premier jour'), from)
  await app.user.clear(dialog.getByLabelText('Dernier jour'))
  await app.user.type(dialog.getByLabelText('Dernier jour'), to)
  await app.user.click(dialog.getByRole('checkbox', { name: /midi le premier jour/ }))
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(dialog.getByRole('button', { name: 'Déclarer cette absence' }))
  const list = within(await screen.findByRole('list', { name: 'En cours et à venir' }))
  expect(list.getByText(/^Du .* à midi au /)).toBeVisible()
  expect(await bodies()).toEqual([{ kind: 'conge', from, to, fromNoon: true, declaredBy: 'advisor' }])
})

test('a part-time week says its days, and days that both declared are said to count once', async () => {
  await declared({ from: today, to: addDays(today, 60) })
  app.opens('/plus/absences')
  await app.user.click(await screen.findByRole('button', { name: 'Déclarer d’autres jours' }))
  const dialog = within(await screen.findByRole('dialog'))
  await app.user.click(dialog.getByRole('radio', { name: 'Temps partiel' }))
  await app.user.click(dialog.getByRole('button', { name: 'Déclarer cette absence' }))
  expect(dialog.getByText('Choisissez les jours non travaillés.')).toBeVisible()
  await app.user.click(dialog.getByRole('checkbox', { name: 'mercredi' }))
  await app.user.clear(dialog.getByLabelText('Dernier jour'))
  await app.user.type(dialog.getByLabelText('Dernier jour'), addDays(today, 30))
  expect(dialog.getByText(/chaque jour ne compte qu’une fois/)).toBeVisible()
  await app.user.click(dialog.getByRole('button', { name: 'Déclarer cette absence' }))
  expect(await screen.findByText(/^Chaque mercredi, du /)).toBeVisible()
})

test('one that the structure declared is corrected and deleted here too, and what a newer version said of it stays', async () => {
  await declared({ fromNoon: true, fieldOfLater: 'gardé', to: addDays(today, 1) })
  app.opens('/plus/absences')
  expect(await screen.findByText(/déclarée par votre structure/)).toBeVisible()
  await app.user.click(screen.getByRole('button', { name: /^Modifier/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await app.user.click(dialog.getByRole('radio', { name: 'Formation' }))
  await app.user.click(dialog.getByRole('checkbox', { name: /midi le premier jour/ }))
  await app.user.click(dialog.getByRole('button', { name: 'Enregistrer' }))
  await waitFor(async () =>
    expect(await bodies()).toEqual([
      {
        kind: 'formation',
        from: today,
        to: addDays(today, 1),
        declaredBy: 'structure',
        fieldOfLater: 'gardé',
      },
    ]),
  )
  await app.user.click(screen.getByRole('button', { name: /^Supprimer/ }))
  expect(await screen.findByText('Aucune absence en cours ni à venir.')).toBeVisible()
  await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
  expect(await screen.findByRole('button', { name: /^Supprimer/ })).toBeVisible()
})

test('one whose kind a newer version made is shown as such, never dropped', async () => {
  await declared({ kind: 'sabbatique' })
  app.opens('/plus/absences')
  expect(await screen.findByText('Valeur inconnue')).toBeVisible()
})

test('what is over is folded, and the agenda says that one is away', async () => {
  await declared({ from: addDays(today, -9), to: addDays(today, -8) })
  await declared({ kind: 'formation' })
  app.opens('/plus/absences')
  await app.user.click(await screen.findByText('Passées (1)'))
  expect(screen.getByRole('list', { name: 'Passées' })).toBeVisible()
  app.opens('/agenda')
  expect(await screen.findByText('Absence ce jour-là : formation.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Mes absences' })).toBeVisible()
})

test('whoever takes their data takes absences too, each once', async () => {
  const id = await declared({})
  await app.files()
  const everything = JSON.parse(await everythingText(app.db, nothingTold)) as {
    documents: { collection: string; id: string }[]
  }
  expect(everything.documents.filter((document) => document.collection === 'absence')).toMatchObject([{ id }])
  expect(everything.documents).toHaveLength(2)
})
