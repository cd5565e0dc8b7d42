import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { OwnReadings, StructureReadings } from '../../../../src/domain/access/readings.ts'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import { monthOfDay } from '../../../../src/domain/calendar-month.ts'
import { fetchOwnReadings, fetchReportReadings } from '../../../../src/app/data/own-readings.ts'
import { fetchStructureReadings } from '../../../../src/app/data/structure-readings.ts'
import { fetchStructureReport } from '../../../../src/app/data/structure-report.ts'
import { frenchDayOf } from '../../../../src/domain/calendar-day.ts'
import { aPermittedActivity } from '../../../builders/a-permitted-activity.ts'
import { aDocumentId, aStructureId } from '../../../builders/an-id.ts'
import { anApp } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/own-readings.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchOwnReadings: vi.fn<typeof fetchOwnReadings>(),
  fetchReportReadings: vi.fn<typeof fetchReportReadings>(),
}))
vi.mock('../../../../src/app/data/structure-readings.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStructureReadings: vi.fn<typeof fetchStructureReadings>(),
}))
vi.mock('../../../../src/app/data/structure-report.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStructureReport: vi.fn<typeof fetchStructureReport>(),
}))

const month = monthOfDay(frenchDayOf(new Date()))
const day = (number: string) => calendarDaySchema.parse(`${month}-${number}`)
const by = { readerName: 'Chantal Rouch', at: `${month}-01T09:05:00.000Z` }
const offline = { ok: false, reason: 'offline' } as const
const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}

beforeEach(() => {
  vi.resetAllMocks()
  vi.mocked(fetchOwnReadings).mockResolvedValue(offline)
  vi.mocked(fetchReportReadings).mockResolvedValue(offline)
  vi.mocked(fetchStructureReadings).mockResolvedValue(offline)
  vi.mocked(fetchStructureReport).mockResolvedValue(offline)
})

test('an advisor reads who opened what and which lists held theirs, and again without network, dated', async () => {
  const report = aDocumentId()
  const structureName = townHall.structureName
  const said: OwnReadings = {
    month,
    openings: [{ ...by, report, day: day('01'), structureName }],
    lists: [{ ...by, way: 'list', reports: 42, from: day('01'), to: day('20'), structureName }],
  }
  vi.mocked(fetchOwnReadings).mockResolvedValue({ ok: true, figures: { readAt: Date.now(), said } })
  const app = anApp()
  app.opens('/plus')
  await app.user.click(await screen.findByRole('link', { name: /Qui a lu mes comptes rendus/ }))
  const opened = await screen.findByRole('link', { name: /^Compte rendu du .* ouvert.*Chantal Rouch/ })
  expect(opened).toHaveAttribute('href', `/activites/${report}`)
  expect(screen.getByText(/^Liste, 42 comptes rendus du .*au/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  vi.mocked(fetchOwnReadings).mockResolvedValue(offline)
  app.opens('/lectures')
  expect(
    await screen.findByText(/Vous lisez ce qui est gardé sur cet appareil.*Dernière lecture/),
  ).toBeVisible()
  expect(screen.getByText(/^Liste, 42/)).toBeVisible()
})

test('an advisor to whom nobody has come says so, and without network that it waits for it', async () => {
  const app = anApp()
  app.opens('/lectures')
  expect(await screen.findByText(/elles s’afficheront quand le réseau reviendra/)).toBeVisible()
  expect(screen.queryByText(/Personne n’a lu/)).toBeNull()
  const said = { month, openings: [], lists: [] }
  vi.mocked(fetchOwnReadings).mockResolvedValue({ ok: true, figures: { readAt: Date.now(), said } })
  await app.user.click(screen.getByRole('button', { name: 'Réessayer' }))
  expect(await screen.findByText(/^Personne n’a lu vos comptes rendus en/)).toBeVisible()
})

test('a report says who opened it and when, and its column holds readings, without network too', async () => {
  const readings = [
    { ...by, way: 'list' },
    { ...by, way: 'page', at: `${month}-02T09:05:00.000Z` },
  ]
  const figures = { readAt: Date.now(), said: { readings } }
  vi.mocked(fetchReportReadings).mockResolvedValue({ ok: true, figures })
  const app = anApp()
  const report = await app.files()
  app.opens(`/activites/${report}`)
  expect(await screen.findByText(/^Lu par Chantal Rouch, /)).toBeVisible()
  vi.mocked(fetchReportReadings).mockResolvedValue(offline)
  app.opens(`/activites/${report}`)
  expect(await screen.findByText(/^Lu par Chantal Rouch, /)).toBeVisible()
  await app.user.click(screen.getByText('Historique'))
  const column = within(await screen.findByRole('list', { name: 'Suivi de ce compte rendu' }))
  expect(column.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Chantal Rouch a eu ce compte rendu dans une liste'),
    expect.stringContaining('Chantal Rouch a ouvert ce compte rendu'),
  ])
  expect(await screen.findByText(/L’historique se lit avec du réseau/)).toBeVisible()
})

test('who answers for a structure reads its log', async () => {
  const said: StructureReadings = {
    month,
    openings: [{ ...by, report: aDocumentId(), day: day('01'), advisorName: 'Awa Diallo' }],
    lists: [
      {
        ...by,
        way: 'export',
        reports: 3,
        from: day('02'),
        to: day('02'),
        advisorNames: ['Awa Diallo', 'Bruno Estèbe'],
      },
    ],
  }
  vi.mocked(fetchStructureReadings).mockResolvedValue({ ok: true, figures: { readAt: Date.now(), said } })
  const address = `/structure/${townHall.structureId}/lectures`
  const app = anApp({ givenName: 'Chantal', scopes: [], memberships: [townHall] })
  app.opens(address)
  expect(
    await screen.findByRole('link', {
      name: /Compte rendu du .* ouvert.*Chantal Rouch.*écrit par Awa Diallo/,
    }),
  ).toBeVisible()
  expect(screen.getByText(/^Fichier, 3 comptes rendus du/)).toBeVisible()
  expect(screen.getByText(/Awa Diallo, Bruno Estèbe/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('who only reads a structure is told whose its log is', async () => {
  const app = anApp({ givenName: 'Elsa', scopes: [], memberships: [{ ...townHall, role: 'lecteur' }] })
  app.opens(`/structure/${townHall.structureId}/lectures`)
  expect(await screen.findByText(/Ce journal se lit par qui est responsable/)).toBeVisible()
})

test('an employer reads in one column what became of a report, and who read it', async () => {
  const activity = aPermittedActivity({ advisorName: 'Awa Diallo' })
  const step = { byName: 'Awa Diallo', before: {}, after: {}, words: [] }
  const history = [
    { ...step, at: `${month}-01T08:00:00.000Z`, kind: 'filed' as const },
    {
      ...step,
      at: `${month}-01T10:00:00.000Z`,
      kind: 'changed' as const,
      before: { minutes: 45 },
      after: { minutes: 60 },
      words: ['sharedNote'],
    },
  ]
  const said = { activity, history, readings: [{ ...by, way: 'page' }] }
  vi.mocked(fetchStructureReport).mockResolvedValue({ ok: true, figures: { readAt: Date.now(), said } })
  const app = anApp({ givenName: 'Chantal', scopes: [], memberships: [townHall] })
  app.opens(`/structure/${townHall.structureId}/activites/${activity.id}`)
  const column = within(await screen.findByRole('list', { name: 'Suivi de ce compte rendu' }))
  const told = column.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(told).toEqual([
    expect.stringMatching(/^Awa Diallo a déposé ce compte rendu/),
    expect.stringMatching(/^Chantal Rouch a ouvert ce compte rendu/),
    expect.stringMatching(/^Awa Diallo a modifié ce compte rendu/),
    'Durée\u00A0: 45\u00A0min → 1\u00A0h',
    'Note partagée\u00A0: texte modifié',
  ])
  expect(await accessibilityViolations()).toEqual([])
})
