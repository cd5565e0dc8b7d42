import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { StructurePosts } from '../../../../src/domain/access/structure-posts.ts'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import { addDays, addMonths, calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import type { KitFact } from '../../../../src/domain/commitments/kit/kit-fact.ts'
import type { PostFact } from '../../../../src/domain/commitments/post-fact.ts'
import { postIdSchema } from '../../../../src/domain/commitments/post-ids.ts'
import { errorCatalogue } from '../../../../src/domain/errors.ts'
import { fetchStructureKit } from '../../../../src/app/data/kit.ts'
import { fetchStructureMissions } from '../../../../src/app/data/structure-missions.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { sendOfferAgain } from '../../../../src/app/data/contract-offers.ts'
import { fetchCommitments, fetchStructurePosts, sayForStructure } from '../../../../src/app/data/posts.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aUuid } from '../../../builders/an-id.ts'
import { aHandOver } from '../../../builders/a-kit-fact.ts'
import {
  aContract,
  aDeparture,
  aNotification,
  anOffer,
  awasScope,
  ours,
} from '../../../builders/a-post-fact.ts'

vi.mock('../../../../src/app/data/kit.ts', async (original) => ({
  ...(await original<object>()),
  fetchStructureKit: vi.fn<typeof fetchStructureKit>(),
}))
vi.mock('../../../../src/app/data/posts.ts', () => ({
  fetchCommitments: vi.fn<typeof fetchCommitments>(),
  fetchStructurePosts: vi.fn<typeof fetchStructurePosts>(),
  sayForStructure: vi.fn<typeof sayForStructure>(),
}))

vi.mock('../../../../src/app/data/structure-missions.ts', async (original) => ({
  ...(await original<object>()),
  fetchStructureMissions: vi.fn<typeof fetchStructureMissions>(),
}))
vi.mock('../../../../src/app/data/contract-offers.ts', () => ({
  sendOfferAgain: vi.fn<typeof sendOfferAgain>(),
}))

const today = todayHere()
const townHall: Membership = {
  structureId: ours,
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const recruiting = `/structure/${ours}/recrutement`
const departing = `/structure/${ours}/depart/${awasScope}`
const post = postIdSchema.parse(aUuid())
let app: AppOnDevice

beforeEach(() => {
  vi.resetAllMocks()
  app = anApp({ scopes: [], memberships: [townHall] })
  vi.mocked(sayForStructure).mockResolvedValue({ ok: true })
  hasInHand()
})

function reads(
  facts: readonly PostFact[],
  waiting: number | null = 0,
  offers: StructurePosts['offers'] = [],
): void {
  const figures: StructurePosts = {
    posts: [
      { id: post, reference: '09-0001', said: facts.map((fact) => ({ fact, byName: 'Chantal Rouch' })) },
    ],
    offers,
    people: [
      { scope: awasScope, role: 'advisor', name: 'Awa Diallo', contracts: [], waiting, heardOn: today },
    ],
  }
  vi.mocked(fetchStructurePosts).mockResolvedValue({ ok: true, figures })
}

function hasInHand(...facts: readonly KitFact[]): void {
  const said = facts.map((fact) => ({ fact, byName: 'Chantal Rouch' }))
  const figures = { people: [], said, sizes: undefined }
  vi.mocked(fetchStructureKit).mockResolvedValue({ ok: true, figures })
}

const notified = (months: number) => aNotification(addMonths(today, -months))
const occupied = () => [notified(8), aContract(addMonths(today, -6), null, { terms: 'cdi' })]

test('a post that is vacant for four months says so, what it means, and what moved', async () => {
  reads([notified(4)])
  app.opens(recruiting)
  expect(await screen.findByText(/^4\smois sans personne, depuis la notification/)).toBeVisible()
  expect(screen.getByText(/l’État peut réexaminer la subvention/)).toBeVisible()
  expect(screen.getByText('Aucune étape n’est notée depuis que le poste est vacant.')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('a step is noted once its day and what it is are said', async () => {
  reads([notified(1)])
  app.opens(recruiting)
  await app.user.click(await screen.findByRole('button', { name: /^Noter une étape/ }))
  const dialog = within(screen.getByRole('dialog'))
  await app.user.click(dialog.getByRole('button', { name: 'Noter cette étape' }))
  expect(dialog.getByText('Choisissez l’étape.')).toBeVisible()
  expect(sayForStructure).not.toHaveBeenCalled()
  await app.user.click(dialog.getByRole('radio', { name: 'Entretiens' }))
  await app.user.click(dialog.getByRole('button', { name: 'Noter cette étape' }))
  expect(sayForStructure).toHaveBeenCalledWith(
    { structure: ours, post },
    expect.objectContaining({ kind: 'step', step: 'entretiens', day: today, replaces: null }),
  )
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a contract that ends before it starts is refused at its field, and what the server refuses leaves what was typed', async () => {
  reads([notified(1)])
  app.opens(recruiting)
  await app.user.click(await screen.findByRole('button', { name: /^Enregistrer un contrat/ }))
  const dialog = within(screen.getByRole('dialog'))
  await app.user.type(dialog.getByLabelText('Adresse électronique professionnelle'), 'nour@mairie.example')
  await app.user.click(dialog.getByRole('radio', { name: 'CDD' }))
  await app.user.type(dialog.getByLabelText('Dernier jour'), addDays(today, -1))
  await app.user.click(dialog.getByRole('button', { name: 'Enregistrer ce contrat' }))
  expect(dialog.getByLabelText('Dernier jour')).toBeInvalid()
  expect(dialog.getByText('Le contrat se termine avant de commencer.')).toBeVisible()
  await app.user.clear(dialog.getByLabelText('Dernier jour'))
  await app.user.type(dialog.getByLabelText('Dernier jour'), addMonths(today, 12))
  const { status, title, next } = errorCatalogue['post-filled-twice']
  vi.mocked(sayForStructure).mockResolvedValue({
    ok: false,
    problem: {
      type: 'urn:espace-coop:post-filled-twice',
      status,
      title,
      code: 'post-filled-twice',
      detail: next,
    },
  })
  await app.user.click(dialog.getByRole('button', { name: 'Enregistrer ce contrat' }))
  expect(await dialog.findByText(title)).toBeVisible()
  expect(dialog.getByLabelText('Adresse électronique professionnelle')).toHaveValue('nour@mairie.example')
})

test('the same contract that is tried again has the same identity: an answer that was lost leaves no second one', async () => {
  reads([notified(1)])
  app.opens(recruiting)
  await app.user.click(await screen.findByRole('button', { name: /^Enregistrer un contrat/ }))
  const dialog = within(screen.getByRole('dialog'))
  await app.user.type(dialog.getByLabelText('Adresse électronique professionnelle'), 'nour@mairie.example')
  await app.user.click(dialog.getByRole('radio', { name: 'CDI' }))
  vi.mocked(sayForStructure).mockResolvedValue({ ok: false, problem: undefined })
  const save = dialog.getByRole('button', { name: 'Enregistrer ce contrat' })
  await app.user.click(save)
  await dialog.findByText('Le serveur ne répond pas.')
  await app.user.click(save)
  await app.user.type(dialog.getByLabelText(/^Nom /), 'Haddad')
  await app.user.click(save)
  const ids = vi.mocked(sayForStructure).mock.calls.map(([, said]) => said.id)
  expect(ids).toHaveLength(3)
  expect(ids[1]).toBe(ids[0])
  expect(ids[2]).not.toBe(ids[0])
})

const offered = anOffer(addMonths(today, 1), null, { terms: 'cdi' })
const toNour = {
  id: offered.offer,
  email: 'nour@mairie.example',
  givenName: 'Nour',
  familyName: '',
  sentAt: '2026-11-20T10:00:00.000Z',
  expiresAt: '2099-11-27T10:00:00.000Z',
}

test('a contract that waits is said to be signed and not accepted, under the name that was typed', async () => {
  reads([notified(4), offered], 0, [toNour])
  app.opens(recruiting)
  expect(
    await screen.findByText(/Contrat signé, invitation envoyée le .*, pas\sencore acceptée/),
  ).toBeVisible()
  expect(screen.getByText('Vacant')).toBeVisible()
  expect(screen.getByText(/Le compte des jours sans recrutement est arrêté/)).toBeVisible()
  expect(screen.queryByText(/sans personne/)).toBeNull()
  expect(await accessibilityViolations()).toEqual([])
  vi.mocked(sendOfferAgain).mockResolvedValue({ ok: true })
  await app.user.click(screen.getByRole('button', { name: 'Renvoyer l’invitation de Nour' }))
  expect(sendOfferAgain).toHaveBeenCalledWith({ structure: ours, post, offer: offered.offer })
  expect(await screen.findByText(/Invitation renvoyée/)).toBeVisible()
})

test('a contract that waits is corrected as the same offer, and withdrawn once that is confirmed', async () => {
  reads([notified(4), offered], 0, [toNour])
  app.opens(recruiting)
  await app.user.click(await screen.findByRole('button', { name: /^Corriger le contrat de Nour/ }))
  const dialog = within(screen.getByRole('dialog'))
  expect(dialog.queryByLabelText('Adresse électronique professionnelle')).toBeNull()
  await app.user.click(dialog.getByRole('button', { name: 'Enregistrer ce contrat' }))
  expect(sayForStructure).toHaveBeenCalledWith(
    { structure: ours, post },
    expect.objectContaining({ kind: 'contract', replaces: offered.id, who: { offer: offered.offer } }),
  )
  await app.user.click(await screen.findByRole('button', { name: 'Retirer le contrat de Nour' }))
  await app.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer' }))
  expect(sayForStructure).toHaveBeenLastCalledWith(
    { structure: ours, post },
    expect.objectContaining({ kind: 'withdrawn', replaces: offered.id }),
  )
})

test('who leaves is told of with what still waits and what follows; who only reads can’t say it', async () => {
  reads(occupied(), 3)
  app.opens(departing)
  expect(
    await screen.findByText(/^3\senregistrements attendent sur les appareils d’Awa Diallo/),
  ).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer le départ' }))
  expect(screen.getByText('Choisissez une raison.')).toBeVisible()
  await app.user.click(screen.getByRole('radio', { name: 'Démission' }))
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer le départ' }))
  expect(sayForStructure).toHaveBeenCalledWith(
    { structure: ours, post },
    expect.objectContaining({ kind: 'departure', day: today, scope: awasScope, reason: 'demission' }),
  )
  app = anApp({ scopes: [], memberships: [{ ...townHall, role: 'lecteur' }] })
  app.opens(departing)
  expect(await screen.findByText('Seule une personne responsable enregistre un départ.')).toBeVisible()
})

test('what waits on devices of an older build isn’t known, and is said so', async () => {
  reads(occupied(), null)
  app.opens(departing)
  expect(
    await screen.findByText(/^On ne sait pas ce qui attend sur les appareils d’Awa Diallo/),
  ).toBeVisible()
})

test('a departure to come is undone once that is confirmed', async () => {
  const departure = aDeparture(addDays(today, 5))
  reads([...occupied(), departure])
  app.opens(departing)
  await app.user.click(await screen.findByRole('button', { name: 'Annuler ce départ' }))
  expect(sayForStructure).not.toHaveBeenCalled()
  await app.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer' }))
  expect(sayForStructure).toHaveBeenCalledWith(
    { structure: ours, post },
    expect.objectContaining({ kind: 'withdrawn', replaces: departure.id }),
  )
})

test('commitments begin with what is late, and what isn’t known is no breach', async () => {
  const told = (number: 1 | 2 | 3, status: 'late' | 'kept' | 'unknown') => ({
    number,
    title: `Engagement ${number}`,
    status,
    evidence: [{ words: 'Une preuve.', day: today, source: 'posts' as const }],
    next: null,
  })
  vi.mocked(fetchCommitments).mockResolvedValue({
    ok: true,
    figures: {
      countedAt: '2026-11-23T10:00:00.000Z',
      today,
      structure: { name: 'Mairie de Saint-Girons', siret: null, department: '09' },
      commitments: [told(1, 'unknown'), told(2, 'kept'), told(3, 'late')],
      first: { words: 'Noter la suite du recrutement.', by: today, page: 'recruitment' },
    },
  })
  vi.mocked(fetchStructureMissions).mockResolvedValue({
    ok: true,
    figures: {
      today,
      quarters: [
        {
          from: calendarDaySchema.parse('2026-10-01'),
          to: calendarDaySchema.parse('2026-12-31'),
          missions: { 1: 120, 2: 7, 3: 0 },
        },
      ],
    },
  })
  app.opens(`/structure/${ours}/engagements`)
  expect(
    (await screen.findAllByRole('article')).map((card) => card.querySelector('h2')?.textContent),
  ).toEqual(['3. Engagement 3', '2. Engagement 2', '1. Engagement 1'])
  expect(screen.getByRole('link', { name: 'Y aller' })).toHaveAttribute('href', recruiting)
  expect(screen.getByText(/n’est pas un manquement/)).toBeVisible()
  const table = await screen.findByRole('table', { name: 'Accompagnements par mission' })
  expect(within(table).getByRole('columnheader', { name: /^4e\strim\. 2026$/ })).toBeVisible()
  expect(
    within(table).getByRole('link', { name: /^7\s*de la mission 2.*voir ce qui a été fait/ }),
  ).toHaveAttribute('href', `/structure/${ours}?du=2026-10-01&au=2026-12-31&mission=2`)
  expect(within(table).getByRole('link', { name: /^3\. / })).toHaveAttribute('href', '/panorama#mission-3')
  expect(await accessibilityViolations()).toEqual([])
})

test('who leaves is shown with what they are to bring back', async () => {
  reads(occupied())
  hasInHand(aHandOver(addDays(today, -90), { label: 'PC-12', serial: 'SN-9' }))
  app.opens(departing)
  const list = await screen.findByRole('list', { name: 'Matériel à rendre' })
  expect(within(list).getByText(/^Ordinateur «\sPC-12\s»$/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})
