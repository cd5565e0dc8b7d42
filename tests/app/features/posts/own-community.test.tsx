import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { OwnCommunity } from '../../../../src/domain/access/community-on-the-wire.ts'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import { eventLife } from '../../../../src/domain/community/event-life.ts'
import { reportIdOnEvent } from '../../../../src/domain/community/report-on-event.ts'
import { fetchOwnCommunity, keepOwnCommunity } from '../../../../src/app/data/community.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aCancelling, aCommunityEventId, aPublishing } from '../../../builders/a-community-event.ts'

vi.mock('../../../../src/app/data/community.ts', async (original) => ({
  ...(await original<object>()),
  fetchOwnCommunity: vi.fn<typeof fetchOwnCommunity>(),
}))

const today = todayHere()
let app: AppOnDevice

beforeEach(() => {
  vi.resetAllMocks()
  app = anApp({ memberships: [] })
  // Without network: what was read last is on the device.
  vi.mocked(fetchOwnCommunity).mockResolvedValue({ ok: false, reason: 'offline' })
})

function scopeOfAwa() {
  const scope = app.person.scopes[0]?.scope
  if (!scope) throw new Error('Awa files reports')
  return scope
}

function anEvent(days: number, title: string, cancelled?: string): OwnCommunity['events'][number] {
  const published = aPublishing({ title, day: addDays(today, days) })
  const life = eventLife(
    cancelled === undefined ? [published] : [published, aCancelling(published, cancelled)],
  )
  if (!life) throw new Error('it is published')
  const of = { id: aCommunityEventId(), audience: { over: 'nation' } as const, teamName: null }
  return { ...of, ...life, scopes: [scopeOfAwa()] }
}

async function kept(...events: OwnCommunity['events']): Promise<void> {
  await keepOwnCommunity(app.db, 'mine', { events, marks: [], calendarSince: null })
}

const words = async () =>
  (await app.db.other.where({ collection: 'confirmation' }).toArray()).map(({ body }) => body)

test('without network one says in a tap that one goes, which waits on the device and can be taken back', async () => {
  const event = anEvent(3, 'Parler d’IA')
  await kept(event)
  app.opens('/communaute')
  await app.user.click(await screen.findByRole('button', { name: /^J’y vais.*Parler d’IA$/ }))
  // What the page says of reading without network has the same words in the middle of a sentence.
  const isGoing = () => screen.queryByText(/(?<!que )vous y allez/)
  await waitFor(() => expect(isGoing()).toBeVisible())
  expect(await words()).toMatchObject([
    { about: 'event', event: event.id, kind: 'going', day: event.details.day },
  ])
  expect(await app.db.outbox.count()).toBe(1)
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
  await waitFor(() => expect(isGoing()).toBeNull())
})

test('an event that is over proposes its report, filled in; filed once it shows it, and asks for no other', async () => {
  const event = anEvent(-2, 'Parler d’IA')
  await kept(event)
  app.opens('/communaute')
  await app.user.click(await screen.findByRole('link', { name: /^Déposer le compte rendu/ }))
  expect(await screen.findByRole('radio', { name: /^Vie de la communauté/ })).toBeChecked()
  expect(screen.getByRole('radio', { name: /^1\sh\s30$/ })).toBeChecked()
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  const id = reportIdOnEvent(scopeOfAwa(), event.id)
  await waitFor(async () =>
    expect(await app.body(id)).toMatchObject({
      kind: 'hors_accompagnement',
      activity: 'vie_de_la_communaute',
      minutes: 90,
      date: event.details.day,
      title: 'Parler d’IA',
    }),
  )
  app.opens('/communaute')
  expect(await screen.findByRole('link', { name: /^Voir le compte rendu/ })).toBeVisible()
  expect(screen.queryByRole('link', { name: /^Déposer/ })).toBeNull()
  expect(screen.getByText(/compte rendu déposé/)).toBeVisible()
})

test('one says that one was there; a cancelled event says why, and asks for nothing', async () => {
  await kept(anEvent(-2, 'Partage'), anEvent(4, 'Outils libres', 'Reporté.'))
  app.opens('/communaute')
  await app.user.click(await screen.findByRole('button', { name: /^J’y étais/ }))
  expect(await screen.findByText(/vous y étiez/)).toBeVisible()
  const coming = screen.getByRole('list', { name: 'À venir' })
  expect(within(coming).getByText(/Annulé\s: Reporté\./)).toBeVisible()
  expect(within(coming).queryByRole('button')).toBeNull()
})

test('an event that one goes to is among what is planned', async () => {
  await kept(anEvent(3, 'Parler d’IA'), anEvent(4, 'Sans moi'))
  app.opens('/communaute')
  await app.user.click(await screen.findByRole('button', { name: /^J’y vais.*Parler d’IA$/ }))
  await screen.findByText(/vous y allez/)
  app.opens('/agenda')
  expect(await screen.findByRole('link', { name: /Parler d’IA/ })).toBeVisible()
  expect(screen.queryByText('Sans moi')).toBeNull()
})

test('what was never read here will be with the network', async () => {
  app.opens('/communaute')
  expect(await screen.findByText(/elle s’affichera quand le réseau reviendra/)).toBeVisible()
})
