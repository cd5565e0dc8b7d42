import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { OwnReminders } from '../../../../src/domain/access/reminders.ts'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import { firstSilentDay } from '../../../../src/domain/reminders/silence.ts'
import { badgeCount } from '../../../../src/app/data/badge-count.ts'
import { writeMeta } from '../../../../src/app/data/meta.ts'
import {
  keepOwnAnswer,
  readOwnAnswers,
  sendOwnAnswers,
} from '../../../../src/app/data/own-reminder-answers.ts'
import { fetchOwnReminders, keepOwnReminders, sendOwnAnswer } from '../../../../src/app/data/reminders.ts'
import { newCursor } from '../../../../src/app/data/scope-cursor.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { aReport } from '../../../builders/a-report.ts'
import { saveDocument } from '../../../../src/app/data/save-document.ts'
import { anOwnScope } from '../../../builders/a-person.ts'
import { aDocumentId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/reminders.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchOwnReminders: vi.fn<typeof fetchOwnReminders>(),
  sendOwnAnswer: vi.fn<typeof sendOwnAnswer>(),
}))

const today = todayHere()
const send = vi.mocked(sendOwnAnswer)
let app: AppOnDevice

/** Long enough, whatever holidays there were. */
const silentDays = 25
const lastDay = addDays(today, -silentDays)

beforeEach(async () => {
  vi.resetAllMocks()
  vi.mocked(fetchOwnReminders).mockResolvedValue({ ok: false, reason: 'offline' })
  send.mockResolvedValue(false)
  app = anApp()
  await hasReadEverything()
})

/** As after a pull: the device knows the post, and all that is in it. */
async function hasReadEverything([own] = app.person.scopes) {
  if (!own) throw new Error('Awa files reports')
  const { scope, role, structureId, structureName, structureCommune, contracts } = own
  const post = { role, structureId, structureCommune }
  await app.db.cursor.put({
    ...newCursor(scope),
    complete: true,
    canWrite: true,
    label: structureName,
    contracts,
    post,
  })
  await writeMeta(app.db, 'pulledOnce', true)
  return own
}

const absences = async () =>
  (await app.db.other.where({ collection: 'absence' }).toArray())
    .filter(({ state }) => state === 'live')
    .map(({ body }) => body)
const heading = /^Aucune activité depuis/

test('after a silence it says since when, and one tap declares leave, without network, that can be taken back', async () => {
  await app.files({ date: lastDay })
  app.opens('/')
  expect(
    await screen.findByRole('heading', { name: `Aucune activité depuis ${silentDays}\u00A0jours` }),
  ).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'Congé' }))
  expect(await screen.findByText(/^Congé enregistré, du /)).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('heading', { name: heading })).toBeNull())
  expect(await absences()).toEqual([
    { kind: 'conge', from: firstSilentDay({ since: lastDay }), to: today, declaredBy: 'advisor' },
  ])
  await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
  expect(await screen.findByRole('heading', { name: heading })).toBeVisible()
  expect(await absences()).toEqual([])
})

test('silent at one of two structures, it is said of that one, whatever was filed at the other', async () => {
  app = anApp({ scopes: [anOwnScope(), anOwnScope({ structureName: 'Association de Foix' })] })
  const [here, there] = app.person.scopes
  if (!here || !there) throw new Error('she works at two structures')
  await hasReadEverything([here])
  await hasReadEverything([there])
  await app.files({ date: addDays(today, -1) })
  const body = aReport({ date: lastDay })
  await saveDocument(app.db, { scope: there.scope, collection: 'report', id: aDocumentId(), body })
  app.opens('/')
  expect(
    await screen.findByRole('heading', {
      name: `Aucune activité depuis ${silentDays}\u00A0jours, Association de Foix`,
    }),
  ).toBeVisible()
  expect(screen.getAllByRole('heading', { name: heading })).toHaveLength(1)
  await app.user.click(screen.getByRole('button', { name: 'Je n’ai pas eu d’activité' }))
  await waitFor(() => expect(screen.queryByRole('heading', { name: heading })).toBeNull())
  expect((await readOwnAnswers(app.db)).map(({ structure }) => structure)).toEqual([there.structureId])
})

test('an answer in words stops it here at once, and is sent when there is network, once', async () => {
  await app.files({ date: lastDay })
  app.opens('/')
  await app.user.click(await screen.findByRole('button', { name: 'Je n’ai pas eu d’activité' }))
  await waitFor(() => expect(screen.queryByRole('heading', { name: heading })).toBeNull())
  const later = Date.now() + 60_000
  await sendOwnAnswers(app.db, later)
  expect((await readOwnAnswers(app.db)).map(({ isSent }) => isSent)).toEqual([false])
  send.mockResolvedValue(true)
  await sendOwnAnswers(app.db, later)
  await sendOwnAnswers(app.db, later)
  expect(send.mock.calls.map(([{ reason, on }]) => [reason, on])).toEqual([
    ['no-activity', today],
    ['no-activity', today],
  ])
  expect(new Set(send.mock.calls.map(([{ key }]) => key)).size).toBe(1)
})

test('what is taken back is never sent', async () => {
  const { structureId: structure } = await hasReadEverything()
  const takeBack = await keepOwnAnswer(app.db, { structure, reason: 'left', on: today })
  await sendOwnAnswers(app.db)
  await takeBack()
  await sendOwnAnswers(app.db, Date.now() + 60_000)
  expect(send).not.toHaveBeenCalled()
})

test('reports to file: the form opens, and the reminder waits', async () => {
  await app.files({ date: lastDay })
  app.opens('/')
  await app.user.click(await screen.findByRole('button', { name: 'J’ai des comptes rendus à saisir' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Compte rendu' })).toBeVisible()
  app.opens('/')
  await screen.findByRole('heading', { name: 'Derniers comptes rendus' })
  await waitFor(async () => expect((await app.db.meta.get('reminders'))?.value).toMatchObject({ count: 0 }))
  expect(screen.queryByRole('heading', { name: heading })).toBeNull()
})

test('what was sent and asked elsewhere is shown, and the structure’s answer stops it', async () => {
  await app.files({ date: lastDay })
  const { structureId, structureName } = await hasReadEverything()
  const told: OwnReminders = {
    stoppedAt: null,
    sent: [{ reader: 'advisor', structureName, at: `${addDays(today, -3)}T08:00:00.000Z` }],
    months: [],
    answers: [{ structureId, reader: 'structure', reason: 'asked', on: addDays(today, -2) }],
  }
  await keepOwnReminders(app.db, told)
  app.opens('/')
  expect(
    await screen.findByText(/Votre structure a demandé de vos nouvelles.*Un rappel vous a été envoyé/),
  ).toBeVisible()
  const known = { structureId, reader: 'structure' as const, reason: 'planned' as const, on: today }
  await keepOwnReminders(app.db, { ...told, answers: [known] })
  await waitFor(() => expect(screen.queryByRole('heading', { name: heading })).toBeNull())
})

test('nothing is said as long as an activity is recent, or the device hasn’t read everything', async () => {
  await app.files({ date: addDays(today, -3) })
  app.opens('/')
  await screen.findByRole('heading', { name: 'Derniers comptes rendus' })
  expect(screen.queryByRole('heading', { name: heading })).toBeNull()
  const other = anApp()
  await other.files({ date: lastDay })
  other.opens('/')
  await screen.findByRole('heading', { name: 'Derniers comptes rendus' })
  await waitFor(async () => expect((await other.db.meta.get('reminders'))?.value).toMatchObject({ count: 0 }))
  expect(screen.queryByRole('heading', { name: heading })).toBeNull()
})

test('I25 the icon counts a reminder beside what waits to be sent, until an activity is filed', async () => {
  await app.files({ date: lastDay })
  app.opens('/')
  await screen.findByRole('heading', { name: heading })
  const count = () => badgeCount(app.db, { now: Date.now(), today }, 0)
  await waitFor(async () => expect(await count()).toBe(2))
  await app.db.outbox.clear()
  expect(await count()).toBe(1)
  await app.files(aReport({ date: today }))
  expect(await count()).toBe(1)
  await app.db.outbox.clear()
  expect(await count()).toBe(0)
})
