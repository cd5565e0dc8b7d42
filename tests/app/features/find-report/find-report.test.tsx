import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import type { DocumentId } from '../../../../src/domain/ids.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import type { LocalConflict } from '../../../../src/app/data/conflicts.ts'
import { savePerson } from '../../../../src/app/data/beneficiaries.ts'
import { addPlace } from '../../../../src/app/data/places.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { anApp, standInForScreen, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aCommune } from '../../../builders/a-commune.ts'
import { aDocumentId, anOpId } from '../../../builders/an-id.ts'

vi.mock('../../../../src/app/data/communes.ts', () => ({
  loadCommunes: () => Promise.resolve({ search: () => [aCommune()], byCode: () => aCommune() }),
}))

let app: AppOnDevice

beforeEach(() => {
  app = anApp()
})

describe('the list', () => {
  test('shows reports under their day, the newest first, with the day’s hours', async () => {
    await app.files({ date: addDays(todayHere(), -1), minutes: 30, themes: ['sante'] })
    await app.files({ date: todayHere(), minutes: 45, themes: ['email', 'bureautique'] })
    await app.files({ date: todayHere(), minutes: 60 })
    app.opens('/activites')
    await screen.findByRole('heading', { name: /Aujourd’hui/ })
    const headings = screen.getAllByRole('heading', { level: 2 })
    expect(headings).toEqual([
      screen.getByRole('heading', { name: /^Aujourd’hui\s?1\sh\s45$/ }),
      screen.getByRole('heading', { name: /^Hier\s?30\smin$/ }),
    ])
    const line = screen.getByRole('link', { name: /E-mail et 1\sautre/ })
    expect(line).toHaveTextContent('45 min')
    expect(line).toHaveTextContent('Personne anonyme, à domicile')
  })

  test('names the places of activity', async () => {
    const scope = app.person.scopes[0]?.scope
    if (!scope) throw new Error('Awa files reports')
    const lieuId = await addPlace(app.db, scope, { name: 'Médiathèque', commune: '09261' })
    await app.files({ place: { kind: 'lieu_activite', lieuId } })
    app.opens('/activites')
    expect(await screen.findByText('Personne anonyme, Médiathèque')).toBeVisible()
  })

  test('shows 50 at once, and the next 50 when asked', async () => {
    for (let filed = 0; filed < 52; filed += 1) await app.files({ minutes: 30 })
    app.opens('/activites')
    await waitFor(() => expect(lines()).toHaveLength(50))
    await app.user.click(screen.getByRole('button', { name: 'Afficher les 50 suivants' }))
    await waitFor(() => expect(lines()).toHaveLength(52))
    expect(screen.queryByRole('button', { name: /suivants/ })).toBeNull()
  })

  test('says what to do when there is nothing', async () => {
    app.opens('/activites')
    expect(await screen.findByText('Aucun compte rendu sur cet appareil.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Déposer un compte rendu' })).toHaveAttribute(
      'href',
      '/compte-rendu',
    )
  })

  test('is searched by words, without regard to accents', async () => {
    await app.files({ themes: ['sante'], notes: 'Espace santé ouvert' })
    await app.files({ themes: ['email'] })
    app.opens('/activites')
    await app.user.type(await screen.findByLabelText('Chercher'), 'sante ouvert')
    await waitFor(() => expect(lines()).toHaveLength(1))
    expect(await screen.findByText(/^1\scompte rendu trouvé, 45\smin\.$/)).toBeVisible()
    await app.user.type(screen.getByLabelText('Chercher'), ' ailleurs')
    expect(await screen.findByText('Aucun compte rendu de cet appareil ne correspond.')).toBeVisible()
  })

  test('is filtered by what is chosen, says so in the address, and opens the same from it', async () => {
    await app.files({ themes: ['sante'], minutes: 30 })
    await app.files({ themes: ['sante', 'email'], minutes: 90 })
    await app.files({ themes: ['email'] })
    app.opens('/activites')
    await app.user.click(await screen.findByText('Filtrer'))
    await app.user.click(await screen.findByText('Thématiques'))
    await app.user.click(await screen.findByRole('checkbox', { name: 'Santé (2)' }))
    await waitFor(() => expect(lines()).toHaveLength(2))
    await app.user.click(await screen.findByText('Durée'))
    await app.user.click(await screen.findByRole('checkbox', { name: '1 h à 1 h 59 (1)' }))
    await waitFor(() => expect(lines()).toHaveLength(1))
    await waitFor(() => expect(location.search).toBe('?theme=sante&duree=60'))
    expect(await accessibilityViolations(document.body)).toEqual([])

    app.opens('/activites?theme=sante&duree=60')
    await waitFor(() => expect(lines()).toHaveLength(1))
    await app.user.click(screen.getByRole('button', { name: /Retirer le filtre.*1 h à 1 h 59/ }))
    await waitFor(() => expect(lines()).toHaveLength(2))
    await app.user.click(screen.getByRole('button', { name: 'Tout effacer' }))
    await waitFor(() => expect(lines()).toHaveLength(3))
  })

  test('is printed whole, under the days and the filters that it is of', async () => {
    for (let filed = 0; filed < 52; filed += 1) await app.files({ minutes: 30 })
    const printed = vi.fn<() => number>(() => lines().length)
    vi.stubGlobal('print', printed)
    app.opens('/activites?du=2026-11-01&au=2026-11-30&theme=navigation_sur_internet')
    await app.user.click(await screen.findByRole('button', { name: 'Imprimer la liste' }))
    await waitFor(() => expect(printed).toHaveReturnedWith(52))
    const onPaper = document.querySelectorAll('[data-print="only"] p')
    expect([...onPaper].map(({ textContent }) => textContent)).toEqual([
      'Du\u00A001/11/2026 au\u00A030/11/2026',
      'Filtres\u00A0: Navigation sur internet',
      '52\u00A0comptes rendus, 26\u00A0h',
    ])
    vi.unstubAllGlobals()
  })

  test('another tap on the tab of the list asks for all of it again', async () => {
    await app.files({ themes: ['sante'] })
    await app.files({ themes: ['email'] })
    app.opens('/activites?theme=sante')
    await waitFor(() => expect(lines()).toHaveLength(1))
    act(() => history.pushState(null, '', '/activites'))
    await waitFor(() => expect(lines()).toHaveLength(2))
  })

  test('passes axe', async () => {
    await app.files({ date: todayHere() })
    app.opens('/activites')
    await screen.findByRole('heading', { name: /Aujourd’hui/ })
    expect(await accessibilityViolations()).toEqual([])
  })
})

describe('a report', () => {
  test('is read field by field, and passes axe', async () => {
    const id = await app.files({ notes: 'À revoir', tags: ['atelier'], futureField: 1 })
    app.opens(`/activites/${id}`)
    await screen.findByText('À domicile, Saint-Girons')
    expect(fieldsShown()).toEqual({
      Quand: 'vendredi 20\u00A0novembre 2026',
      Où: 'À domicile, Saint-Girons',
      Durée: '45\u00A0min',
      'Sur quoi': 'Navigation sur internet',
      Qui: 'Personne anonyme',
      Note: 'À revoir',
      'Note partagée avec la structure': 'Non',
      Étiquettes: 'atelier',
    })
    expect(await accessibilityViolations()).toEqual([])
  })

  test('names the person whom one follows, and leads to their page', async () => {
    const scope = app.person.scopes[0]?.scope
    if (!scope) throw new Error('Awa files reports')
    const person = await savePerson(app.db, { scope, body: { firstName: 'Zoé', name: 'Bernard' } })
    const id = await app.files({ beneficiary: { kind: 'suivi', id: person, gender: 'feminin' } })
    app.opens(`/activites/${id}`)
    const link = await screen.findByRole('link', { name: 'Zoé Bernard' })
    expect(link).toHaveAttribute('href', `/personnes/${person}`)
    expect(fieldsShown()['Qui']).toBe('Personne suivie, féminin\u00A0: Zoé Bernard')
  })

  test('says of somebody who was erased that there is no page of theirs', async () => {
    const id = await app.files({ beneficiary: { kind: 'suivi', id: aDocumentId(), gender: 'feminin' } })
    app.opens(`/activites/${id}`)
    await screen.findByText(/sans fiche sur cet appareil/)
    expect(fieldsShown()['Qui']).toBe('Personne suivie, féminin (sans fiche sur cet appareil)')
  })

  test('is deleted at once, and can be had back', async () => {
    const id = await app.files()
    app.opens(`/activites/${id}`)
    await app.user.click(await screen.findByRole('button', { name: 'Supprimer ce compte rendu' }))
    expect(await screen.findByText('Aucun compte rendu sur cet appareil.')).toBeVisible()
    await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
    expect(await screen.findByRole('link', { name: 'Modifier' })).toBeVisible()
  })

  test('that was refused says why, and leads to the form', async () => {
    const id = await app.files()
    await refuse(id, 'Le jour de l’activité est dans le futur : corrigez la date.')
    app.opens(`/activites/${id}`)
    expect(await screen.findByText(/Le jour de l’activité est dans le futur/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Corriger' })).toHaveAttribute('href', `/compte-rendu/${id}`)
  })

  test('that this device hasn’t says so', async () => {
    app.opens(`/activites/${crypto.randomUUID()}`)
    expect(await screen.findByText('Ce compte rendu n’est pas sur cet appareil.')).toBeVisible()
  })
})

describe('two versions', () => {
  test('are side by side, pass axe, and the other one may take its place', async () => {
    const id = await app.files({ minutes: 45 })
    await hasTwoVersions(id, { minutes: 60 })
    app.opens(`/activites/${id}`)
    const point = await screen.findByRole('group', { name: 'Durée' })
    expect(point).toHaveTextContent('Actuelle45 minAutre1 h')
    expect(await accessibilityViolations()).toEqual([])
    await app.user.click(screen.getByRole('button', { name: 'Reprendre l’autre' }))
    await waitFor(async () => expect(await app.body(id)).toMatchObject({ minutes: 60 }))
    expect(await app.db.conflict.count()).toBe(0)
  })

  test('the one that is there may stay, and what it settles waits to be sent', async () => {
    const id = await app.files({ minutes: 45, notes: 'À revoir' })
    const conflict = await hasTwoVersions(id, { notes: null })
    app.opens(`/activites/${id}`)
    await app.user.click(await screen.findByRole('button', { name: 'Garder la version actuelle' }))
    await waitFor(async () => expect(await app.db.conflict.count()).toBe(0))
    expect(await app.body(id)).toMatchObject({ minutes: 45, notes: 'À revoir' })
    expect(await app.db.outbox.toArray()).toMatchObject([{ id, resolves: [conflict] }])
  })

  test('that differ in several points are chosen point by point; what goes together goes together', async () => {
    const id = await app.files({ minutes: 45, notes: 'ici', oriented: false })
    await hasTwoVersions(id, { minutes: 60, notes: 'ailleurs', oriented: true, orientation: 'aide_sociale' })
    app.opens(`/activites/${id}`)
    const oriented = await screen.findByRole('group', { name: 'Personne orientée' })
    expect(within(oriented).getByText(/Orientée vers/)).toHaveTextContent('Structure d’aide sociale')
    expect(within(oriented).getByRole('radio', { name: /Actuelle/ })).toBeChecked()
    expect(await accessibilityViolations()).toEqual([])
    await app.user.click(within(oriented).getByRole('radio', { name: /Autre/ }))
    await app.user.click(
      within(screen.getByRole('group', { name: 'Note' })).getByRole('radio', { name: /ailleurs/ }),
    )
    expect(screen.queryByRole('button', { name: 'Garder la version actuelle' })).toBeNull()
    await app.user.click(screen.getByRole('button', { name: 'Enregistrer ce choix' }))
    await waitFor(async () => expect(await app.db.conflict.count()).toBe(0))
    expect(await app.body(id)).toMatchObject({
      minutes: 45,
      notes: 'ailleurs',
      oriented: true,
      orientation: 'aide_sociale',
    })
  })

  test('that say the same by now leave nothing to take', async () => {
    const id = await app.files({ minutes: 60 })
    await hasTwoVersions(id, { minutes: 60 })
    app.opens(`/activites/${id}`)
    expect(await screen.findByText('L’autre version ne dit plus rien de différent.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Reprendre l’autre' })).toBeNull()
  })

  test('of which one is a delete: the report stays, or goes after all', async () => {
    const id = await app.files({ minutes: 45 })
    await hasTwoVersions(id, {}, 'delete-vs-edit')
    app.opens(`/activites/${id}`)
    await screen.findByText(/supprimé sur un appareil et modifié sur un autre/)
    await app.user.click(screen.getByRole('button', { name: 'Supprimer quand même' }))
    expect(await screen.findByText('Ce compte rendu n’est pas sur cet appareil.')).toBeVisible()
  })
})

describe('where there is room', () => {
  test('the list and the open report are side by side, and Escape closes the report', async () => {
    const id = await app.files()
    standInForScreen({ isWide: true })
    app.opens('/activites')
    await app.user.click(await screen.findByRole('link', { name: /Navigation sur internet/ }))
    const pane = screen.getByRole('region', { name: 'Compte rendu ouvert' })
    const title = await within(pane).findByRole('heading', { name: 'Accompagnement individuel' })
    await waitFor(() => expect(title).toHaveFocus())
    expect(location.pathname).toBe(`/activites/${id}`)
    const line = screen.getByRole('link', { name: /Navigation sur internet/ })
    expect(line).toHaveAttribute('aria-current', 'true')
    await app.user.keyboard('{Escape}')
    expect(location.pathname).toBe('/activites')
    await waitFor(() => expect(line).toHaveFocus())
  })

  test('closing or deleting what is open leaves the list filtered as it was', async () => {
    const id = await app.files({ themes: ['sante'] })
    await app.files({ themes: ['email'] })
    standInForScreen({ isWide: true })
    app.opens('/activites?theme=sante')
    await app.user.click(await screen.findByRole('link', { name: /^Santé/ }))
    expect(location.pathname + location.search).toBe(`/activites/${id}?theme=sante`)
    await app.user.keyboard('{Escape}')
    expect(location.pathname + location.search).toBe('/activites?theme=sante')
    await app.user.click(await screen.findByRole('link', { name: /^Santé/ }))
    await app.user.click(await screen.findByRole('button', { name: 'Supprimer ce compte rendu' }))
    await screen.findByText('Aucun compte rendu de cet appareil ne correspond.')
    expect(location.pathname + location.search).toBe('/activites?theme=sante')
  })

  test('arrows go from the search to the first line, and from a day’s lines to the next day’s', async () => {
    await app.files({ date: todayHere(), themes: ['email'] })
    await app.files({ date: addDays(todayHere(), -1), themes: ['sante'] })
    standInForScreen({ isWide: true })
    app.opens('/activites')
    const [first, second] = await screen.findAllByRole('link', { name: /E-mail|Santé/ })
    screen.getByLabelText('Chercher').focus()
    await app.user.keyboard('{ArrowDown}')
    expect(first).toHaveFocus()
    await app.user.keyboard('{ArrowDown}')
    expect(second).toHaveFocus()
  })
})

function lines(): HTMLElement[] {
  return screen.queryAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('/activites/'))
}

function fieldsShown(): Record<string, string> {
  const terms = screen.getAllByRole('term')
  return Object.fromEntries(
    terms.map((term) => [term.textContent, term.nextElementSibling?.textContent ?? '']),
  )
}

async function refuse(id: DocumentId, message: string): Promise<void> {
  await app.db.outbox.toCollection().modify((op) => {
    if (op.id === id) Object.assign(op, { rejected: { code: 'date-in-future', message } })
  })
}

async function hasTwoVersions(
  id: DocumentId,
  lost: JsonObject,
  kind: LocalConflict['kind'] = 'field',
): Promise<string> {
  const scope = app.person.scopes[0]?.scope
  if (!scope) throw new Error('Awa files reports')
  const opId = anOpId()
  await app.db.conflict.put({
    id: opId,
    scope,
    collection: 'report',
    docId: id,
    opId,
    kind,
    lost,
    at: Date.now(),
  })
  return opId
}
