import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { NeedsRow, StateNeeds } from '../../../../src/domain/access/state-needs.ts'
import {
  fetchStateNeeds,
  findTerritories,
  type StateNeedsQuestion,
} from '../../../../src/app/data/state-needs.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/state-needs.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStateNeeds: vi.fn<typeof fetchStateNeeds>(),
  findTerritories: vi.fn<typeof findTerritories>(),
}))

const ask = vi.mocked(fetchStateNeeds)
const find = vi.mocked(findTerritories)
let app: AppOnDevice

const departments: NeedsRow[] = [
  { kind: 'departement', code: '09', name: 'Ariège', population: 155_000, accompaniments: 2703, before: 332 },
  { kind: 'departement', code: '11', name: 'Aude', population: 380_000, accompaniments: 0, before: 0 },
  {
    kind: 'departement',
    code: '12',
    name: 'Aveyron',
    population: 280_000,
    accompaniments: null,
    before: null,
  },
]
const communes: NeedsRow[] = [
  {
    kind: 'commune',
    code: '09261',
    name: 'Saint-Girons',
    population: 6008,
    accompaniments: 901,
    before: 161,
  },
  { kind: 'commune', code: '09122', name: 'Foix', population: 9934, accompaniments: 1200, before: null },
  { kind: 'commune', code: '09182', name: 'Massat', population: 749, accompaniments: null, before: 20 },
  { kind: 'commune', code: '09029', name: 'Aulus-les-Bains', population: 150, accompaniments: 0, before: 0 },
]

function needs(
  { territory: { kind, code }, year = 2025 }: StateNeedsQuestion,
  more: Partial<StateNeeds> = {},
): StateNeeds {
  const isNation = kind === 'france'
  return {
    years: [2025, 2024],
    territory: isNation
      ? { kind, code, name: 'France entière', population: 68_000_000 }
      : { kind, code, name: 'Ariège', population: 155_000 },
    above: isNation ? [] : [{ kind: 'france', code: '', name: 'France entière' }],
    edition: {
      year,
      madeAt: '2026-02-01T05:00:00.000Z',
      now: {
        accompaniments: 2703,
        values: { 'theme:email': 337, 'theme:sante': 196, 'besoin:liste_attente': 12 },
      },
      before: year === 2025 ? { accompaniments: 332, values: { 'theme:email': 41 } } : null,
      within: isNation ? departments : communes,
    },
    ...more,
  }
}

beforeEach(() => {
  ask.mockReset()
  find.mockReset()
  ask.mockImplementation((question) => Promise.resolve({ ok: true, figures: needs(question) }))
  app = anApp({ givenName: 'Farid', scopes: [], state: { department: null } })
})

const total = (name: string) => screen.queryByText(name, { selector: 'dt' })?.nextElementSibling
const titleIs = async (name: string) => screen.findByRole('heading', { level: 1, name })
const rowOf = (name: RegExp | string) => screen.getByText(name, { selector: 'a' }).closest('tr')

test('the State reads what people come for in the nation, how it changed, and where nothing was done', async () => {
  app.opens('/')
  await app.user.click(await screen.findByRole('link', { name: /Besoins des habitants/ }))
  await titleIs('France entière')
  expect(total('Accompagnements')).toHaveTextContent(/2.703.*2.371 de plus \(332\)/)
  // So little is not said to be nothing.
  expect(total('Pour 1 000 habitants')).toHaveTextContent(/0,04/)
  expect(total('Départements sans accompagnement')).toHaveTextContent(/^1Sur 3, dont 1 masqué\./)
  const themes = within(screen.getByRole('region', { name: 'Thématiques' }))
  expect(themes.getByText('E-mail').closest('li')).toHaveTextContent(/296 de plus \(41\).*337 · 12/)
  expect(themes.getByText('Santé').closest('li')).toHaveTextContent(/Pas montré en 2024/)
  expect(screen.getByRole('region', { name: 'Besoins restés sans réponse' })).toHaveTextContent(/12/)
  expect(screen.queryByRole('region', { name: 'Orientations' })).toBeNull()
  expect(rowOf('Aveyron (12)')).toHaveTextContent(/masqué.*masqué.*masqué/)
  expect(rowOf('Aude (11)')).toHaveTextContent(/0.*0/)
  expect(await accessibilityViolations()).toEqual([])
})

test('a department’s communes are sorted from the head, and those of nothing are shown alone', async () => {
  app.opens('/etat/besoins/departement/09')
  await titleIs('Ariège')
  const table = within(screen.getByRole('region', { name: 'Communes' }))
  const names = () => table.getAllByRole('link').map(({ textContent }) => textContent)
  expect(names()).toEqual(['Foix', 'Saint-Girons', 'Aulus-les-Bains', 'Massat'])
  await app.user.click(table.getByRole('button', { name: /Pour 1/ }))
  expect(names()).toEqual(['Aulus-les-Bains', 'Foix', 'Saint-Girons', 'Massat'])
  await app.user.click(table.getByRole('button', { name: /^Commune/ }))
  expect(names()).toEqual(['Aulus-les-Bains', 'Foix', 'Massat', 'Saint-Girons'])
  await app.user.click(table.getByRole('radio', { name: /Sans accompagnement.*1/ }))
  expect(names()).toEqual(['Aulus-les-Bains'])
  await app.user.click(table.getByRole('radio', { name: /Nombre masqué.*1/ }))
  expect(names()).toEqual(['Massat'])
  expect(await accessibilityViolations()).toEqual([])
})

test('a territory is found by its name, and the year that is read stays', async () => {
  find.mockResolvedValue([
    {
      kind: 'commune',
      code: '09261',
      name: 'Saint-Girons',
      population: 6008,
      detail: 'Commune, Ariège (09)',
    },
  ])
  app.opens('/etat/besoins')
  await app.user.selectOptions(await screen.findByLabelText('Année'), '2024')
  await waitFor(() => expect(ask.mock.lastCall?.[0].year).toBe(2024))
  await app.user.type(screen.getByRole('combobox', { name: 'Chercher un territoire' }), 'girons')
  await app.user.click(await screen.findByRole('option', { name: /Saint-Girons.*Commune, Ariège/ }))
  await waitFor(() =>
    expect(ask.mock.lastCall?.[0]).toEqual({ territory: { kind: 'commune', code: '09261' }, year: 2024 }),
  )
})

test('who reads one department begins there', async () => {
  app = anApp({ givenName: 'Farid', scopes: [], state: { department: '09' } })
  app.opens('/etat/besoins')
  await titleIs('Ariège')
  expect(ask.mock.lastCall?.[0].territory).toEqual({ kind: 'departement', code: '09' })
})

test('what is hidden is said as hidden, and that no detail is told as well', async () => {
  ask.mockImplementation((question) => {
    const answer = needs(question)
    const { edition } = answer
    const now = { accompaniments: null, values: {} }
    return Promise.resolve({
      ok: true,
      figures: { ...answer, edition: edition && { ...edition, now, before: null, within: [] } },
    })
  })
  app.opens('/etat/besoins/commune/09182')
  await titleIs('Ariège')
  expect(total('Accompagnements')).toHaveTextContent('masqué')
  expect(total('Pour 1 000 habitants')).toHaveTextContent('masqué')
  expect(screen.getByText(/Le détail n’est pas donné pour ce territoire/)).toBeVisible()
})

test('before any year is over nothing is shown, and why', async () => {
  ask.mockImplementation((question) =>
    Promise.resolve({ ok: true, figures: needs(question, { years: [], edition: null }) }),
  )
  app.opens('/etat/besoins')
  expect(await screen.findByText('Aucune année n’est encore publiée.')).toBeVisible()
  expect(screen.queryByLabelText('Année')).toBeNull()
})

test('without network the last view is read', async () => {
  app.opens('/etat/besoins/departement/09')
  await titleIs('Ariège')
  ask.mockImplementation(() => Promise.resolve({ ok: false, reason: 'offline' }))
  app.opens('/')
  app.opens('/etat/besoins/departement/09')
  expect(await screen.findByText('Le serveur ne répond pas.')).toBeVisible()
  expect(await titleIs('Ariège')).toBeVisible()
})

test('a territory beyond one’s own is refused, and an address of none is no page', async () => {
  ask.mockResolvedValue({ ok: false, reason: 'forbidden' })
  app.opens('/etat/besoins/departement/11')
  expect(await screen.findByText('Ce territoire ne peut pas être lu.')).toBeVisible()
  app.opens('/etat/besoins/canton/0912')
  expect(await screen.findByText(/page n’existe/)).toBeVisible()
})

test('an advisor finds no needs of territories', async () => {
  app = anApp({})
  app.opens('/etat/besoins')
  expect(await screen.findByText('Vous n’avez pas accès à ces chiffres.')).toBeVisible()
  expect(ask).not.toHaveBeenCalled()
})
