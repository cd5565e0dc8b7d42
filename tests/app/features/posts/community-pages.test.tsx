import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { PublishedEvent, TeamEvent } from '../../../../src/domain/access/community-on-the-wire.ts'
import type { LedTeam, Membership } from '../../../../src/domain/access/signed-in-person.ts'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import { addToMonth, monthOfDay } from '../../../../src/domain/calendar-month.ts'
import { eventLife } from '../../../../src/domain/community/event-life.ts'
import {
  fetchStructureCommunity,
  fetchTeamEvents,
  fetchTerritoryEvents,
  markAttendance,
  sayOfEvent,
} from '../../../../src/app/data/community.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { anApp } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aCancelling, aCommunityEventId, aPublishing } from '../../../builders/a-community-event.ts'
import { aTeamId } from '../../../builders/an-id.ts'
import { awasScope, brunosScope, ours } from '../../../builders/a-post-fact.ts'

vi.mock('../../../../src/app/data/community.ts', async (original) => ({
  ...(await original<object>()),
  fetchTerritoryEvents: vi.fn<typeof fetchTerritoryEvents>(),
  fetchTeamEvents: vi.fn<typeof fetchTeamEvents>(),
  fetchStructureCommunity: vi.fn<typeof fetchStructureCommunity>(),
  markAttendance: vi.fn<typeof markAttendance>(),
  sayOfEvent: vi.fn<typeof sayOfEvent>(),
}))

const today = todayHere()
const townHall: Membership = {
  structureId: ours,
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const ariege: LedTeam = { teamId: aTeamId(), teamName: 'Équipe Ariège' }
const people = [
  { scope: awasScope, name: 'Awa Diallo' },
  { scope: brunosScope, name: 'Bruno Estèbe' },
]
const nothingSaid = { plans: null, wasThere: null, by: null, differs: false } as const

beforeEach(() => {
  vi.resetAllMocks()
  vi.mocked(markAttendance).mockResolvedValue({ ok: true })
  vi.mocked(sayOfEvent).mockResolvedValue({ ok: true })
})

function anEvent(days: number, title: string, fields: Partial<PublishedEvent> = {}): PublishedEvent {
  const life = eventLife([aPublishing({ title, day: addDays(today, days) })])
  if (!life) throw new Error('it is published')
  return { id: aCommunityEventId(), audience: { over: 'nation' }, teamName: null, ...life, ...fields }
}

test('the State publishes an event once all is there, and reads of nobody who goes', async () => {
  vi.mocked(fetchTerritoryEvents).mockResolvedValue({
    ok: true,
    figures: { today, events: [anEvent(3, 'Parler d’IA'), anEvent(-5, 'Rencontre de Foix')] },
  })
  const app = anApp({ scopes: [], state: { department: null } })
  app.opens('/etat/communaute')
  expect(await screen.findByRole('list', { name: 'À venir' })).toHaveTextContent('Parler d’IA')
  expect(screen.getByRole('list', { name: 'Passés' })).toHaveTextContent('Rencontre de Foix')
  expect(screen.queryByText(/présence|y était/)).toBeNull()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'Publier un évènement' }))
  const dialog = await screen.findByRole('dialog')
  await app.user.click(within(dialog).getByRole('button', { name: 'Publier cet évènement' }))
  expect(sayOfEvent).not.toHaveBeenCalled()
  expect(within(dialog).getByLabelText('Titre')).toBeInvalid()
  expect(await accessibilityViolations()).toEqual([])
})

test('who isn’t of the State reads none of its events', async () => {
  anApp({ memberships: [] }).opens('/etat/communaute')
  expect(await screen.findByRole('heading', { name: 'Vie de la communauté' })).toBeVisible()
  expect(fetchTerritoryEvents).not.toHaveBeenCalled()
  expect(screen.queryByRole('button', { name: 'Publier un évènement' })).toBeNull()
})

function teamReads(attendance: TeamEvent['invited'][number]['attendance'], ...others: PublishedEvent[]) {
  const invited = [
    { scope: awasScope, attendance },
    { scope: brunosScope, attendance: nothingSaid },
  ]
  vi.mocked(fetchTeamEvents).mockResolvedValue({
    ok: true,
    figures: {
      today,
      members: people,
      events: [
        { ...anEvent(-2, 'Outils libres'), invited },
        ...others.map((event) => ({ ...event, invited: [{ scope: awasScope, attendance: nothingSaid }] })),
      ],
    },
  })
}

test('a coordinator marks who was there, in words that are anybody’s, beside what each says themselves', async () => {
  teamReads({ plans: null, wasThere: true, by: 'advisor', differs: false }, anEvent(4, 'À venir'))
  const app = anApp({ scopes: [], ledTeams: [ariege] })
  app.opens(`/equipe/${ariege.teamId}/communaute`)
  expect(await screen.findByText(/1\smembre y était/)).toBeVisible()
  // What hasn't begun isn't marked.
  const mark = screen.getByRole('button', { name: /^Noter les présences.*Outils libres$/ })
  await app.user.click(mark)
  const dialog = await screen.findByRole('dialog', { name: 'Présences, Outils libres' })
  const [awa, bruno] = ['Awa Diallo', 'Bruno Estèbe'].map((name) =>
    within(dialog).getByRole('radiogroup', { name: new RegExp(name) }),
  )
  if (!awa || !bruno) throw new Error('both are asked about')
  expect(within(awa).getByText('Dit y avoir été.')).toBeVisible()
  expect(dialog.textContent).not.toMatch(/présent|absent/i)
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(within(bruno).getByRole('radio', { name: 'N’y était pas' }))
  await waitFor(() => expect(markAttendance).toHaveBeenCalledOnce())
  expect(vi.mocked(markAttendance).mock.calls[0]).toMatchObject([
    { team: ariege.teamId },
    { scope: brunosScope, says: 'absent' },
  ])
})

test('a mark that isn’t taken is told in the dialog', async () => {
  teamReads(nothingSaid)
  vi.mocked(markAttendance).mockResolvedValue({ ok: false, problem: undefined })
  const app = anApp({ scopes: [], ledTeams: [ariege] })
  app.opens(`/equipe/${ariege.teamId}/communaute`)
  await app.user.click(await screen.findByRole('button', { name: /^Noter les présences/ }))
  const dialog = await screen.findByRole('dialog')
  await app.user.click(within(dialog).getAllByRole('radio', { name: 'Y était' })[0] ?? dialog)
  expect(await within(dialog).findByText('Le serveur ne répond pas.')).toBeVisible()
})

test('a structure reads hours by month, and by name who was there', async () => {
  const month = monthOfDay(today)
  const invited = [
    { scope: awasScope, attendance: { ...nothingSaid, wasThere: true, by: 'coordinator' as const } },
    { scope: brunosScope, attendance: nothingSaid },
  ]
  const cancelled = aCancelling(aPublishing(), 'Reporté.')
  if (cancelled.kind !== 'cancelled') throw new Error('it is cancelled')
  vi.mocked(fetchStructureCommunity).mockResolvedValue({
    ok: true,
    figures: {
      today,
      advisors: people.map((one, index) => ({
        ...one,
        months: [
          { month: addToMonth(month, -1), minutes: 0 },
          { month, minutes: index === 0 ? 150 : 0 },
        ],
      })),
      events: [
        { ...anEvent(-2, 'Outils libres'), invited },
        { ...anEvent(-9, 'Rencontre', { cancelled: cancelled.words }), invited },
      ],
    },
  })
  const app = anApp({ scopes: [], memberships: [townHall] })
  app.opens(`/structure/${ours}/communaute`)
  expect(await screen.findByText(/présence\s: Awa Diallo$/)).toBeVisible()
  expect(screen.getByText(/Annulé\s: Reporté\./)).toBeVisible()
  expect(screen.getByRole('table', { name: /mois par mois/ })).toHaveTextContent(/2\sh\s30/)
  expect(await accessibilityViolations()).toEqual([])
  // Read last, it is there without network.
  vi.mocked(fetchStructureCommunity).mockResolvedValue({ ok: false, reason: 'offline' })
  app.opens(`/structure/${ours}/communaute`)
  expect(await screen.findByText('Vous lisez la dernière page gardée sur cet appareil.')).toBeVisible()
  expect(screen.getByText(/présence\s: Awa Diallo$/)).toBeVisible()
})
