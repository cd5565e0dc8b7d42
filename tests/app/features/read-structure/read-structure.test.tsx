import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import {
  fetchStructureActivities,
  keepStructureActivities,
  readKeptActivities,
} from '../../../../src/app/data/structure-activities.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aStructureId } from '../../../builders/an-id.ts'
import { aPermittedActivity } from '../../../builders/a-permitted-activity.ts'

vi.mock('../../../../src/app/data/structure-activities.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStructureActivities: vi.fn<typeof fetchStructureActivities>(),
}))

const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const library: Membership = { structureId: aStructureId(), structureName: 'Médiathèque', role: 'lecteur' }
const read = vi.mocked(fetchStructureActivities)
let app: AppOnDevice

beforeEach(() => {
  read.mockReset()
  app = anApp({ givenName: 'Chantal', scopes: [], memberships: [townHall] })
})

test('an employer lands on its structure', async () => {
  answers([aPermittedActivity()])
  app.opens('/')
  expect(await screen.findByRole('heading', { level: 1, name: 'Mairie de Saint-Girons' })).toBeVisible()
  expect(location.pathname).toBe(`/structure/${townHall.structureId}`)
})

test('reads who did what, when, where, and what is not shown', async () => {
  answers([aPermittedActivity({ sharedNote: 'Partagée' })])
  app.opens(`/structure/${townHall.structureId}`)
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

test('filters by advisor and by month, and the list passes axe', async () => {
  answers([
    aPermittedActivity({ advisorName: 'Awa Diallo', date: '2026-11-20' }),
    aPermittedActivity({ advisorName: 'Bruno Estèbe', date: '2026-11-19' }),
    aPermittedActivity({ advisorName: 'Bruno Estèbe', date: '2026-10-02' }),
  ])
  app.opens(`/structure/${townHall.structureId}`)
  await app.user.selectOptions(await screen.findByLabelText('Mois'), 'novembre 2026')
  expect(await screen.findByText('2 activités affichées')).toBeVisible()
  await app.user.selectOptions(screen.getByLabelText('Qui'), 'Awa Diallo')
  expect(await screen.findByText('1 activité affichée')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'Tout effacer' }))
  expect(await screen.findByText('3 activités affichées')).toBeVisible()
})

test('older activities come when asked, and are still there on return from one of them', async () => {
  read.mockImplementation((_, cursor) =>
    Promise.resolve({
      ok: true,
      page:
        cursor === undefined
          ? { items: [aPermittedActivity({ date: '2026-11-20' })], next: 'older' }
          : { items: [aPermittedActivity({ date: '2026-10-02', themes: ['sante'] })], next: null },
    }),
  )
  app.opens(`/structure/${townHall.structureId}`)
  await app.user.click(await screen.findByRole('button', { name: 'Afficher les activités précédentes' }))
  await app.user.click(await screen.findByRole('link', { name: /Santé/ }))
  await app.user.click(await screen.findByRole('link', { name: 'Retour aux activités' }))
  expect(await screen.findByRole('link', { name: /Santé/ })).toBeVisible()
})

describe('without an answer', () => {
  test('the last view kept here is shown, with its age', async () => {
    await keepStructureActivities(app.db, {
      structureId: townHall.structureId,
      page: { items: [aPermittedActivity()], next: null },
      readAt: new Date(2026, 10, 20, 9, 5).getTime(),
    })
    read.mockResolvedValue({ ok: false, reason: 'offline' })
    app.opens(`/structure/${townHall.structureId}`)
    expect(await screen.findByRole('link', { name: /E-mail/ })).toBeVisible()
    const notice = await screen.findByText(/Vous lisez la dernière liste gardée sur cet appareil/)
    expect(notice).toHaveTextContent('vendredi 20 novembre à 9 h 05')
  })

  test('nothing kept: it is said that the list comes from the server', async () => {
    read.mockResolvedValue({ ok: false, reason: 'offline' })
    app.opens(`/structure/${townHall.structureId}`)
    expect(await screen.findByText(/Cette liste vient du serveur/)).toBeVisible()
  })

  test('an ended session leads to sign in', async () => {
    read.mockResolvedValue({ ok: false, reason: 'unauthenticated' })
    app.opens(`/structure/${townHall.structureId}`)
    expect(await screen.findByRole('link', { name: 'Se reconnecter' })).toHaveAttribute(
      'href',
      `/auth/sign-in?return=${encodeURIComponent(`/structure/${townHall.structureId}`)}`,
    )
  })
})

test('I14 whoever was removed reads nothing more, what was kept here included', async () => {
  const view = { structureId: townHall.structureId, page: { items: [aPermittedActivity()], next: null } }
  await keepStructureActivities(app.db, { ...view, readAt: Date.now() })
  read.mockResolvedValue({ ok: false, reason: 'forbidden' })
  app.opens(`/structure/${townHall.structureId}`)
  expect(await screen.findByText('Vous n’avez pas accès à cette page.')).toBeVisible()
  expect(screen.queryByRole('link', { name: /E-mail/ })).toBeNull()
  await waitFor(async () => expect(await readKeptActivities(app.db, townHall.structureId)).toBeUndefined())
})

test('I14 views of a structure that one isn’t a member of any more are taken off the device', async () => {
  const view = { structureId: library.structureId, page: { items: [aPermittedActivity()], next: null } }
  await keepStructureActivities(app.db, { ...view, readAt: Date.now() })
  answers([])
  app.opens(`/structure/${townHall.structureId}`)
  await screen.findByText('Aucune activité pour le moment.')
  await waitFor(async () => expect(await readKeptActivities(app.db, library.structureId)).toBeUndefined())
  expect(await readKeptActivities(app.db, townHall.structureId)).toBeDefined()
})

test('I14 another structure is not asked for, by its address', async () => {
  app.opens(`/structure/${library.structureId}`)
  expect(await screen.findByText('Vous n’avez pas accès à cette structure.')).toBeVisible()
  expect(read).not.toHaveBeenCalled()
})

test('a person of two structures goes from one to the other', async () => {
  app = anApp({ scopes: [], memberships: [townHall, library] })
  answers([])
  app.opens(`/structure/${townHall.structureId}`)
  await app.user.selectOptions(await screen.findByLabelText('Structure'), 'Médiathèque')
  await waitFor(() => expect(location.pathname).toBe(`/structure/${library.structureId}`))
  expect(await screen.findByText('Aucune activité pour le moment.')).toBeVisible()
})

function answers(items: ReturnType<typeof aPermittedActivity>[]): void {
  read.mockResolvedValue({ ok: true, page: { items, next: null } })
}
