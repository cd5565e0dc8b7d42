import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type {
  ReadinessLine,
  ReadinessOfTerritory,
  TeamReadiness,
} from '../../../../src/domain/access/readiness-on-the-wire.ts'
import { calendarDaySchema, type CalendarDay } from '../../../../src/domain/calendar-day.ts'
import { fetchTeamReadiness, fetchTerritoryReadiness } from '../../../../src/app/data/readiness.ts'
import { readinessFile } from '../../../../src/app/features/posts/readiness/state/readiness-file.ts'
import {
  linesShown,
  noFilters,
  sumOf,
} from '../../../../src/app/features/posts/readiness/state/readiness-lines.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aScopeId, aTeamId } from '../../../builders/an-id.ts'

vi.mock('../../../../src/app/data/readiness.ts', async (original) => ({
  ...(await original<object>()),
  fetchTerritoryReadiness: vi.fn<typeof fetchTerritoryReadiness>(),
  fetchTeamReadiness: vi.fn<typeof fetchTeamReadiness>(),
}))

const day = (text: string): CalendarDay => calendarDaySchema.parse(text)
const countedAt = '2026-11-23T10:00:00.000Z'
const today = day('2026-11-23')

type Counts = NonNullable<ReadinessLine['certified']>

/** Of ten in post, unless said: so many done, so many of whom that isn't known, so many that nothing is asked of. */
function counts(done: number, { of = 10, unknown = 0, notDue = 0 } = {}): Counts {
  return { done, 'not-done': of - done - unknown - notDue, unknown, 'not-due': notDue }
}

function aLine(fields: Partial<ReadinessLine> = {}): ReadinessLine {
  return {
    inPost: 10,
    initial: counts(6, { unknown: 3 }),
    certified: counts(5),
    continuing: counts(2, { notDue: 4 }),
    equipped: counts(9),
    clothed: counts(0, { unknown: 10 }),
    ...fields,
  }
}

const ariege = { department: '09', ...aLine() }
const garonne = {
  department: '31',
  ...aLine({ inPost: 20, initial: counts(18, { of: 20 }), certified: null }),
}
const finistere = { department: '29', ...aLine({ initial: counts(10) }) }
const reunion = { department: '974', ...aLine({ initial: counts(1) }) }
const departments = [ariege, finistere, garonne, reunion]
const nation: ReadinessOfTerritory = {
  countedAt,
  today,
  total: { ...sumOf(departments), certified: counts(33, { of: 50 }) },
  departments,
}

const team = { teamId: aTeamId(), teamName: 'Conseillers de l’Ariège' }
const members: TeamReadiness['members'] = [
  {
    scope: aScopeId(),
    name: 'Awa Diallo',
    structureName: 'Mairie de Saint-Girons',
    initial: 'done',
    exams: 'not-done',
    continuing: 'not-due',
    attendance: { invited: 4, there: 2, notThere: 1, unknown: 1 },
  },
  {
    scope: aScopeId(),
    name: 'Hugo Lafont',
    structureName: 'La Passerelle',
    initial: 'unknown',
    exams: 'unknown',
    continuing: 'unknown',
    attendance: { invited: 0, there: 0, notThere: 0, unknown: 0 },
  },
]
const ofTeam: TeamReadiness = { countedAt, today, events: { from: day('2025-12-01'), to: today }, members }

let app: AppOnDevice

beforeEach(() => {
  vi.resetAllMocks()
  app = anApp({ scopes: [], state: { department: null } })
  vi.mocked(fetchTerritoryReadiness).mockResolvedValue({ ok: true, figures: nation })
  vi.mocked(fetchTeamReadiness).mockResolvedValue({ ok: true, figures: ofTeam })
})

const byCode = { key: 'department', direction: 'ascending' } as const
const lines = (asked: Partial<Parameters<typeof linesShown>[1]> = {}, of = nation) =>
  linesShown(of, { isNational: true, filters: noFilters, sort: byCode, ...asked })
const names = (...asked: Parameters<typeof lines>) => lines(...asked).map(({ name }) => name)

test('the total comes first, however the rest is sorted, and is that of the region where one is chosen', () => {
  expect(names()).toEqual(['France entière', 'Ariège', 'Finistère', 'Haute-Garonne', 'La Réunion'])
  expect(names({ sort: { key: 'initial', direction: 'descending' } })).toEqual([
    'France entière',
    'Finistère',
    'Haute-Garonne',
    'Ariège',
    'La Réunion',
  ])
  const [occitanie, ...inIt] = lines({ filters: { ...noFilters, region: '76' } })
  expect([occitanie?.name, ...inIt.map(({ name }) => name)]).toEqual(['Occitanie', 'Ariège', 'Haute-Garonne'])
  expect(occitanie?.line).toMatchObject({ inPost: 30, initial: { done: 24 }, certified: null })
  expect(names({ filters: { ...noFilters, region: 'outre-mer' } })).toEqual(['Outre-mer', 'La Réunion'])
  expect(names({ filters: { region: '', department: '09' } })).toEqual(['Ariège'])
})

test('what is hidden comes last, whichever way one sorts', () => {
  for (const direction of ['ascending', 'descending'] as const)
    expect(names({ sort: { key: 'certified', direction } }).at(-1)).toBe('Haute-Garonne')
})

test('a department reads one line, without a total that would say the same', () => {
  const own = { ...nation, total: ariege, departments: [ariege] }
  expect(names({ isNational: false }, own)).toEqual(['Ariège'])
})

test('the file has the numbers that are shown, their day, and what each counts', async () => {
  const text = await readinessFile(lines(), nation).text()
  const rows = text.trim().split('\r\n')
  expect(rows).toHaveLength(1 + 5 + 1 + 9)
  expect(rows[0]).toContain('En poste;Formation initiale, nombre;')
  expect(rows[1]).toContain('2026-11-23;;France entière;;50;35;70;')
  expect(rows[2]).toBe('2026-11-23;09;Ariège;Occitanie;10;6;60;1;3;5;50;5;0;2;20;4;0;4;9;90;1;0;0;0;0;10')
  expect(rows[4]).toContain('non montré;non montré')
  expect(text).toContain('Tous les examens du parcours (Pix, CCP1 ou titre) sont réussis')
})

test('the State reads numbers and parts of each territory, what isn’t known apart, and narrows it to a region', async () => {
  app.opens('/etat/formation-equipement')
  const table = await screen.findByRole('table')
  const line = within(table).getByRole('row', { name: /^09 Ariège/ })
  expect(within(line).getByText(/^6 \(60\s%\)/)).toHaveTextContent('on ne sait pas : 3')
  expect(within(line).getByText(/^2 \(20\s%\)/)).toHaveTextContent('rien à suivre : 4')
  expect(within(table).getByText('Non montré')).toBeVisible()
  expect(screen.getByText(/^Chiffres du .*2026/)).toBeVisible()
  expect(screen.getByText(/^Rien n’en est noté.*pas un manquement\.$/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.selectOptions(screen.getByLabelText('Région'), 'Bretagne')
  expect(within(table).queryByText('09 Ariège')).toBeNull()
  expect(screen.getByRole('table', { name: /^1\sdépartement$/ })).toBeVisible()
  expect(within(screen.getByLabelText('Département')).getAllByRole('option')).toHaveLength(2)
})

test('the page is the State’s alone', async () => {
  app = anApp({ scopes: [], state: null })
  app.opens('/etat/formation-equipement')
  expect(await screen.findByText('Vous n’avez pas accès à cette page.')).toBeVisible()
  expect(fetchTerritoryReadiness).not.toHaveBeenCalled()
})

const coordinator = { scopes: [], teams: [team.teamName], ledTeams: [team] }

test('a coordinator reads who is trained and was at events, without a result, and again without network', async () => {
  app = anApp(coordinator)
  app.opens(`/equipe/${team.teamId}/formation`)
  const awa = within(await screen.findByRole('row', { name: /^Awa Diallo/ }))
  expect(awa.getByText('Fait')).toBeVisible()
  expect(awa.getByText('Pas encore')).toBeVisible()
  expect(awa.getByText('Rien à suivre')).toBeVisible()
  const attended = awa.getByText(/^2\sprésences sur 4/)
  expect(attended).toHaveTextContent('1 absence')
  expect(attended).toHaveTextContent('on ne sait pas : 1')
  expect(within(screen.getByRole('row', { name: /^Hugo/ })).getAllByText('On ne sait pas')).toHaveLength(3)
  expect(screen.queryByRole('button', { name: /^Évènements/ })).toBeNull()
  expect(await accessibilityViolations()).toEqual([])

  vi.mocked(fetchTeamReadiness).mockResolvedValue({ ok: false, reason: 'offline' })
  app.opens('/plus')
  app.opens(`/equipe/${team.teamId}/formation`)
  expect(await screen.findByText('Vous lisez la dernière page gardée sur cet appareil.')).toBeVisible()
  expect(screen.getByRole('row', { name: /^Awa Diallo/ })).toBeVisible()
})

test('whoever doesn’t lead the team reads nothing of it', async () => {
  app = anApp({ ...coordinator, teams: [], ledTeams: [] })
  app.opens(`/equipe/${team.teamId}/formation`)
  expect(await screen.findByText('Vous n’avez pas accès à cette équipe.')).toBeVisible()
  expect(fetchTeamReadiness).not.toHaveBeenCalled()
})
