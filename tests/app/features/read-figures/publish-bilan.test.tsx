import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { linkIdSchema, type LinkPreview, type OwnLink } from '../../../../src/domain/access/public-link.ts'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import { calendarDaySchema, localDayOf, addMonths } from '../../../../src/domain/calendar-day.ts'
import { firstOfMonth, lastOfMonth } from '../../../../src/domain/statistics/period.ts'
import { keepBilan, readBilan } from '../../../../src/app/data/bilan.ts'
import {
  closeLink,
  fetchLinkPreview,
  fetchOwnLinks,
  publishLink,
} from '../../../../src/app/data/public-links.ts'
import { aDocumentId, aStructureId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/public-links.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchLinkPreview: vi.fn<typeof fetchLinkPreview>(),
  fetchOwnLinks: vi.fn<typeof fetchOwnLinks>(),
  publishLink: vi.fn<typeof publishLink>(),
  closeLink: vi.fn<typeof closeLink>(),
}))

const preview = vi.mocked(fetchLinkPreview)
const list = vi.mocked(fetchOwnLinks)
const publish = vi.mocked(publishLink)
const close = vi.mocked(closeLink)
const today = localDayOf(new Date())
const lastMonth = addMonths(firstOfMonth(today), -1)
const period = { from: lastMonth, to: lastOfMonth(lastMonth) }
const url = 'https://coop.example/bilan/AAAAAAAAAAAAAAAAAAAAAA'
const choices = { title: 'Mon automne', words: 'Merci à la médiathèque.', blocks: ['thematiques', 'age'] }

const aLink: OwnLink = {
  id: linkIdSchema.parse(aDocumentId()),
  owner: { kind: 'advisor' },
  title: 'Mon automne',
  period,
  madeOn: today,
  endsOn: calendarDaySchema.parse('2031-02-24'),
  state: 'open',
  opened: 3,
  isMine: true,
}

/** What the server would show: 40 accompaniments, small counts hidden. */
const counted: LinkPreview = {
  figures: {
    countedAt: new Date().toISOString(),
    period,
    totals: {
      activities: 30,
      accompaniments: 40,
      beneficiaries: { named: null, anonymous: null, total: 38 },
      newOnes: 12,
      minutes: { accompaniment: 1200, rest: 0, total: 1200 },
      eventParticipants: 0,
    },
    weights: { 'theme:email': [20, 28, 600] },
    traits: { 'age:soixante_dix_plus': 20 },
    hidden: ['theme:sante', 'age:douze_dix_huit'],
    delay: { activities: 30, median: 0 },
    step: 'semaine',
    bars: [{ ...period, accompaniments: 40, activities: 30 }],
    communes: {},
    hasHiddenCommunes: false,
  },
  of: { structures: ['Mairie de Saint-Girons'], communes: ['Saint-Girons'] },
  seen: 'these',
  isPublished: false,
}

let app: AppOnDevice

beforeEach(async () => {
  preview.mockReset().mockResolvedValue({ ok: true, value: counted })
  list.mockReset().mockResolvedValue({ ok: true, value: [] })
  publish.mockReset().mockResolvedValue({ ok: true, value: { link: aLink, url } })
  close.mockReset().mockResolvedValue(true)
  app = anApp()
  await keepBilan(app.db, 'bilan', choices)
})

const sheetNamed = async (name: string) => within(await screen.findByRole('article', { name }))

test('what would be published is read first, as anybody will read it: own words, and what is hidden', async () => {
  app.opens('/chiffres/bilan')
  await screen.findByLabelText('Titre')
  await app.user.click(await screen.findByRole('link', { name: 'Publier par un lien' }))
  const sheet = await sheetNamed('Mon automne')
  expect(sheet.getByText('Merci à la médiathèque.')).toBeVisible()
  expect(
    sheet.getByText('Un poste de conseiller numérique, Mairie de Saint-Girons, Saint-Girons'),
  ).toBeVisible()
  expect(sheet.getByText('E-mail')).toBeVisible()
  expect(sheet.getByText(/Masqué.: Santé/)).toBeVisible()
  // Who isn't known would be found by subtracting.
  expect(sheet.queryByText('Non communiqué')).toBeNull()
  expect(sheet.queryByText(/Awa|Diallo/)).toBeNull()
  expect(screen.getByText(/publiés tels quels.*n’y nommez aucune personne/)).toBeVisible()
  expect(screen.getByText(/ces mois ne pourront pas être publiés avec d’autres/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('names of the structure and of the commune are said only where they are chosen', async () => {
  app.opens('/chiffres/lien')
  await app.user.click(await screen.findByRole('checkbox', { name: 'Mairie de Saint-Girons' }))
  await app.user.click(screen.getByRole('checkbox', { name: /Commune/ }))
  await app.user.click(screen.getByRole('checkbox', { name: /Imprimer un code QR/ }))
  expect((await sheetNamed('Mon automne')).getByText('Un poste de conseiller numérique')).toBeVisible()
  await app.user.click(screen.getByRole('button', { name: 'Publier ce bilan' }))
  await vi.waitFor(() => expect(publish).toHaveBeenCalledOnce())
  expect(publish.mock.lastCall?.[0]).toEqual({
    owner: { kind: 'advisor' },
    period,
    choices: { ...choices, model: 'bilan', saysStructure: false, saysCommune: false, printsCode: true },
    duration: '3-mois',
    seen: 'these',
  })
})

test('a published bilan has an address to copy, kept on this device, and is listed until it is closed', async () => {
  app.opens('/chiffres/lien')
  expect(await screen.findByText('Vous n’avez encore publié aucun bilan.')).toBeVisible()
  list.mockResolvedValue({ ok: true, value: [aLink] })
  await app.user.click(await screen.findByRole('button', { name: 'Publier ce bilan' }))
  expect(await screen.findByLabelText('Adresse à donner')).toHaveValue(url)
  expect(await screen.findByText(/Ouvert jusqu’au .* 2031\. Ouvert 3.fois\./)).toBeVisible()
  app.opens('/chiffres/lien')
  await app.user.click(await screen.findByRole('button', { name: 'Copier l’adresse' }))
  expect(await screen.findByText('Adresse copiée.')).toBeVisible()
  expect(await navigator.clipboard.readText()).toBe(url)
  list.mockResolvedValue({ ok: true, value: [{ ...aLink, state: 'closed' }] })
  await app.user.click(screen.getByRole('button', { name: 'Fermer ce lien' }))
  await app.user.click(await screen.findByRole('button', { name: 'Fermer le lien' }))
  expect(await screen.findByText(/Fermé\./)).toBeVisible()
  expect(close).toHaveBeenCalledWith(aLink.id)
  expect(screen.queryByRole('button', { name: 'Fermer ce lien' })).toBeNull()
})

test('without network nothing is published, and nothing that was typed or chosen is lost', async () => {
  publish.mockResolvedValueOnce({ ok: false, reason: 'offline' })
  app.opens('/chiffres/lien')
  await app.user.click(await screen.findByRole('radio', { name: '1 an' }))
  await app.user.click(screen.getByRole('button', { name: 'Publier ce bilan' }))
  expect(await screen.findByText('Publier demande du réseau.')).toBeVisible()
  expect(await readBilan(app.db)).toEqual(choices)
  await app.user.click(screen.getByRole('button', { name: 'Réessayer' }))
  expect(await screen.findByLabelText('Adresse à donner')).toHaveValue(url)
  expect(publish.mock.lastCall?.[0]).toMatchObject({ duration: '1-an' })
  preview.mockResolvedValue({ ok: false, reason: 'offline' })
  list.mockResolvedValue({ ok: false, reason: 'offline' })
  app.opens('/chiffres/lien')
  expect(await screen.findByText('Publier demande du réseau.')).toBeVisible()
  expect(screen.getByText('Vos liens se lisent avec du réseau.')).toBeVisible()
})

test('months that are counted in another bilan are refused, with which and why', async () => {
  const year = { from: calendarDaySchema.parse('2025-01-01'), to: calendarDaySchema.parse('2025-12-31') }
  preview.mockResolvedValue({ ok: false, reason: 'already-published', period: year })
  app.opens('/chiffres/lien')
  expect(await screen.findByText(/est publié en 2025/)).toBeVisible()
  expect(screen.getByText(/En soustrayant l’un de l’autre/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Publier ce bilan' })).toBeNull()
})

test('figures that changed since they were read are read again before they are published', async () => {
  publish.mockResolvedValueOnce({ ok: false, reason: 'figures-changed' })
  app.opens('/chiffres/lien')
  await app.user.click(await screen.findByRole('button', { name: 'Publier ce bilan' }))
  await app.user.click(await screen.findByRole('button', { name: 'Réessayer' }))
  await vi.waitFor(() => expect(preview).toHaveBeenCalledTimes(2))
  expect(await screen.findByRole('button', { name: 'Publier ce bilan' })).toBeVisible()
})

test('whole months that are over are offered, twelve at most', async () => {
  app.opens('/chiffres/lien')
  const first = await screen.findByLabelText('Premier mois')
  expect(first).toHaveValue(lastMonth)
  const yearBefore = addMonths(lastMonth, -20)
  await app.user.selectOptions(first, yearBefore)
  expect(within(screen.getByLabelText('Dernier mois')).getAllByRole('option')).toHaveLength(12)
  await vi.waitFor(() =>
    expect(preview.mock.lastCall?.[0].period).toEqual({ from: yearBefore, to: lastOfMonth(yearBefore) }),
  )
})

test('a text that seems to hold a secret is said to, before it is published', async () => {
  await keepBilan(app.db, 'bilan', { ...choices, words: 'Le mot de passe : azerty123' })
  app.opens('/chiffres/lien')
  expect(await screen.findByText(/semble contenir un mot de passe/)).toBeVisible()
})

test('a structure’s bilan is published by who answers for it, and by no reader', async () => {
  const townHall: Membership = {
    structureId: aStructureId(),
    structureName: 'Mairie de Saint-Girons',
    role: 'responsable',
  }
  const chantal = anApp({ givenName: 'Chantal', scopes: [], memberships: [townHall] })
  chantal.opens(`/structure/${townHall.structureId}/lien/rapport-annuel`)
  expect(await screen.findByRole('article', { name: 'Rapport annuel d’activité' })).toBeVisible()
  await vi.waitFor(() =>
    expect(preview.mock.lastCall?.[0].owner).toEqual({ kind: 'structure', id: townHall.structureId }),
  )
  const reader = anApp({ scopes: [], memberships: [{ ...townHall, role: 'lecteur' }] })
  reader.opens(`/structure/${townHall.structureId}/lien`)
  expect(await screen.findByText('Page introuvable')).toBeVisible()
})
