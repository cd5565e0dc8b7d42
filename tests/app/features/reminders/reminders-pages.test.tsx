import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type {
  OwnReminders,
  StateReminders,
  StructureSilence,
  TeamReminders,
} from '../../../../src/domain/access/reminders.ts'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import { calendarMonthSchema } from '../../../../src/domain/calendar-month.ts'
import { firstSilentDay } from '../../../../src/domain/reminders/silence.ts'
import {
  answerForState,
  answerForStructure,
  answerForTeam,
  chooseMail,
  fetchOwnReminders,
  fetchStateReminders,
  fetchStructureReminders,
  fetchTeamReminders,
} from '../../../../src/app/data/reminders.ts'
import { declareAbsenceOf } from '../../../../src/app/data/structure-absences.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { aPersonId, aStructureId, aTeamId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/reminders.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStructureReminders: vi.fn<typeof fetchStructureReminders>(),
  fetchTeamReminders: vi.fn<typeof fetchTeamReminders>(),
  fetchStateReminders: vi.fn<typeof fetchStateReminders>(),
  fetchOwnReminders: vi.fn<typeof fetchOwnReminders>(),
  answerForStructure: vi.fn<typeof answerForStructure>(),
  answerForTeam: vi.fn<typeof answerForTeam>(),
  answerForState: vi.fn<typeof answerForState>(),
  chooseMail: vi.fn<typeof chooseMail>(),
}))
vi.mock('../../../../src/app/data/structure-absences.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  declareAbsenceOf: vi.fn<typeof declareAbsenceOf>(),
}))

const today = todayHere()
const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const team = { teamId: aTeamId(), teamName: 'Équipe de l’Ariège' }
const address = `/structure/${townHall.structureId}/relances`
const done = { ok: true, isAsked: false } as const
const since = addDays(today, -35)
const silence = { lastActivity: since, since, days: 35 }
let app: AppOnDevice

function aSilence(fields: Partial<StructureSilence> = {}): StructureSilence {
  return {
    advisorId: aPersonId(),
    advisorName: 'Bruno Estèbe',
    ...silence,
    turn: 'structure',
    absences: [],
    answers: [],
    stoppedUntil: null,
    sent: [],
    ...fields,
  }
}

function silentAre(...silences: StructureSilence[]): void {
  vi.mocked(fetchStructureReminders).mockResolvedValue({ ok: true, figures: { silences } })
}

function opensAs(role: Membership['role'] = 'responsable'): void {
  app = anApp({ scopes: [], memberships: [{ ...townHall, role }] })
  app.opens(address)
}

beforeEach(() => {
  vi.resetAllMocks()
})

test('a structure reads whose turn it is to answer about, what explains it and what was sent', async () => {
  const mailed = [{ reader: 'structure' as const, at: `${addDays(today, -1)}T08:00:00.000Z` }]
  const said = [{ reader: 'advisor' as const, reason: 'to-file' as const, on: addDays(today, -4) }]
  const lena = aSilence({ advisorName: 'Léna Portal', turn: 'advisor', days: 16 })
  const nora = aSilence({ advisorName: 'Nora Vidal', stoppedUntil: addDays(today, 3) })
  silentAre(aSilence({ sent: mailed, answers: said }), lena, nora)
  opensAs()
  const ours = within(await screen.findByRole('region', { name: 'À vous de répondre' }))
  expect(ours.getByRole('heading', { name: 'Bruno Estèbe' })).toBeVisible()
  expect(ours.getByText(/^35 jours sans activité ni absence qui l’explique/)).toBeVisible()
  expect(ours.getByText(/^La personne a des comptes rendus à saisir, le /)).toBeVisible()
  expect(ours.getByText(/^Courriels envoyés : à la structure le /)).toBeVisible()
  expect(within(screen.getByRole('region', { name: 'Déjà répondu' })).getByText('Nora Vidal')).toBeVisible()
  const asked = screen.getByRole('region', { name: 'La personne est relancée' })
  expect(within(asked).getByText('Léna Portal')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('one tap declares the absence of the whole silence; tried again after no answer it has the same key', async () => {
  const bruno = aSilence()
  silentAre(bruno)
  const declare = vi.mocked(declareAbsenceOf).mockResolvedValue({ ok: false, sentence: '' })
  opensAs()
  const days = await screen.findByRole('group', { name: /^En absence du .* à aujourd’hui\s*, Bruno Estèbe/ })
  const button = within(days).getByRole('button', { name: 'Congé' })
  await app.user.click(button)
  expect(await screen.findByText(/Le serveur ne répond pas/)).toBeVisible()
  declare.mockResolvedValue({ ok: true })
  silentAre()
  await app.user.click(button)
  expect(await screen.findByText('Personne à relancer.')).toBeVisible()
  const sent = declare.mock.calls.map(([, said]) => said)
  expect(sent[0]).toEqual(sent[1])
  expect(sent[0]?.absence).toEqual({ kind: 'conge', from: firstSilentDay({ since }), to: today })
})

test('the advisor is asked, by mail or not, and one is told which', async () => {
  const bruno = aSilence()
  silentAre(bruno)
  const answer = vi.mocked(answerForStructure).mockResolvedValue({ ok: true, isAsked: true })
  opensAs()
  const button = await screen.findByRole('button', { name: /^Demander à la personne\s*: Bruno Estèbe$/ })
  await app.user.click(button)
  expect(await screen.findByText(/^Un courriel part à Bruno Estèbe/)).toBeVisible()
  answer.mockResolvedValue(done)
  await app.user.click(button)
  expect(await screen.findByText(/Pas de courriel : un seul par semaine/)).toBeVisible()
  const [first, second] = answer.mock.calls.map(([about]) => about)
  expect(first).toMatchObject({ advisor: bruno.advisorId, structure: townHall.structureId, reason: 'asked' })
  expect(second?.key).not.toBe(first?.key)
})

test('who only reads answers nothing, and without network the last list is shown', async () => {
  silentAre(aSilence())
  opensAs('lecteur')
  expect(await screen.findByText('Bruno Estèbe')).toBeVisible()
  expect(screen.queryByRole('button', { name: /Bruno|Congé/ })).toBeNull()
  vi.mocked(fetchStructureReminders).mockResolvedValue({ ok: false, reason: 'offline' })
  app.opens(address)
  expect(await screen.findByText(/Vous lisez la dernière liste gardée/)).toBeVisible()
  expect(screen.getByText('Bruno Estèbe')).toBeVisible()
})

test('who coordinates reads who and where, that somebody answered, and answers', async () => {
  const nora: TeamReminders['silences'][number] = {
    advisorId: aPersonId(),
    advisorName: 'Nora Vidal',
    structureId: aStructureId(),
    structureName: 'Centre social de Pamiers',
    ...silence,
    days: 50,
    sent: [],
    answeredOn: addDays(today, -2),
    own: null,
  }
  vi.mocked(fetchTeamReminders).mockResolvedValue({ ok: true, figures: { silences: [nora] } })
  const answer = vi.mocked(answerForTeam).mockResolvedValue(done)
  app = anApp({ scopes: [], ledTeams: [team] })
  app.opens(`/equipe/${team.teamId}/relances`)
  expect(await screen.findByRole('heading', { name: 'Nora Vidal, Centre social de Pamiers' })).toBeVisible()
  expect(screen.getByText(/^La personne ou sa structure a répondu le /)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: /^La situation est connue/ }))
  expect(await screen.findByText('C’est noté.')).toBeVisible()
  expect(answer.mock.calls[0]?.[1]).toMatchObject({ advisor: nora.advisorId, reason: 'known' })
})

test('the State reads structures by department, without anybody’s name, and answers', async () => {
  const pamiers: StateReminders['structures'][number] = {
    structureId: aStructureId(),
    structureName: 'Centre social de Pamiers',
    department: '09',
    hasResponsable: false,
    posts: [{ since, days: 50 }],
    sent: [],
    answeredOn: null,
    own: { reason: 'contacting', on: addDays(today, -1) },
  }
  vi.mocked(fetchStateReminders).mockResolvedValue({ ok: true, figures: { structures: [pamiers] } })
  vi.mocked(answerForState).mockResolvedValue(done)
  app = anApp({ scopes: [], state: { department: null } })
  app.opens('/etat/relances')
  const ariege = within(await screen.findByRole('region', { name: 'Ariège (09)' }))
  expect(ariege.getByText(/^1 poste sans activité : depuis le .*, soit 50 jours\.$/)).toBeVisible()
  expect(ariege.getByText(/^Personne n’est encore responsable/)).toBeVisible()
  expect(ariege.getByText(/^Vous avez répondu le .* : je prends contact avec la structure\.$/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(ariege.getByRole('button', { name: /^La situation est connue/ }))
  expect(await screen.findByText('C’est noté.')).toBeVisible()
})

test('one’s own page says what was sent, and mail is stopped and had again', async () => {
  const own: OwnReminders = {
    stoppedAt: `${today}T08:00:00.000Z`,
    sent: [
      { reader: 'structure', structureName: 'Mairie de Foix', at: `${addDays(today, -8)}T08:00:00.000Z` },
    ],
    months: [
      {
        structureName: 'Mairie de Foix',
        month: calendarMonthSchema.parse('2026-10'),
        standing: 'to-vouch',
        at: `${addDays(today, -1)}T08:00:00.000Z`,
      },
    ],
    answers: [],
  }
  vi.mocked(fetchOwnReminders).mockResolvedValue({ ok: true, figures: own })
  const choose = vi.mocked(chooseMail).mockResolvedValue(done)
  app = anApp()
  app.opens('/plus/relances')
  const mail = await screen.findByRole('switch', { name: 'Recevoir les rappels par courriel' })
  expect(mail).not.toBeChecked()
  expect(screen.getByText('Les activités de votre structure')).toBeVisible()
  expect(screen.getByText('Le mois d’octobre 2026 à attester')).toBeVisible()
  await app.user.click(mail)
  expect(await screen.findByText('Vous recevrez les rappels par courriel.')).toBeVisible()
  expect(mail).toBeChecked()
  choose.mockResolvedValue({ ok: false, sentence: '' })
  await app.user.click(mail)
  expect(await screen.findByText(/votre choix n’est pas changé/)).toBeVisible()
  expect(mail).toBeChecked()
})

test('nobody else is shown anything', async () => {
  app = anApp()
  app.opens('/etat/relances')
  expect(await screen.findByText('Vous n’avez pas accès à ces relances.')).toBeVisible()
  app.opens(`/equipe/${team.teamId}/relances`)
  expect(await screen.findByText('Vous n’avez pas accès à cette équipe.')).toBeVisible()
  app.opens(address)
  expect(await screen.findByText(/Vous n’avez pas accès/)).toBeVisible()
})
