import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ActivityChoices, PermittedActivity } from '../../../../src/domain/access/permitted-activity.ts'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import {
  fetchActivityChoices,
  fetchStructureActivities,
  keepStructureActivities,
  readKeptActivities,
} from '../../../../src/app/data/structure-activities.ts'
import { fetchStructureReport } from '../../../../src/app/data/structure-report.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aPersonId, aStructureId } from '../../../builders/an-id.ts'
import { aPermittedActivity } from '../../../builders/a-permitted-activity.ts'

vi.mock('../../../../src/app/data/structure-activities.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStructureActivities: vi.fn<typeof fetchStructureActivities>(),
  fetchActivityChoices: vi.fn<typeof fetchActivityChoices>(),
}))

vi.mock('../../../../src/app/data/structure-report.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStructureReport: vi.fn<typeof fetchStructureReport>(),
}))

const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const library: Membership = { structureId: aStructureId(), structureName: 'Médiathèque', role: 'lecteur' }
const address = `/structure/${townHall.structureId}`
const everything = { structureId: townHall.structureId, query: '' }
const read = vi.mocked(fetchStructureActivities)
const readOne = vi.mocked(fetchStructureReport)
const choose = vi.mocked(fetchActivityChoices)
const awa = aPersonId()
const bruno = aPersonId()
const choices: ActivityChoices = {
  counts: { [`conseiller:${bruno}`]: 9, [`conseiller:${awa}`]: 2, 'theme:email': 3, 'note:partagee': 1 },
  advisors: { [awa]: 'Awa Diallo', [bruno]: 'Bruno Estèbe' },
  communes: {},
}
let app: AppOnDevice

beforeEach(() => {
  vi.resetAllMocks()
  choose.mockResolvedValue({ ok: true, figures: choices })
  app = anApp({ givenName: 'Chantal', scopes: [], memberships: [townHall] })
})

test('an employer lands on its structure', async () => {
  answers([aPermittedActivity()])
  app.opens('/')
  expect(await screen.findByRole('heading', { level: 1, name: 'Mairie de Saint-Girons' })).toBeVisible()
  expect(location.pathname).toBe(address)
})

test('reads who did what, when, where, and what is not shown', async () => {
  answers([aPermittedActivity({ sharedNote: 'Partagée' })])
  app.opens(address)
  await app.user.click(await screen.findByRole('link', { name: /E-mail/ }))
  const terms = await screen.findAllByRole('term')
  expect(terms.map((term) => [term.textContent, term.nextElementSibling?.textContent])).toEqual([
    ['Par', 'Awa Diallo'],
    ['Quand', 'vendredi 20\u00A0novembre 2026'],
    ['Où', 'Médiathèque, Saint-Girons'],
    ['Durée', '45\u00A0min'],
    ['Sur quoi', 'E-mail'],
    ['Note partagée', 'Partagée'],
    ['Déposé', 'vendredi 20\u00A0novembre 2026'],
  ])
  expect(screen.getByText(/Le profil des personnes accompagnées, les étiquettes/)).toBeVisible()
  expect(screen.queryByRole('button', { name: /Supprimer|Modifier/ })).toBeNull()
})

describe('filters', () => {
  test('are chosen from what the server offers, people by name, and stand in the address as chips', async () => {
    answers([aPermittedActivity()])
    app.opens(address)
    await app.user.click(await screen.findByText('Filtrer'))
    await app.user.click(await screen.findByText('Conseillers et conseillères'))
    const people = screen.getByRole('group', { name: 'Conseillers et conseillères' })
    expect(within(people).getAllByRole('checkbox').map(nameOf)).toEqual([
      'Awa Diallo (2)',
      'Bruno Estèbe (9)',
    ])
    answers([aPermittedActivity({ advisorName: 'Bruno Estèbe' })], 9)
    await app.user.click(within(people).getByRole('checkbox', { name: 'Bruno Estèbe (9)' }))
    expect(await screen.findByText('9 comptes rendus')).toBeVisible()
    expect(location.search).toBe(`?conseiller=${bruno}`)
    expect(read.mock.lastCall?.[0]).toEqual({ ...everything, query: `conseiller=${bruno}` })
    expect(await accessibilityViolations()).toEqual([])
    answers([aPermittedActivity()], 11)
    await app.user.click(screen.getByRole('button', { name: /Retirer le filtre.*Bruno Estèbe/ }))
    expect(await screen.findByText('11 comptes rendus')).toBeVisible()
    expect(location.search).toBe('')
  })

  test('and the order are those of the address that was kept or shared', async () => {
    answers([aPermittedActivity({ kind: 'collectif', participants: 12 })])
    app.opens(`${address}?du=2026-11-01&theme=email&note=partagee&tri=participants`)
    expect(await screen.findByRole('button', { name: /Depuis le 01\/11\/2026/ })).toBeVisible()
    expect(screen.getByRole('button', { name: /Retirer le filtre.*Note partagée/ })).toBeVisible()
    expect(screen.getByLabelText('Trier par')).toHaveValue('participants')
    expect(
      screen.getByRole('link', { name: /vendredi 20.novembre.*, Awa Diallo, 12.participants/ }),
    ).toBeVisible()
    await app.user.selectOptions(screen.getByLabelText('Trier par'), 'Durée, de la plus longue')
    expect(location.search).toBe('?du=2026-11-01&theme=email&note=partagee&tri=duree')
    await app.user.click(screen.getByRole('button', { name: 'Tout effacer' }))
    expect(location.search).toBe('?tri=duree')
  })

  test('of a newer version are asked for as they are, and shown as unknown', async () => {
    answers([aPermittedActivity({ themes: ['theme_a_venir'] })])
    app.opens(`${address}?theme=theme_a_venir`)
    expect(await screen.findByRole('button', { name: /Retirer le filtre.*Valeur inconnue/ })).toBeVisible()
    await waitFor(() => expect(read.mock.lastCall?.[0].query).toBe('theme=theme_a_venir'))
  })

  test('I14 forged in the address are left aside, and it is said', async () => {
    answers([aPermittedActivity()])
    app.opens(`${address}?notes=secret&theme=email`)
    expect(await screen.findByText(/Ce filtre ou cet ordre n’existe pas/)).toBeVisible()
    await waitFor(() => expect(read.mock.lastCall?.[0].query).toBe('theme=email'))
  })

  test('that find nothing say so, and what to do', async () => {
    answers([], 0)
    app.opens(`${address}?theme=email`)
    expect(await screen.findByText('Aucun compte rendu ne correspond.')).toBeVisible()
    answers([aPermittedActivity()], 1)
    const [clear] = screen.getAllByRole('button', { name: 'Tout effacer' })
    await app.user.click(clear ?? document.body)
    expect(await screen.findByText('1 compte rendu')).toBeVisible()
  })
})

test('the list is taken away as it is filtered', async () => {
  answers([aPermittedActivity()], 20_001)
  app.opens(`${address}?theme=email`)
  await app.user.click(await screen.findByText('Emporter ou imprimer'))
  expect(await screen.findByRole('link', { name: 'Tableau (CSV)' })).toHaveAttribute(
    'href',
    `/api/structures/${townHall.structureId}/activities.csv?theme=email`,
  )
  expect(screen.queryByRole('button', { name: 'Classeur (XLSX)' })).toBeNull()
  expect(screen.getByText(/la liste s’emporte en CSV/)).toBeVisible()
})

test('older activities come when asked, and are still there on return from one of them', async () => {
  const older = aPermittedActivity({ date: '2026-10-02', themes: ['sante'] })
  const newest = aPermittedActivity({ date: '2026-11-20' })
  read.mockImplementation((_, cursor) =>
    Promise.resolve({
      ok: true,
      page:
        cursor === undefined
          ? { items: [newest], next: 'older', total: 2 }
          : { items: [newest, older], next: null },
    }),
  )
  readOne.mockResolvedValue({
    ok: true,
    figures: { readAt: Date.now(), said: { activity: older, history: [], readings: [] } },
  })
  app.opens(address)
  await app.user.click(await screen.findByRole('button', { name: 'Afficher les 50 suivants' }))
  await app.user.click(await screen.findByRole('link', { name: /Santé/ }))
  await app.user.click(await screen.findByRole('link', { name: 'Retour aux activités' }))
  expect(await screen.findByRole('link', { name: /Santé/ })).toBeVisible()
  expect(screen.getAllByRole('link', { name: /E-mail/ })).toHaveLength(1)
})

describe('the menu of the structure', () => {
  test('leads to each section, and says which one is open', async () => {
    answers([aPermittedActivity()])
    app.opens(address)
    const menu = await screen.findByRole('navigation', { name: 'Sections de la structure' })
    expect(within(menu).getAllByRole('link').map(nameOf)).toEqual([
      'Comptes rendus',
      'Chiffres',
      'À vérifier',
      'Mois attestés',
      'Engagements',
      'Postes',
      'Tenue et équipement',
      'Formation',
      'Communauté',
      'Temps',
      'Absences',
      'Questions',
      'Relances',
      'Accès',
      'Lectures',
    ])
    expect(within(menu).getByRole('link', { current: 'page' })).toHaveTextContent('Comptes rendus')
    await app.user.click(within(menu).getByRole('link', { name: 'Questions' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Questions' })).toBeVisible()
    expect(screen.getByRole('link', { current: 'page', name: 'Questions' })).toBeVisible()
  })

  test('is there on a page inside a section too', async () => {
    const activity = aPermittedActivity()
    readOne.mockResolvedValue({
      ok: true,
      figures: { readAt: Date.now(), said: { activity: activity, history: [], readings: [] } },
    })
    app.opens(`${address}/activites/${activity.id}`)
    const inside = await screen.findByRole('link', { name: 'Comptes rendus' })
    expect(inside).toHaveAttribute('aria-current', 'true')
    expect(await accessibilityViolations()).toEqual([])
  })

  test('goes from one structure to the same section of another', async () => {
    app = anApp({ givenName: 'Chantal', scopes: [], memberships: [townHall, library] })
    answers([aPermittedActivity()])
    app.opens(`${address}/questions`)
    await app.user.selectOptions(await screen.findByLabelText('Structure'), 'Médiathèque')
    expect(location.pathname).toBe(`/structure/${library.structureId}/questions`)
  })

  test('is not there for who reads no such structure', async () => {
    app.opens(`/structure/${aStructureId()}`)
    expect(await screen.findByText('Vous n’avez pas accès à cette structure.')).toBeVisible()
    expect(screen.queryByRole('navigation', { name: 'Sections de la structure' })).toBeNull()
  })
})

describe('without an answer', () => {
  test('the last view kept here is shown, with its age', async () => {
    await keepStructureActivities(app.db, everything, {
      page: { items: [aPermittedActivity()], next: null, total: 1 },
      readAt: new Date(2026, 10, 20, 9, 5).getTime(),
    })
    read.mockResolvedValue({ ok: false, reason: 'offline' })
    app.opens(address)
    expect(await screen.findByRole('link', { name: /E-mail/ })).toBeVisible()
    const notice = await screen.findByText(/Vous lisez la dernière liste gardée sur cet appareil/)
    expect(notice).toHaveTextContent('vendredi 20 novembre à 9 h 05')
  })

  test('an activity of it is read too, with its age', async () => {
    const activity = aPermittedActivity()
    await keepStructureActivities(app.db, everything, {
      page: { items: [activity], next: null, total: 1 },
      readAt: new Date(2026, 10, 20, 9, 5).getTime(),
    })
    readOne.mockResolvedValue({ ok: false, reason: 'offline' })
    app.opens(`${address}/activites/${activity.id}`)
    expect(await screen.findByText('Médiathèque, Saint-Girons')).toBeVisible()
    expect(await screen.findByText(/vendredi 20 novembre à 9 h 05/)).toBeVisible()
  })

  test('a filter of which nothing was kept shows nothing of another one', async () => {
    answers([aPermittedActivity()])
    app.opens(address)
    await screen.findByRole('link', { name: /E-mail/ })
    read.mockResolvedValue({ ok: false, reason: 'offline' })
    app.opens(`${address}?theme=sante`)
    expect(await screen.findByText(/Cette liste vient du serveur/)).toBeVisible()
    expect(screen.queryByRole('link', { name: /E-mail/ })).toBeNull()
    expect(screen.getByRole('button', { name: /Retirer le filtre.*Santé/ })).toBeVisible()
  })

  test('nothing kept: it is said that the list comes from the server', async () => {
    read.mockResolvedValue({ ok: false, reason: 'offline' })
    app.opens(address)
    expect(await screen.findByText(/Cette liste vient du serveur/)).toBeVisible()
  })

  test('an ended session leads to sign in', async () => {
    read.mockResolvedValue({ ok: false, reason: 'unauthenticated' })
    app.opens(address)
    expect(await screen.findByRole('link', { name: 'Se reconnecter' })).toHaveAttribute(
      'href',
      `/auth/sign-in?return=${encodeURIComponent(address)}`,
    )
  })
})

test('I14 whoever was removed reads nothing more, what was kept here included', async () => {
  await keepStructureActivities(app.db, everything, {
    page: { items: [aPermittedActivity()], next: null },
    readAt: Date.now(),
  })
  read.mockResolvedValue({ ok: false, reason: 'forbidden' })
  app.opens(address)
  expect(await screen.findByText('Vous n’avez pas accès à cette page.')).toBeVisible()
  expect(screen.queryByRole('link', { name: /E-mail/ })).toBeNull()
  await waitFor(async () => expect(await readKeptActivities(app.db, everything)).toBeUndefined())
})

test('an advisor who works nowhere yet is told so', async () => {
  app = anApp({ scopes: [], memberships: [] })
  app.opens('/structure')
  expect(await screen.findByText('Aucune structure ne vous est rattachée.')).toBeVisible()
})

function answers(items: readonly PermittedActivity[], total = items.length): void {
  const [first] = items
  read.mockResolvedValue({ ok: true, page: { items: [...items], next: null, total } })
  if (first)
    readOne.mockResolvedValue({
      ok: true,
      figures: { readAt: Date.now(), said: { activity: first, history: [], readings: [] } },
    })
}

function nameOf({ textContent, parentElement }: HTMLElement): string {
  return textContent || (parentElement?.textContent ?? '')
}
