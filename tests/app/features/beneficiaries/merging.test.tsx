import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { savePerson } from '../../../../src/app/data/beneficiaries.ts'
import { sayApart } from '../../../../src/app/data/change-people.ts'
import { followedPeople } from '../../../../src/app/data/beneficiaries.ts'
import { addPlace } from '../../../../src/app/data/places.ts'
import { documentIdSchema, type DocumentId, type ScopeId } from '../../../../src/domain/ids.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
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

/** Ids in the order of making, so that the test knows which page stands. */
const idOf = (number: number) => documentIdSchema.parse(`0193b000-0000-7000-8000-00000000000${number}`)
const add = (number: number, body: JsonObject) => savePerson(app.db, { scope, id: idOf(number), body })
const bodyOf = async (id: DocumentId) => (await app.db.beneficiary.get([scope, id]))?.body

const zoe = {
  firstName: 'Zoé',
  name: 'Bernard',
  email: 'zoe@exemple.fr',
  birthYear: 1950,
  notes: 'Vient le mardi',
}
const zoeAgain = {
  firstName: 'Zoe',
  name: 'Bernard',
  email: 'z.b@exemple.fr',
  phone: '06 12 34 56 78',
  notes: 'A une tablette',
}

async function twoPagesOfZoe(): Promise<void> {
  await add(1, zoe)
  await add(2, zoeAgain)
  await app.files({ beneficiary: { kind: 'suivi', id: idOf(1) }, date: '2026-10-02' })
  await app.files({ beneficiary: { kind: 'suivi', id: idOf(2) }, date: '2026-11-03' })
}

async function mergesThem(): Promise<void> {
  app.opens('/personnes/doublons')
  await app.user.click(await screen.findByRole('link', { name: /Comparer et réunir/ }))
  await screen.findByRole('heading', { name: 'La fiche, une fois réunie' })
  await app.user.click(screen.getByRole('radio', { name: 'Zoe' }))
  await app.user.click(screen.getByRole('button', { name: 'Réunir les deux fiches' }))
  await screen.findByRole('heading', { level: 1, name: 'Zoe Bernard' })
  await screen.findByLabelText('Prénom')
}

describe('two pages of one person', () => {
  test('are made one: nothing that either said is lost, and no report is rewritten', async () => {
    await twoPagesOfZoe()
    const reports = JSON.stringify(await app.db.report.toArray())
    await mergesThem()
    // The page whose name was chosen stands; the e-mail of the other was right.
    expect(await bodyOf(idOf(2))).toEqual(zoeAgain)
    expect(await bodyOf(idOf(1))).toEqual({ ...zoe, mergedInto: idOf(2), prevailing: ['email'] })
    expect(JSON.stringify(await app.db.report.toArray())).toBe(reports)
    const history = within(screen.getByRole('region', { name: /2\scomptes rendus/ }))
    expect(history.getAllByRole('link')).toHaveLength(2)
    expect(screen.getByLabelText(/Téléphone/)).toHaveValue('06 12 34 56 78')
    expect(screen.getByLabelText(/électronique/)).toHaveValue('zoe@exemple.fr')
    expect(screen.getByLabelText(/^Note/)).toHaveValue('A une tablette')
    expect(screen.getByText('Vient le mardi')).toBeVisible()
    expect(await accessibilityViolations(document.body)).toEqual([])
  })

  test('are shown before they are made one, accessibly', async () => {
    await twoPagesOfZoe()
    app.opens(`/personnes/${idOf(2)}/reunir/${idOf(1)}`)
    expect(await screen.findByText(/Vient le mardi\s+A une tablette/)).toBeVisible()
    expect(await accessibilityViolations(document.body)).toEqual([])
  })

  test('are two again when the merge is undone, at once or later, exactly as they were', async () => {
    await twoPagesOfZoe()
    await mergesThem()
    await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect(await bodyOf(idOf(1))).toEqual(zoe))
    await mergesThem()
    await app.user.click(await screen.findByRole('button', { name: /Séparer/ }))
    await waitFor(async () => expect(await bodyOf(idOf(1))).toEqual(zoe))
    expect(await followedPeople(app.db)).toHaveLength(2)
  })

  test('once one, they have one name in the lists of reports', async () => {
    await twoPagesOfZoe()
    await mergesThem()
    app.opens('/activites')
    expect(await screen.findAllByText(/^Zoe Bernard, /)).toHaveLength(2)
  })

  test('once one, what is corrected is right whichever page said it before', async () => {
    await twoPagesOfZoe()
    await mergesThem()
    const email = screen.getByLabelText(/électronique/)
    await app.user.clear(email)
    await app.user.type(email, 'autre@exemple.fr')
    await app.user.clear(screen.getByLabelText(/Année/))
    await app.user.click(screen.getByRole('button', { name: 'Enregistrer la fiche' }))
    const { birthYear: _year, ...others } = zoe
    await waitFor(async () =>
      expect(await bodyOf(idOf(2))).toEqual({ ...zoeAgain, email: 'autre@exemple.fr' }),
    )
    expect(await bodyOf(idOf(1))).toEqual({ ...others, mergedInto: idOf(2) })
  })

  test('I27 once one, are erased together, and it is said', async () => {
    await twoPagesOfZoe()
    await mergesThem()
    await app.user.click(screen.getByRole('button', { name: 'Effacer cette personne' }))
    expect(screen.getByRole('dialog')).toHaveTextContent(/réuni avec elle disparaît aussi\s: « Zoé Bernard »/)
    await app.user.click(screen.getByRole('button', { name: 'Effacer pour toujours' }))
    await screen.findByText('Vous ne suivez personne par son nom.')
    expect(JSON.stringify(await app.db.beneficiary.toArray())).not.toMatch(/Zo|Bernard|tablette/)
    app.opens('/activites')
    expect(await screen.findAllByText(/Personne anonyme/)).toHaveLength(2)
  })

  test('said not to be the same, aren’t proposed again, unless that is taken back', async () => {
    await twoPagesOfZoe()
    app.opens('/personnes/doublons')
    await app.user.click(await screen.findByRole('button', { name: /Ce ne sont pas les mêmes/ }))
    expect(await screen.findByText('Aucun doublon probable.')).toBeVisible()
    await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
    expect(await screen.findByRole('link', { name: /Comparer et réunir/ })).toBeVisible()
  })
})

test('two devices that merged each into the other show one person, who can be two again', async () => {
  await add(1, { ...zoe, mergedInto: idOf(2) })
  await add(2, { ...zoeAgain, mergedInto: idOf(1) })
  app.opens(`/personnes/${idOf(2)}`)
  await screen.findByRole('heading', { level: 1, name: 'Zoé Bernard' })
  await app.user.click(await screen.findByRole('button', { name: /Séparer/ }))
  await waitFor(async () => expect(await followedPeople(app.db)).toHaveLength(2))
})

test('a page that is begun apart says who may be the same person, but for those said apart', async () => {
  await twoPagesOfZoe()
  app.opens('/personnes/nouvelle')
  await app.user.type(await screen.findByLabelText('Prénom'), 'zoe')
  await app.user.type(screen.getByLabelText('Nom'), 'bernrad')
  expect(await screen.findAllByRole('link', { name: /Zo. Bernard/ })).toHaveLength(2)
  const [one, other] = await followedPeople(app.db)
  if (!one || !other) throw new Error('Zoé has two pages')
  await sayApart(app.db, one, other)
  app.opens(`/personnes/${idOf(1)}`)
  await screen.findByLabelText('Prénom')
  expect(screen.queryByText(/Peut-être la même personne/)).toBeNull()
})

test('those not seen for 24 months are ticked and erased, or kept and not asked about for a year', async () => {
  await add(1, zoe)
  await add(2, { firstName: 'Marc', name: 'Roux' })
  await add(3, { firstName: 'Léa', name: 'Petit' })
  await app.files({ beneficiary: { kind: 'suivi', id: idOf(1) }, date: '2020-01-15' })
  await app.files({ beneficiary: { kind: 'suivi', id: idOf(2) }, date: '2021-02-01' })
  await app.files({
    beneficiary: { kind: 'suivi', id: idOf(3) },
    date: new Date().toISOString().slice(0, 10),
  })
  app.opens('/personnes/pas-revues')
  expect((await screen.findAllByRole('checkbox')).map((box) => box.parentElement?.textContent)).toEqual([
    'Bernard Zoé',
    'Roux Marc',
  ])
  expect(await accessibilityViolations(document.body)).toEqual([])
  await app.user.click(screen.getByRole('checkbox', { name: 'Roux Marc' }))
  await app.user.click(screen.getByRole('button', { name: 'Garder' }))
  await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(1))
  await app.user.click(screen.getByRole('checkbox', { name: 'Bernard Zoé' }))
  await app.user.click(screen.getByRole('button', { name: 'Effacer' }))
  await app.user.click(screen.getByRole('button', { name: 'Effacer pour toujours' }))
  expect(await screen.findByText('Aucune fiche n’est à effacer.')).toBeVisible()
  expect((await app.db.beneficiary.get([scope, idOf(1)]))?.state).toBe('erased')
  expect((await bodyOf(idOf(2)))?.['keptOn']).toMatch(/^20\d\d-/)
})

test('all that is held on a person is on one page, and nothing of anybody else', async () => {
  await twoPagesOfZoe()
  await mergesThem()
  app.opens(`/personnes/${idOf(1)}/donnees`)
  expect(await screen.findByRole('heading', { name: 'Ce qui est gardé sur Zoe Bernard' })).toBeVisible()
  expect(screen.getByRole('heading', { name: 'Fiche réunie avec celle-ci' })).toBeVisible()
  expect(screen.getByRole('heading', { name: /2\saccompagnements/ })).toBeVisible()
  expect(await accessibilityViolations(document.body)).toEqual([])
})
