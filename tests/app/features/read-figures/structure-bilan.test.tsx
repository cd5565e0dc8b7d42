import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import { fetchGroupFigures } from '../../../../src/app/data/group-figures.ts'
import { aDocumentId, aStructureId } from '../../../builders/an-id.ts'
import { anAdvisor, someGroupFigures } from '../../../builders/a-group-figures.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/group-figures.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchGroupFigures: vi.fn<typeof fetchGroupFigures>(),
}))

const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const address = `/structure/${townHall.structureId}`
const library = aDocumentId()
const ask = vi.mocked(fetchGroupFigures)
let app: AppOnDevice

beforeEach(() => {
  ask.mockReset()
  ask.mockImplementation(({ period }) =>
    Promise.resolve({
      ok: true,
      figures: someGroupFigures({
        period,
        weights: {
          'type:individuel': [1, 12, 90],
          'mission:1': [1, 12, 90],
          'theme:email': [1, 12, 90],
          'lieu:lieu_activite': [1, 12, 90],
          [`lieu:${library}`]: [1, 12, 90],
          'commune:09261': [1, 12, 90],
        },
        advisors: [
          anAdvisor({ name: 'Bruno Estèbe', missions: ['1'] }),
          anAdvisor({ name: 'Éric Vidal' }),
          anAdvisor({ missions: ['1', '3'] }),
        ],
        places: { [library]: 'Médiathèque' },
      }),
    }),
  )
  app = anApp({ givenName: 'Chantal', scopes: [], memberships: [townHall] })
})

const sheetNamed = async (name: string) => within(await screen.findByRole('article', { name }))

test('from its figures a structure prepares a bilan of the same days, with a title and words of its own', async () => {
  app.opens(`${address}/chiffres?periode=annee`)
  await app.user.click(await screen.findByRole('link', { name: 'Préparer un bilan' }))
  expect(await screen.findByLabelText('Période')).toHaveValue('annee')
  await app.user.type(await screen.findByLabelText(/Vos mots/), 'Une belle année.')
  const sheet = await sheetNamed('Bilan d’activité')
  expect(sheet.getByText('Mairie de Saint-Girons')).toBeVisible()
  expect(sheet.getByText('Une belle année.')).toBeVisible()
  expect(sheet.getByText('E-mail')).toBeVisible()
  // Of who the people are, a structure reads nothing.
  expect(screen.queryByRole('checkbox', { name: 'Âge' })).toBeNull()
  expect(await accessibilityViolations()).toEqual([])
})

test('a yearly report says change, missions, needs met and unmet, places, and advisors by name alone', async () => {
  app.opens(`${address}/bilan`)
  await app.user.click(await screen.findByRole('radio', { name: /Rapport annuel/ }))
  const sheet = await sheetNamed('Rapport annuel d’activité')
  expect(screen.getByRole('radio', { name: /Rapport annuel/ })).toHaveFocus()
  await waitFor(() =>
    expect(ask.mock.lastCall?.[0]).toMatchObject({
      step: 'mois',
      period: { from: expect.stringMatching(/-01-01$/), to: expect.stringMatching(/-12-31$/) },
    }),
  )
  // Whoever accompanied nobody isn’t named, and nobody comes first for having done more.
  expect(sheet.getByText(/Ont accompagné le public.: Awa Diallo, Bruno Estèbe\./)).toBeVisible()
  expect(sheet.getAllByText('Autant.')).toHaveLength(4)
  const block = (name: string) =>
    within(sheet.getByRole('heading', { name }).closest('section') ?? document.body)
  expect(block('Les trois missions').getByText(/Soutenir les usages quotidiens/)).toBeVisible()
  expect(block('Thématiques').getByText('E-mail')).toBeVisible()
  expect(
    block('Besoins restés sans réponse').getByText('Aucun n’a été noté sur cette période.'),
  ).toBeVisible()
  expect(block('Lieux d’activité').getByText('Médiathèque')).toBeVisible()
  expect(block('Communes').getByText('Saint-Girons')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('each model keeps its own title', async () => {
  app.opens(`${address}/bilan/rapport-annuel`)
  await sheetNamed('Rapport annuel d’activité')
  await app.user.clear(screen.getByLabelText('Titre'))
  await app.user.type(screen.getByLabelText('Titre'), 'Pour le conseil municipal')
  await app.user.click(screen.getByRole('radio', { name: /Bilan/ }))
  await sheetNamed('Bilan d’activité')
  app.opens(`${address}/bilan/rapport-annuel`)
  await sheetNamed('Pour le conseil municipal')
})

test('without network, a bilan is made of the figures that were read last', async () => {
  app.opens(`${address}/chiffres`)
  await screen.findByText('Saint-Girons')
  ask.mockResolvedValue({ ok: false, reason: 'offline' })
  app.opens(`${address}/bilan`)
  expect(await screen.findByText(/Vous lisez les derniers chiffres gardés/)).toBeVisible()
  const sheet = await sheetNamed('Bilan d’activité')
  expect(sheet.getByText('E-mail')).toBeVisible()
  expect(sheet.getByText(/comptés \p{L}+ \d+.*Établi avec Espace Coop/u)).toBeVisible()
  app.opens(`${address}/bilan/rapport-annuel`)
  expect(await screen.findByText(/ils s’afficheront quand le réseau reviendra/)).toBeVisible()
  expect(screen.queryByRole('article')).toBeNull()
})

test('I14 the bilan of another structure is asked for by nobody, and of a model that isn’t there neither', async () => {
  app.opens(`/structure/${aStructureId()}/bilan`)
  expect(await screen.findByText('Vous n’avez pas accès à cette structure.')).toBeVisible()
  app.opens(`${address}/bilan/autre`)
  expect(await screen.findByRole('heading', { level: 1, name: /introuvable|n’existe pas/i })).toBeVisible()
  expect(ask).not.toHaveBeenCalled()
})
