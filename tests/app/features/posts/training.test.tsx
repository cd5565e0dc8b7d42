import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import type { TrainingFact } from '../../../../src/domain/commitments/training/training-fact.ts'
import { trainingBodyIdSchema } from '../../../../src/domain/commitments/training/training-ids.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import {
  fetchOwnTraining,
  fetchStructureTraining,
  fetchTrainee,
  sayTrainingForBody,
  sayTrainingForStructure,
} from '../../../../src/app/data/training.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aUuid } from '../../../builders/an-id.ts'
import { awasScope, ours } from '../../../builders/a-post-fact.ts'
import {
  aConvocation,
  aHalfDay,
  anAttendance,
  aPositioning,
  aResult,
} from '../../../builders/a-training-fact.ts'

vi.mock('../../../../src/app/data/training.ts', async (original) => ({
  ...(await original<object>()),
  fetchStructureTraining: vi.fn<typeof fetchStructureTraining>(),
  fetchOwnTraining: vi.fn<typeof fetchOwnTraining>(),
  fetchTrainee: vi.fn<typeof fetchTrainee>(),
  sayTrainingForBody: vi.fn<typeof sayTrainingForBody>(),
  sayTrainingForStructure: vi.fn<typeof sayTrainingForStructure>(),
}))

const today = todayHere()
const institute = { id: trainingBodyIdSchema.parse(aUuid()), name: 'Institut de la médiation numérique' }
const townHall: Membership = {
  structureId: ours,
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const contracts = [{ starts: addDays(today, -100), ends: null }]
let app: AppOnDevice

beforeEach(() => {
  vi.resetAllMocks()
  app = anApp({ scopes: [], memberships: [townHall] })
  vi.mocked(sayTrainingForBody).mockResolvedValue({ ok: true })
  vi.mocked(sayTrainingForStructure).mockResolvedValue({ ok: true })
})

function structureReads(facts: readonly TrainingFact[]): void {
  const awa = {
    scope: awasScope,
    role: 'advisor' as const,
    name: 'Awa Diallo',
    contracts,
    body: institute.id,
  }
  vi.mocked(fetchStructureTraining).mockResolvedValue({
    ok: true,
    figures: { people: [awa], bodies: [institute], facts: [...facts], reported: [] },
  })
}

const page = `/structure/${ours}/formation`

test('a structure reads the calendar and acknowledges what it has seen', async () => {
  const coming = aHalfDay(addDays(today, 7), { title: 'Concevoir un atelier', place: 'Foix' })
  structureReads([coming])
  app.opens(page)
  expect(await screen.findByText('Concevoir un atelier')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: /^J’ai pris connaissance d’Awa/ }))
  expect(vi.mocked(sayTrainingForStructure)).toHaveBeenCalledWith(ours, {
    scope: awasScope,
    says: expect.objectContaining({ kind: 'acknowledged', until: coming.at }) as object,
  })
})

test('a failed exam is told as sat, never as a breach', async () => {
  const sat = aConvocation(addDays(today, -10))
  structureReads([sat, anAttendance(sat), aResult(sat, false)])
  app.opens(page)
  await app.user.click(await screen.findByText(/^Séances passées/))
  expect(await screen.findByText('Présenté, pas encore réussi')).toBeVisible()
  expect(screen.queryByText(/^Absence /)).toBeNull()
})

test('an advisor reads their calendar, and reads it again without network', async () => {
  app = anApp()
  const own = { scope: awasScope, structureId: ours, structureName: 'Mairie de Saint-Girons', contracts }
  const facts = [aHalfDay(addDays(today, 7), { title: 'Concevoir un atelier' })]
  vi.mocked(fetchOwnTraining).mockResolvedValueOnce({
    ok: true,
    figures: { structures: [{ ...own, bodyName: institute.name, facts, reported: [] }] },
  })
  app.opens('/formation')
  expect(await screen.findByText('Concevoir un atelier')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('a body notes an absence with one of the accepted reasons, and is asked for it', async () => {
  app = anApp({ scopes: [], memberships: [], trainingBody: institute.name, trainingBodyId: institute.id })
  const held = aHalfDay(addDays(today, -2), { title: 'Posture' })
  const trainee = {
    scope: awasScope,
    name: 'Awa Diallo',
    structureName: 'Mairie',
    department: '09',
    contracts,
  }
  vi.mocked(fetchTrainee).mockResolvedValue({
    ok: true,
    figures: { ...trainee, facts: [aPositioning(addDays(today, -90), 105), held] },
  })
  app.opens(`/organisme/${institute.id}/stagiaires/${awasScope}`)
  await app.user.click(await screen.findByRole('button', { name: /^Noter la présence Posture/ }))
  const dialog = within(screen.getByRole('dialog'))
  await app.user.click(dialog.getByLabelText('Absence justifiée'))
  await app.user.click(dialog.getByRole('button', { name: 'Noter' }))
  expect(dialog.getByText('Choisissez le motif.')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.selectOptions(dialog.getByLabelText(/^Motif accepté/), 'Transports interrompus')
  await app.user.click(dialog.getByRole('button', { name: 'Noter' }))
  expect(vi.mocked(sayTrainingForBody)).toHaveBeenCalledWith(institute.id, {
    scope: awasScope,
    says: expect.objectContaining({
      presence: 'excused',
      reason: 'transport',
      session: held.session,
    }) as object,
  })
})
