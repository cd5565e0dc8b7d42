import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import type { StructureThread } from '../../../../src/domain/access/structure-questions.ts'
import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import { fetchStructureActivities } from '../../../../src/app/data/structure-activities.ts'
import { fetchStructureReport } from '../../../../src/app/data/structure-report.ts'
import { askQuestion, fetchQuestions } from '../../../../src/app/data/structure-questions.ts'
import { aPermittedActivity } from '../../../builders/a-permitted-activity.ts'
import { aDocumentId, aStructureId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/structure-activities.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStructureActivities: vi.fn<typeof fetchStructureActivities>(),
}))
vi.mock('../../../../src/app/data/structure-report.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStructureReport: vi.fn<typeof fetchStructureReport>(),
}))
vi.mock('../../../../src/app/data/structure-questions.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchQuestions: vi.fn<typeof fetchQuestions>(),
  askQuestion: vi.fn<typeof askQuestion>(),
}))

const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const activity = aPermittedActivity({ advisorName: 'Awa Diallo' })
const address = `/structure/${townHall.structureId}/activites/${activity.id}`
const read = vi.mocked(fetchQuestions)
const ask = vi.mocked(askQuestion)
let app: AppOnDevice

function begins(role: Membership['role'] = 'responsable'): void {
  app = anApp({ givenName: 'Chantal', scopes: [], memberships: [{ ...townHall, role }] })
}

beforeEach(() => {
  vi.resetAllMocks()
  const page = { items: [activity], next: null }
  vi.mocked(fetchStructureActivities).mockResolvedValue({ ok: true, page })
  vi.mocked(fetchStructureReport).mockImplementation(({ report }) => {
    const said = report === activity.id ? { activity, history: [], readings: [] } : null
    return Promise.resolve({ ok: true, figures: { readAt: 1, said } })
  })
  begins()
})

const asked = {
  id: aDocumentId(),
  kind: 'question' as const,
  byName: 'Chantal Rouch',
  isAdvisors: false,
  text: 'Est-ce bien deux heures ?',
  settles: [],
  at: '2026-11-23T10:00:00.000Z',
}

function aThread(fields: Partial<StructureThread> = {}): StructureThread {
  const { advisorId, advisorName, id: report } = activity
  const day = calendarDaySchema.parse('2026-11-20')
  return { report, advisorId, advisorName, day, isDeleted: false, messages: [asked], ...fields }
}

const answers = (...threads: StructureThread[]) => read.mockResolvedValue({ ok: true, figures: { threads } })

test('who is responsable asks about a report, and reads that an answer is awaited', async () => {
  answers()
  ask.mockResolvedValue({ ok: true })
  app.opens(address)
  await app.user.type(await screen.findByLabelText('Votre question à Awa Diallo'), asked.text)
  expect(screen.getByText(/Aucun nom de personne accompagnée/)).toBeVisible()
  answers(aThread())
  await app.user.click(screen.getByRole('button', { name: 'Envoyer la question' }))
  expect(await screen.findByText('Une réponse est attendue.')).toBeVisible()
  expect(ask.mock.calls[0]?.[1]).toMatchObject({
    report: activity.id,
    advisor: activity.advisorId,
    text: asked.text,
  })
  expect(screen.getByLabelText('Votre question à Awa Diallo')).toHaveValue('')
  expect(await accessibilityViolations()).toEqual([])
})

test('what could not be sent stays, and has the same key when it is tried again', async () => {
  answers()
  ask.mockResolvedValue({ ok: false, sentence: '' })
  app.opens(address)
  await app.user.type(await screen.findByLabelText('Votre question à Awa Diallo'), 'Pourquoi ?')
  await app.user.click(screen.getByRole('button', { name: 'Envoyer la question' }))
  expect(await screen.findByText(/Le serveur ne répond pas. Réessayez/)).toBeVisible()
  expect(screen.getByLabelText('Votre question à Awa Diallo')).toHaveValue('Pourquoi ?')
  await app.user.click(screen.getByRole('button', { name: 'Envoyer la question' }))
  await waitFor(() => expect(ask).toHaveBeenCalledTimes(2))
  expect(ask.mock.calls[1]?.[1].key).toBe(ask.mock.calls[0]?.[1].key)
})

test('the thread is read with the answer, and who only reads asks nothing', async () => {
  begins('lecteur')
  const answer = {
    ...asked,
    id: aDocumentId(),
    kind: 'answer' as const,
    byName: 'Awa Diallo',
    isAdvisors: true,
  }
  answers(aThread({ messages: [{ ...answer, text: 'Oui.', settles: [asked.id] }, asked] }))
  app.opens(address)
  const thread = await screen.findByRole('list', { name: 'Suivi de ce compte rendu' })
  expect(thread.textContent).toMatch(/Chantal Rouch.*deux heures.*Awa Diallo.*Oui\./)
  expect(screen.queryByText('Une réponse est attendue.')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Envoyer la question' })).toBeNull()
})

test('of a report that is gone, what was said is found from the list of questions', async () => {
  const gone = aDocumentId()
  answers(aThread({ report: gone, isDeleted: true }))
  app.opens(`/structure/${townHall.structureId}`)
  await app.user.click(await screen.findByRole('link', { name: 'Questions' }))
  expect(await screen.findByRole('heading', { name: 'Réponse attendue' })).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('link', { name: /Awa Diallo.*compte rendu supprimé/ }))
  expect(await screen.findByText(/Ce compte rendu a été supprimé/)).toBeVisible()
  expect(screen.getByText(asked.text)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Envoyer la question' })).toBeNull()
})
