import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { addDays, calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import { addPlace } from '../../../../src/app/data/places.ts'
import { reportsByDay } from '../../../../src/app/data/reports.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aCommune } from '../../../builders/a-commune.ts'
import { aPerson, anOwnScope } from '../../../builders/a-person.ts'

vi.mock('../../../../src/app/data/communes.ts', () => ({
  loadCommunes: () => Promise.resolve({ search: () => [aCommune()], byCode: () => aCommune() }),
}))

let app: AppOnDevice
let lieuId: string

beforeEach(async () => {
  app = anApp()
  const [scope] = app.person.scopes
  if (!scope) throw new Error('Awa files reports')
  lieuId = await addPlace(app.db, scope.scope, { name: 'Médiathèque', commune: '09261' })
})

describe('the simplest report', () => {
  test('takes a duration and a theme: day and place are chosen already', async () => {
    app.opens('/compte-rendu')
    expect(await screen.findByRole('radio', { name: 'Aujourd’hui' })).toBeChecked()
    expect(screen.getByLabelText('Où')).toHaveDisplayValue('Médiathèque')
    await app.user.click(screen.getByRole('radio', { name: '45\u00A0min' }))
    await app.user.click(screen.getByRole('checkbox', { name: 'E-mail' }))
    await saves()
    expect(await theOnlyReport()).toMatchObject({
      kind: 'individuel',
      date: todayHere(),
      filedOn: todayHere(),
      minutes: 45,
      place: { kind: 'lieu_activite', lieuId },
      themes: ['email'],
      beneficiary: { kind: 'anonyme' },
      notesShared: false,
    })
  })

  test('goes from the home screen in four taps', async () => {
    app.opens('/')
    const taps = [
      () => screen.findByRole('link', { name: 'Commencer' }),
      () => screen.findByRole('radio', { name: '45\u00A0min' }),
      () => screen.findByRole('checkbox', { name: 'E-mail' }),
      () => screen.findByRole('button', { name: 'Enregistrer' }),
    ]
    for (const target of taps) await app.user.click(await target())
    await screen.findByRole('heading', { level: 1, name: 'Activités' })
    expect(await app.db.report.count()).toBe(1)
  })

  test('leaves no draft behind, and its line says that it is on this device', async () => {
    await filesTheSimplest()
    const line = await screen.findByRole('link', { name: /E-mail/ })
    expect(within(line).getByText('Enregistré sur cet appareil')).toBeVisible()
    expect(await app.db.draft.count()).toBe(0)
  })

  test('can be undone, and is then a draft with all that was typed', async () => {
    await filesTheSimplest()
    await app.user.click(await screen.findByRole('button', { name: 'Annuler' }))
    expect(await screen.findByRole('radio', { name: '45\u00A0min' })).toBeChecked()
    expect(await reportsByDay(app.db, { limit: 1 })).toEqual([])
    expect(await app.db.draft.count()).toBe(1)
  })

  test('is done again in one tap and a save', async () => {
    await filesTheSimplest()
    await app.user.click(await screen.findByRole('button', { name: 'Refaire' }))
    expect(await screen.findByRole('checkbox', { name: 'E-mail' })).toBeChecked()
    await saves()
    expect(await app.db.report.count()).toBe(2)
  })

  test('leads to the next person, at the same place', async () => {
    await filesTheSimplest()
    await app.user.click(await screen.findByRole('button', { name: 'Personne suivante' }))
    await screen.findByRole('heading', { level: 1, name: 'Compte rendu' })
    expect(screen.getByLabelText('Où')).toHaveDisplayValue('Médiathèque')
    expect(screen.getByRole('checkbox', { name: 'E-mail' })).not.toBeChecked()
  })
})

describe('what is wrong', () => {
  test('is listed, and the first wrong field has the focus and says why', async () => {
    app.opens('/compte-rendu')
    await app.user.click(await screen.findByRole('button', { name: 'Enregistrer' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Il reste 2 points à corriger avant d’enregistrer.')
    const durations = screen.getByRole('radiogroup', { name: 'Durée' })
    expect(durations).toBeInvalid()
    expect(durations).toHaveAccessibleDescription('Choisissez une durée.')
    await waitFor(() => expect(within(durations).getAllByRole('radio')[0]).toHaveFocus())
    await app.user.click(within(alert).getByRole('button', { name: 'Choisissez au moins une thématique.' }))
    expect(screen.getByRole('group', { name: 'Sur quoi' })).toContainElement(activeElement())
    expect(await app.db.report.count()).toBe(0)
  })

  test('a day long ago is remarked upon and accepted', async () => {
    app.opens('/compte-rendu')
    await app.user.click(await screen.findByRole('radio', { name: 'Date' }))
    const day = addDays(todayHere(), -45)
    await typesDay(day)
    expect(await screen.findByText(/Il y a 45\sjours/)).toBeVisible()
    await fillsTheRest()
    await saves()
    expect(await theOnlyReport()).toMatchObject({ date: day })
  })

  test('a day to come is refused at the field', async () => {
    app.opens('/compte-rendu')
    await app.user.click(await screen.findByRole('radio', { name: 'Date' }))
    await typesDay(addDays(todayHere(), 1))
    await fillsTheRest()
    await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(screen.getByLabelText('Jour de l’activité')).toBeInvalid())
    await waitFor(() => expect(screen.getByLabelText('Jour de l’activité')).toHaveFocus())
  })

  test('a day outside every contract is said before the server refuses it', async () => {
    const scope = anOwnScope({
      contracts: [{ starts: todayHere(), ends: null }],
    })
    app = anApp({ scopes: [scope] })
    app.opens('/compte-rendu')
    await app.user.click(await screen.findByRole('radio', { name: 'Hier' }))
    expect(
      await screen.findByText(/Aucun de vos contrats avec Mairie de Saint-Girons ne couvre/),
    ).toBeVisible()
  })
})

describe('what is typed', () => {
  test('I26 is kept without being asked, and is there on return', async () => {
    app.opens('/compte-rendu')
    await app.user.click(await screen.findByRole('radio', { name: '1\u00A0h' }))
    await waitFor(async () => expect(await app.db.draft.count()).toBe(1))
    app.opens('/compte-rendu')
    expect(await screen.findByRole('radio', { name: '1\u00A0h' })).toBeChecked()
  })

  test('looking at the form makes no draft', async () => {
    app.opens('/compte-rendu')
    await screen.findByRole('radio', { name: '1\u00A0h' })
    app.opens('/')
    await screen.findByRole('heading', { level: 1, name: 'Accueil' })
    expect(await app.db.draft.count()).toBe(0)
  })

  test('is discarded only when asked, and can be had back', async () => {
    app.opens('/compte-rendu')
    await app.user.click(await screen.findByRole('radio', { name: '1\u00A0h' }))
    await waitFor(async () => expect(await app.db.draft.count()).toBe(1))
    app.opens('/compte-rendu')
    await app.user.click(await screen.findByRole('button', { name: 'Supprimer le brouillon' }))
    await screen.findByRole('heading', { level: 1, name: 'Accueil' })
    expect(await app.db.draft.count()).toBe(0)
    await app.user.click(await screen.findByRole('button', { name: 'Annuler' }))
    expect(await screen.findByRole('radio', { name: '1\u00A0h' })).toBeChecked()
  })
})

describe('where', () => {
  test('a place is added by name and commune without leaving the report', async () => {
    app.opens('/compte-rendu')
    await app.user.selectOptions(await screen.findByLabelText('Où'), 'Ajouter un lieu…')
    await app.user.type(await screen.findByLabelText('Nom du lieu'), 'Café des champs')
    await choosesCommune('Commune du lieu')
    await app.user.click(screen.getByRole('button', { name: 'Ajouter ce lieu' }))
    await waitFor(() => expect(screen.getByLabelText('Où')).toHaveDisplayValue('Café des champs'))
    await fillsTheRest()
    await saves()
    const added = (await app.db.place.toArray()).find(({ body }) => body['name'] === 'Café des champs')
    expect(await theOnlyReport()).toMatchObject({ place: { kind: 'lieu_activite', lieuId: added?.id } })
  })

  test('a place without a name or a commune is not added, and each field says so', async () => {
    app.opens('/compte-rendu')
    await app.user.selectOptions(await screen.findByLabelText('Où'), 'Ajouter un lieu…')
    await app.user.click(await screen.findByRole('button', { name: 'Ajouter ce lieu' }))
    expect(await screen.findByLabelText('Nom du lieu')).toBeInvalid()
    expect(screen.getByRole('combobox', { name: 'Commune du lieu' })).toBeInvalid()
    expect(await app.db.place.count()).toBe(1)
  })

  test('at somebody’s home the commune is asked', async () => {
    app.opens('/compte-rendu')
    await app.user.selectOptions(await screen.findByLabelText('Où'), 'À domicile')
    await choosesCommune('Commune')
    await fillsTheRest()
    await saves()
    expect(await theOnlyReport()).toMatchObject({ place: { kind: 'domicile', commune: '09261' } })
  })
})

test('any duration can be typed in hours and minutes', async () => {
  app.opens('/compte-rendu')
  await app.user.click(await screen.findByRole('radio', { name: 'Autre' }))
  await app.user.type(screen.getByLabelText('Heures'), '1')
  await app.user.type(screen.getByLabelText('Minutes'), '25')
  await app.user.click(screen.getByRole('checkbox', { name: 'E-mail' }))
  await saves()
  expect(await theOnlyReport()).toMatchObject({ minutes: 85 })
})

test('procedures are asked only with their theme', async () => {
  app.opens('/compte-rendu')
  const theme = await screen.findByRole('checkbox', { name: 'Démarches administratives' })
  expect(screen.queryByRole('group', { name: /Démarches/ })).toBeNull()
  await app.user.click(theme)
  expect(screen.getByRole('group', { name: /Démarches/ })).toBeVisible()
})

test('what may be specified stays folded or unfolded as the person left it, and holds no surprise', async () => {
  app.opens('/compte-rendu')
  expect(screen.queryByLabelText('Note')).toBeNull()
  await app.user.click(await screen.findByText('Préciser'))
  await app.user.type(await screen.findByLabelText('Note'), 'mot de passe : azerty')
  expect(await screen.findByText(/semble contenir un mot de passe/)).toBeVisible()
  await app.user.click(screen.getByRole('checkbox', { name: 'Partager cette note avec ma structure' }))
  await fillsTheRest()
  await saves()
  expect(await theOnlyReport()).toMatchObject({ notes: 'mot de passe : azerty', notesShared: true })
  app.opens('/compte-rendu')
  expect(await screen.findByLabelText('Note')).toBeVisible()
})

test('one who works for several structures says for which, and it proposes one with a contract today', async () => {
  const ended = anOwnScope({
    structureName: 'Ancienne structure',
    contracts: [{ starts: calendarDaySchema.parse('2020-01-01'), ends: addDays(todayHere(), -1) }],
  })
  const open = anOwnScope({ structureName: 'Nouvelle structure' })
  app = anApp({ scopes: [ended, open] })
  app.opens('/compte-rendu')
  const choice = await screen.findByLabelText('Pour quelle structure')
  expect(choice).toHaveDisplayValue('Nouvelle structure')
  await app.user.selectOptions(screen.getByLabelText('Où'), 'À distance')
  await fillsTheRest()
  await saves()
  expect((await app.db.report.toArray()).map(({ scope }) => scope)).toEqual([open.scope])
})

test('I18 an edit changes what was touched, and keeps the rest as it was', async () => {
  const id = await app.files({ minutes: 77, futureField: 'kept', filedOn: '2026-11-20' })
  app.opens(`/compte-rendu/${id}`)
  expect(await screen.findByRole('radio', { name: '1\u00A0h\u00A017' })).toBeChecked()
  await app.user.click(screen.getByRole('radio', { name: '30\u00A0min' }))
  await saves()
  expect(await app.body(id)).toMatchObject({ minutes: 30, futureField: 'kept', filedOn: '2026-11-20' })
})

test('the form passes axe, folded, unfolded and with errors', async () => {
  app.opens('/compte-rendu')
  await app.user.click(await screen.findByText('Préciser'))
  await app.user.click(screen.getByText('Qui'))
  await screen.findByLabelText('Note')
  await screen.findByRole('radiogroup', { name: 'Genre' })
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('alert')
  expect(await accessibilityViolations()).toEqual([])
})

test('one who belongs to no structure is told whom to ask', async () => {
  app = anApp({ ...aPerson(), scopes: [] })
  app.opens('/compte-rendu')
  expect(await screen.findByText('Vous n’êtes rattaché à aucune structure.')).toBeVisible()
})

async function filesTheSimplest(): Promise<void> {
  app.opens('/compte-rendu')
  await fillsTheRest()
  await saves()
}

async function fillsTheRest(): Promise<void> {
  await app.user.click(await screen.findByRole('radio', { name: '45\u00A0min' }))
  await app.user.click(screen.getByRole('checkbox', { name: 'E-mail' }))
}

async function saves(): Promise<void> {
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('heading', { level: 1, name: 'Activités' })
}

async function choosesCommune(label: string): Promise<void> {
  await app.user.type(await screen.findByRole('combobox', { name: label }), 'saint')
  await app.user.click(await screen.findByRole('option', { name: /Saint-Girons/ }))
}

async function typesDay(day: string): Promise<void> {
  const field = await screen.findByLabelText('Jour de l’activité')
  await app.user.clear(field)
  await app.user.type(field, day)
}

async function theOnlyReport(): Promise<unknown> {
  const rows = await app.db.report.toArray()
  expect(rows).toHaveLength(1)
  return rows[0]?.body
}

function activeElement(): HTMLElement {
  if (!(document.activeElement instanceof HTMLElement)) throw new Error('nothing has the focus')
  return document.activeElement
}
