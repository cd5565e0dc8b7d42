import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { TerritoryPost } from '../../../../src/domain/access/territory-posts.ts'
import { calendarDaySchema, type CalendarDay } from '../../../../src/domain/calendar-day.ts'
import { postIdSchema } from '../../../../src/domain/commitments/post-ids.ts'
import {
  attributePost,
  fetchCommitmentsForState,
  fetchTerritoryPosts,
  importPosts,
  sayForState,
} from '../../../../src/app/data/posts.ts'
import {
  filteredPosts,
  noFilters,
  sortedPosts,
} from '../../../../src/app/features/posts/state/post-filters.ts'
import { postsFile } from '../../../../src/app/features/posts/state/posts-file.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aStructureId, aUuid } from '../../../builders/an-id.ts'

vi.mock('../../../../src/app/data/posts.ts', () => ({
  attributePost: vi.fn<typeof attributePost>(),
  fetchCommitmentsForState: vi.fn<typeof fetchCommitmentsForState>(),
  fetchTerritoryPosts: vi.fn<typeof fetchTerritoryPosts>(),
  importPosts: vi.fn<typeof importPosts>(),
  sayForState: vi.fn<typeof sayForState>(),
}))

const day = (text: string): CalendarDay => calendarDaySchema.parse(text)
const today = day('2026-11-23')

function aPost(fields: Partial<TerritoryPost>): TerritoryPost {
  return {
    id: postIdSchema.parse(aUuid()),
    reference: '09-0001',
    role: 'advisor',
    isAdditional: false,
    department: '09',
    structureId: aStructureId(),
    structureName: 'Mairie de Saint-Girons',
    siret: '99900001100018',
    state: 'occupied',
    since: day('2025-01-01'),
    notifiedOn: day('2024-11-01'),
    holders: [],
    returnedOn: null,
    contractStarts: day('2025-01-01'),
    contractEnds: null,
    awaitsAcceptance: false,
    conventionStarts: day('2024-11-01'),
    conventionEnds: day('2027-10-31'),
    ...fields,
  }
}

const occupied = aPost({})
const vacant = aPost({
  reference: '31-0002',
  department: '31',
  structureName: 'Association de Muret',
  state: 'vacant',
  since: day('2026-07-23'),
  contractStarts: null,
})
const ending = aPost({ reference: '09-0003', structureName: 'Étape', contractEnds: day('2027-01-20') })
const returned = aPost({
  reference: '09-0004',
  state: 'returned',
  since: day('2025-06-01'),
  contractEnds: day('2026-12-01'),
  returnedOn: day('2025-06-01'),
})
const posts = [occupied, vacant, ending, returned]
const transferred = aPost({
  reference: '09-0007',
  structureName: 'Association de Foix',
  holders: [
    {
      structureName: 'Mairie de Saint-Girons',
      siret: '99900001100018',
      from: day('2024-01-08'),
      until: day('2026-05-31'),
      worked: [{ from: day('2024-03-01'), until: day('2026-04-30') }],
    },
    {
      structureName: 'Association de Foix',
      siret: '99900002900010',
      from: day('2026-06-01'),
      until: null,
      worked: [],
    },
  ],
})
let app: AppOnDevice

beforeEach(() => {
  vi.resetAllMocks()
  app = anApp({ scopes: [], state: { department: null } })
  vi.mocked(fetchTerritoryPosts).mockResolvedValue({
    ok: true,
    figures: { countedAt: '2026-11-23T10:00:00.000Z', today, posts: [...posts] },
  })
  vi.mocked(attributePost).mockResolvedValue({ ok: true })
  vi.mocked(sayForState).mockResolvedValue({ ok: true })
})

const references = (found: readonly TerritoryPost[]) => found.map(({ reference }) => reference)

test('each filter keeps what it says, and all of them together', () => {
  const kept = (filters: Partial<typeof noFilters>) =>
    references(filteredPosts(posts, { ...noFilters, ...filters }, today))
  expect(kept({})).toHaveLength(4)
  expect(kept({ department: '31' })).toEqual(['31-0002'])
  expect(kept({ state: 'returned' })).toEqual(['09-0004'])
  expect([kept({ vacantMonths: '3' }), kept({ vacantMonths: '6' })]).toEqual([['31-0002'], []])
  expect([kept({ endsWithin: '1' }), kept({ endsWithin: '3' })]).toEqual([[], ['09-0003']])
  expect(kept({ words: 'etape' })).toEqual(['09-0003'])
  expect(kept({ words: 'etape', department: '31' })).toEqual([])
})

test('posts that went to another structure, or back to the State, are found by it, ever or since a year', () => {
  const kept = (moved: (typeof noFilters)['moved'], on = today) =>
    references(filteredPosts([...posts, transferred], { ...noFilters, moved }, on))
  expect([kept('transferred'), kept('returned')]).toEqual([['09-0007'], ['09-0004']])
  expect([kept('transferred-year'), kept('returned-year')]).toEqual([['09-0007'], []])
  expect(kept('transferred-year', day('2027-06-01'))).toEqual([])
  const byFormer = { ...noFilters, words: 'mairie', moved: 'transferred' as const }
  expect(references(filteredPosts([...posts, transferred], byFormer, today))).toEqual(['09-0007'])
})

test('posts without an end come last, whichever way names are sorted', () => {
  expect(references(sortedPosts(posts, { key: 'contract', direction: 'ascending' })).slice(0, 2)).toEqual([
    '09-0004',
    '09-0003',
  ])
  expect(references(sortedPosts(posts, { key: 'structure', direction: 'descending' }))).toEqual([
    '09-0001',
    '09-0004',
    '09-0003',
    '31-0002',
  ])
})

test('the file has a line for each post that is shown, with its days of vacancy', async () => {
  const text = await postsFile([vacant], today).text()
  const lines = text.trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('31-0002;Conseil;non;31;Association de Muret')
  expect(lines[1]).toContain('Vacant;2026-07-23;123')
})

test('the file tells where a post came from and went to, and when it went back', async () => {
  const [head, moved, back] = (await postsFile([transferred, returned], today).text())
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))
  const of = (line: string[] | undefined) =>
    ['Transféré le', 'Transféré de', 'SIRET précédent', 'Transféré à', 'Rendu le'].map(
      (name) => line?.[head?.findIndex((one) => one.includes(name)) ?? -1],
    )
  expect(of(moved)).toEqual([
    '2026-06-01',
    'Mairie de Saint-Girons',
    '99900001100018',
    'Association de Foix',
    '',
  ])
  expect(of(back)).toEqual(['', '', '', '', '2025-06-01'])
})

test('a transferred post says from where, to where and when, and tells what each holder did with it', async () => {
  vi.mocked(fetchTerritoryPosts).mockResolvedValue({
    ok: true,
    figures: { countedAt: '2026-11-23T10:00:00.000Z', today, posts: [...posts, transferred] },
  })
  app.opens('/etat/postes')
  expect(
    await screen.findByText('Transféré le 01/06/2026, de Mairie de Saint-Girons à Association de Foix'),
  ).toBeVisible()
  await app.user.click(screen.getByRole('button', { name: 'Histoire du poste 09-0007' }))
  const dialog = within(screen.getByRole('dialog'))
  expect(dialog.getByText(/^du 08\/01\/2024 au 31\/05\/2026/)).toBeVisible()
  expect(dialog.getByText('Occupé du 01/03/2024 au 30/04/2026')).toBeVisible()
  expect(dialog.getByText(/Personne n’y a travaillé/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('the board tells how many there are of each, and a filter narrows it', async () => {
  app.opens('/etat/postes')
  expect(await screen.findByText('dont 1 depuis trois mois, 0 depuis six mois')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.selectOptions(screen.getByLabelText('État'), 'vacant')
  const table = screen.getByRole('table')
  expect(within(table).getByText('Association de Muret')).toBeVisible()
  expect(within(table).queryByText('Étape')).toBeNull()
})

test('a SIRET whose key is wrong is said at its field, and nothing leaves', async () => {
  app.opens('/etat/postes')
  await app.user.click(await screen.findByRole('button', { name: 'Attribuer un poste' }))
  const dialog = within(screen.getByRole('dialog'))
  await app.user.type(dialog.getByLabelText('Numéro du poste'), '09-0100')
  await app.user.selectOptions(dialog.getByLabelText('Département'), '09')
  const siret = dialog.getByLabelText('SIRET de la structure')
  await app.user.type(siret, '999 000 011 00019')
  await app.user.click(dialog.getByRole('button', { name: 'Attribuer ce poste' }))
  expect(siret).toBeInvalid()
  expect(dialog.getByText('Ce SIRET n’existe pas : sa clé est fausse.')).toBeVisible()
  expect(attributePost).not.toHaveBeenCalled()
  await app.user.clear(siret)
  await app.user.type(siret, '999 000 011 00018')
  await app.user.click(dialog.getByRole('button', { name: 'Attribuer ce poste' }))
  expect(attributePost).toHaveBeenCalledWith(
    expect.objectContaining({ reference: '09-0100', holder: { siret: '99900001100018' }, department: '09' }),
  )
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a post is transferred from its line', async () => {
  app.opens('/etat/postes')
  await app.user.click(await screen.findByRole('button', { name: 'Modifier le poste 31-0002' }))
  const dialog = within(screen.getByRole('dialog'))
  await app.user.click(dialog.getByRole('radio', { name: 'Transfert à une autre structure' }))
  await app.user.type(dialog.getByLabelText('SIRET de la structure'), '99900002900010')
  await app.user.click(dialog.getByRole('button', { name: 'Transférer ce poste' }))
  expect(sayForState).toHaveBeenCalledWith(
    { structure: vacant.structureId, post: vacant.id },
    expect.objectContaining({ kind: 'transferred', to: { siret: '99900002900010' } }),
  )
})

test('from a line one reads where the commitments of its structure stand, and prints it', async () => {
  const words = 'Poste 31-0002\u00A0: vacant depuis cette date.'
  vi.mocked(fetchCommitmentsForState).mockResolvedValue({
    ok: true,
    figures: {
      countedAt: '2026-11-23T10:00:00.000Z',
      today,
      structure: { name: 'Association de Muret', siret: '99900002900010', department: '31' },
      commitments: [
        {
          number: 1,
          title: 'Recruter',
          status: 'late',
          evidence: [{ words, day: vacant.since, source: 'posts' }],
        },
      ],
    },
  })
  app.opens('/etat/postes')
  await app.user.click(
    await screen.findByRole('link', { name: 'Association de Muret, état des engagements' }),
  )
  expect(await screen.findByRole('heading', { name: '1. Recruter' })).toBeVisible()
  expect(fetchCommitmentsForState).toHaveBeenCalledWith(vacant.structureId)
  expect(screen.getByText('En retard')).toBeVisible()
  expect(screen.getByText(/vacant depuis cette date/)).toBeVisible()
  expect(screen.getByText(/SIRET 99900002900010/)).toHaveAttribute('data-print', 'only')
  expect(await accessibilityViolations()).toEqual([])
  const print = vi.spyOn(window, 'print').mockImplementation(() => {})
  await app.user.click(screen.getByRole('button', { name: 'Imprimer l’état des engagements' }))
  expect(print).toHaveBeenCalledOnce()
})

test('a list is brought in once its columns are matched and its lines were seen', async () => {
  vi.mocked(importPosts).mockImplementation((_department, brought, onProgress) => {
    onProgress(brought.map(({ id }) => ({ id, outcome: 'added', because: null })))
    return Promise.resolve({ ok: true })
  })
  app.opens('/etat/postes/importer')
  const csv =
    'Numéro;SIRET;Notification\n09-0001;99900001100018;02/11/2026\n09-0200;99900001100018;02/11/2026\n09-0201;1;x\n'
  await app.user.upload(await screen.findByLabelText('Liste des postes'), new File([csv], 'postes.csv'))
  await app.user.click(await screen.findByRole('button', { name: 'Voir les lignes' }))
  expect(screen.getByText(/1\sposte viendra, 1\sest déjà là, 1\sligne est à corriger/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: /^Importer 1\sposte$/ }))
  expect(await screen.findByText(/^1\sposte importé/)).toBeVisible()
  expect(vi.mocked(importPosts).mock.calls[0]?.[1].map(({ reference }) => reference)).toEqual(['09-0200'])
})
