import { renderHook, screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import { reportIdOnHalfDay } from '../../../../src/domain/commitments/training/report-on-half-day.ts'
import type { TrainingFact } from '../../../../src/domain/commitments/training/training-fact.ts'
import { eventLife } from '../../../../src/domain/community/event-life.ts'
import { reportIdOnEvent } from '../../../../src/domain/community/report-on-event.ts'
import { badgeCount, countMore, keptMore } from '../../../../src/app/data/badge-count.ts'
import { fetchOwnCommunity, keepOwnCommunity } from '../../../../src/app/data/community.ts'
import { saveDocument } from '../../../../src/app/data/save-document.ts'
import { newCursor } from '../../../../src/app/data/scope-cursor.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { fetchOwnTraining, keepOwnTraining } from '../../../../src/app/data/training.ts'
import { useBadgeCount } from '../../../../src/app/data/react/use-badge-count.ts'
import { DatabaseProvider } from '../../../../src/app/data/react/database-context.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aCommunityEventId, aPublishing } from '../../../builders/a-community-event.ts'
import { aReport } from '../../../builders/a-report.ts'
import { ours } from '../../../builders/a-post-fact.ts'
import { aConvocation, aHalfDay, anAttendance } from '../../../builders/a-training-fact.ts'
import { aDocumentId } from '../../../builders/an-id.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import type { CollectionName } from '../../../../src/domain/sync/op.ts'

vi.mock('../../../../src/app/data/training.ts', async (original) => ({
  ...(await original<object>()),
  fetchOwnTraining: vi.fn<typeof fetchOwnTraining>(),
}))
vi.mock('../../../../src/app/data/community.ts', async (original) => ({
  ...(await original<object>()),
  fetchOwnCommunity: vi.fn<typeof fetchOwnCommunity>(),
}))

const today = todayHere()
let app: AppOnDevice

beforeEach(async () => {
  vi.resetAllMocks()
  app = anApp({ memberships: [] })
  // Without network: what was read last is on the device, and all reports.
  vi.mocked(fetchOwnTraining).mockResolvedValue({ ok: false, reason: 'offline' })
  vi.mocked(fetchOwnCommunity).mockResolvedValue({ ok: false, reason: 'offline' })
  await app.db.cursor.put({ ...newCursor(scope()), complete: true })
})

function scope() {
  const own = app.person.scopes[0]?.scope
  if (!own) throw new Error('Awa files reports')
  return own
}

function training(...facts: readonly TrainingFact[]) {
  const own = { scope: scope(), structureId: ours, structureName: 'Mairie', bodyName: null, reported: [] }
  const contracts = [{ starts: addDays(today, -100), ends: null }]
  return { structures: [{ ...own, contracts, facts: [...facts] }] }
}

async function keepsTraining(...facts: readonly TrainingFact[]): Promise<void> {
  await keepOwnTraining(app.db, 'mine', training(...facts))
}

/** An event of some days away that Awa said she goes to. */
async function goesTo(days: number, title: string) {
  const life = eventLife([aPublishing({ title, day: addDays(today, days) })])
  if (!life) throw new Error('it is published')
  const of = { id: aCommunityEventId(), audience: { over: 'nation' } as const, teamName: null }
  const event = { ...of, ...life, scopes: [scope()] }
  await keepOwnCommunity(app.db, 'mine', { events: [event], marks: [], calendarSince: null })
  await saveDocument(app.db, {
    scope: scope(),
    collection: 'confirmation',
    id: aDocumentId(),
    body: {
      about: 'event',
      event: event.id,
      day: life.details.day,
      kind: 'going',
      at: new Date(0).toISOString(),
    },
  })
  return event
}

test('half-days of training and exams are in the agenda, by day, without network', async () => {
  const morning = aHalfDay(today, { title: 'Concevoir un atelier', place: 'Foix' })
  await keepsTraining(
    morning,
    aConvocation(addDays(today, 7)),
    aHalfDay(addDays(today, -1), { title: 'Hier' }),
  )
  app.opens('/agenda')
  const list = await screen.findByRole('list', { name: 'Formation ce jour-là' })
  expect(within(list).getByRole('link', { name: /Concevoir un atelier.*matin, Foix/ })).toBeVisible()
  const next = await screen.findByRole('list', { name: 'Formation, ensuite' })
  expect(within(next).getByRole('link', { name: /Examen.*CCP1/ })).toHaveAttribute('href', '/formation')
  expect(screen.queryByText('Hier')).toBeNull()
  expect(await accessibilityViolations()).toEqual([])
})

test('the agenda keeps what the server says now', async () => {
  const coming = aHalfDay(addDays(today, 3), { title: 'Publics éloignés' })
  vi.mocked(fetchOwnTraining).mockResolvedValue({ ok: true, figures: training(coming) })
  app.opens('/agenda')
  expect(await screen.findByText('Publics éloignés')).toBeVisible()
  vi.mocked(fetchOwnTraining).mockResolvedValue({ ok: false, reason: 'offline' })
  app.opens('/agenda')
  expect(await screen.findByText('Publics éloignés')).toBeVisible()
})

test('a half-day that is over is to complete, its report filled in, filed in one tap more, once', async () => {
  const held = aHalfDay(addDays(today, -1), { title: 'Posture' })
  const missed = aHalfDay(addDays(today, -2), { title: 'Manquée' })
  await keepsTraining(held, missed, anAttendance(missed, 'excused'))
  app.opens('/')
  const list = await screen.findByRole('list', { name: 'À compléter (1)' })
  await app.user.click(await within(list).findByRole('link', { name: /Posture.*Hier, formation/ }))
  expect(await screen.findByRole('radio', { name: 'Formation' })).toBeChecked()
  await waitFor(() => expect(screen.getByRole('radio', { name: 'Hier' })).toBeChecked())
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  const id = reportIdOnHalfDay(scope(), held.session)
  await waitFor(async () =>
    expect(await app.body(id)).toMatchObject({
      kind: 'hors_accompagnement',
      activity: 'formation',
      minutes: 210,
      date: held.day,
      title: 'Posture',
    }),
  )
  app.opens('/')
  await screen.findByRole('heading', { name: 'Derniers comptes rendus' })
  await waitFor(() => expect(screen.queryByText(/À compléter/)).toBeNull())
  app.opens(`/agenda?jour=${held.day}`)
  expect(await screen.findByRole('link', { name: /Posture.*compte rendu déposé/ })).toBeVisible()
})

test('an event that one goes to is to complete once it is over, with what is planned of one’s own, the oldest first', async () => {
  const event = await goesTo(-2, 'Parler d’IA')
  await keepsTraining(aHalfDay(addDays(today, -1), { title: 'Posture' }))
  app.opens('/agenda/a-completer')
  const list = await screen.findByRole('list', { name: 'Rendez-vous passés' })
  const links = await within(list).findAllByRole('link')
  expect(links.map((link) => link.textContent)).toEqual([
    expect.stringContaining('Parler d’IA'),
    expect.stringContaining('Posture'),
  ])
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(within(list).getByRole('link', { name: /Parler d’IA/ }))
  await app.user.click(await screen.findByRole('button', { name: 'Enregistrer' }))
  await waitFor(async () =>
    expect(await app.body(reportIdOnEvent(scope(), event.id))).toMatchObject({
      activity: 'vie_de_la_communaute',
    }),
  )
})

test('a half-day that is a report by hand already, or a draft, isn’t proposed', async () => {
  const held = aHalfDay(addDays(today, -1), { title: 'Posture' })
  await keepsTraining(held)
  app.opens(`/compte-rendu?prevu=${held.session}`)
  await app.user.type(await screen.findByLabelText(/^Note/), 'Un mot')
  await waitFor(async () => expect(await app.db.draft.count()).toBe(1))
  app.opens('/')
  // As a draft, once.
  await screen.findByRole('heading', { name: 'À compléter (1)' })
  await app.db.draft.clear()
  await app.files({ kind: 'hors_accompagnement', activity: 'formation', minutes: 210, date: held.day })
  app.opens('/')
  await screen.findByRole('heading', { name: 'Derniers comptes rendus' })
  await waitFor(() => expect(screen.queryByText(/À compléter/)).toBeNull())
})

test('as long as reports filed elsewhere are still to come, none is proposed', async () => {
  await app.db.cursor.put(newCursor(scope()))
  await keepsTraining(aHalfDay(addDays(today, -1), { title: 'Posture' }))
  app.opens('/agenda/a-completer')
  expect(await screen.findByText('Aucun compte rendu n’est attendu.')).toBeVisible()
})

/** A document that the server has. */
async function has(collection: CollectionName, body: JsonObject): Promise<void> {
  await saveDocument(app.db, { scope: scope(), collection, id: aDocumentId(), body })
  await app.db.outbox.clear()
}

/** The number in the heading. */
async function shownToComplete(): Promise<number> {
  app.opens('/')
  await screen.findByRole('heading', { name: 'Derniers comptes rendus' })
  const heading = await screen.findByRole('heading', { name: /À compléter/ })
  return Number(/\((\d+)\)/.exec(heading.textContent)?.[1])
}

test('I25 with all sent the icon counts what À compléter shows: what others planned, drafts and questions too', async () => {
  const moment = { now: Date.now(), today }
  const counted = async () => badgeCount(app.db, moment, await countMore(app.db, moment))
  await has('report', aReport({ date: addDays(today, -3) }))
  const report = (await app.db.report.toCollection().first())?.id ?? ''
  const yesterday = addDays(today, -1)
  await goesTo(-2, 'Parler d’IA')
  await keepsTraining(aHalfDay(yesterday, { title: 'Posture' }), aConvocation(addDays(today, -4)))
  await has('appointment', { title: 'Rendez-vous', state: 'prevu', date: yesterday, allDay: true })
  await app.db.outbox.clear()
  expect(await counted()).toBe(4)
  expect(await shownToComplete()).toBe(4)

  const at = '2026-11-23T10:00:00.000Z'
  const words = { from: 'structure', fromName: 'Chantal Rouch', text: 'Deux heures ?', rev: 1, at }
  await has('report-message', { report, kind: 'question', ...words })
  const id = aDocumentId()
  const draft = { id, scope: scope(), values: { themes: ['email'] }, updatedAt: 1 }
  await app.db.draft.put({ ...draft, kind: 'report', editing: false })
  expect(await counted()).toBe(6)
  expect(await shownToComplete()).toBe(6)

  // One of each kind is settled.
  await app.db.draft.clear()
  await app.db.appointment.clear()
  await keepsTraining(aConvocation(addDays(today, -4)))
  expect(await counted()).toBe(3)
  expect(await shownToComplete()).toBe(3)
})

test('I25 the icon’s count follows a calendar that comes to the device, and a report that is filed on it', async () => {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <DatabaseProvider value={app.db}>{children}</DatabaseProvider>
  )
  const { result } = renderHook(() => useBadgeCount(), { wrapper })
  await waitFor(() => expect(result.current).toBe(0))
  const held = aHalfDay(addDays(today, -1), { title: 'Posture' })
  await keepsTraining(held)
  await waitFor(() => expect(result.current).toBe(1))
  // For the service worker, which looks no further.
  await waitFor(async () => expect(await keptMore(app.db)).toBe(1))
  const body = aReport({ kind: 'hors_accompagnement', activity: 'formation', minutes: 210, date: held.day })
  const id = reportIdOnHalfDay(scope(), held.session)
  await saveDocument(app.db, { scope: scope(), collection: 'report', id, body })
  // It waits to be sent.
  await waitFor(async () => expect(await app.db.outbox.count()).toBe(1))
  await app.db.outbox.clear()
  await waitFor(() => expect(result.current).toBe(0))
})
