import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { StateFigures } from '../../../../src/domain/access/state-figures.ts'
import { fetchStateFigures, type StateFiguresQuestion } from '../../../../src/app/data/state-figures.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/state-figures.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchStateFigures: vi.fn<typeof fetchStateFigures>(),
}))

const ask = vi.mocked(fetchStateFigures)
let app: AppOnDevice

function figures(
  { months: period, department }: StateFiguresQuestion,
  more: Partial<StateFigures> = {},
): StateFigures {
  const accompaniments = department === '11' ? 8 : 1200
  const totals = {
    activities: accompaniments,
    accompaniments,
    beneficiaries: { named: null, anonymous: null, total: accompaniments },
    newOnes: 5,
    minutes: { accompaniment: 600, rest: 0, total: 600 },
    eventParticipants: 0,
  }
  return {
    countedAt: '2026-11-23T10:00:00.000Z',
    period,
    before: { period, totals: { ...totals, accompaniments: null } },
    totals,
    weights: { 'theme:email': [700, 700, 600] },
    traits: { 'sexe:feminin': 600 },
    hidden: ['sexe:masculin', 'theme:sante'],
    delay: { activities: 3, median: 1 },
    bars: [{ ...period, accompaniments: null, activities: null }],
    departments:
      department === undefined
        ? {
            '09': { accompaniments: 1192, activities: 1192 },
            '11': { accompaniments: null, activities: null },
          }
        : null,
    isWhole: true,
    ...more,
  }
}

beforeEach(() => {
  ask.mockReset()
  ask.mockImplementation((question) => Promise.resolve({ ok: true, figures: figures(question) }))
  app = anApp({ givenName: 'Farid', scopes: [], state: { department: null } })
})

const total = () => screen.queryByText('Accompagnements', { selector: 'dt' })?.nextElementSibling
const totalIs = async (count: RegExp) => waitFor(() => expect(total()).toHaveTextContent(count))

test('the State reads the nation, what each department comes to, and what is hidden as such', async () => {
  app.opens('/')
  await app.user.click(await screen.findByRole('link', { name: /France entière/ }))
  await totalIs(/^1.200/)
  expect(screen.getByText(/dont suivis masqués, anonymes masqués, 5 nouveaux/)).toBeVisible()
  // Found by their words: so many rows are long to be found by their roles.
  const rowOf = (department: string) => screen.getByText(department).closest('tr')
  expect(rowOf('Ariège (09)')).toHaveTextContent(/1.192/)
  expect(rowOf('Aude (11)')).toHaveTextContent(/masqué.*masqué/)
  expect(rowOf('Aveyron (12)')).toHaveTextContent(/0.*0/)
  const themes = within(screen.getByRole('region', { name: 'Thématiques' }))
  expect(themes.getByText('Santé').parentElement).toHaveTextContent(/masqué/)
  const genders = within(screen.getByRole('region', { name: /Genre|Sexe/ }))
  expect(genders.queryByText('Non communiqué')).toBeNull()
  expect(screen.getByText(/moins de cinq personnes est masqué/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('what activities come to is read while people are being counted, and nothing is offered that would lack them', async () => {
  let finish: () => void = () => undefined
  ask.mockImplementation(async (question, early) => {
    early?.(figures(question, { isWhole: false, traits: {}, hidden: ['theme:sante'] }))
    await new Promise<void>((resolve) => (finish = resolve))
    return { ok: true, figures: figures(question) }
  })
  app.opens('/etat/chiffres')
  await totalIs(/^1.200/)
  const people = () => screen.getByText('Bénéficiaires', { selector: 'dt' }).parentElement
  expect(people()).toHaveAttribute('aria-busy', 'true')
  expect(people()).not.toHaveTextContent(/\d/)
  expect(screen.getByRole('region', { name: 'Genre' })).toHaveAttribute('aria-busy', 'true')
  expect(screen.queryByRole('button', { name: 'Imprimer' })).toBeNull()
  expect(screen.queryByText('Les chiffres sont affichés.')).toBeNull()
  expect(await accessibilityViolations()).toEqual([])
  finish()
  await waitFor(() => expect(people()).toHaveTextContent(/1.200/))
  expect(people()).not.toHaveAttribute('aria-busy', 'true')
  expect(screen.getByRole('region', { name: 'Genre' })).not.toHaveAttribute('aria-busy', 'true')
  expect(screen.getByText('Les chiffres sont affichés.').closest('output')).not.toBeNull()
  expect(screen.getByRole('button', { name: 'Imprimer' })).toBeVisible()
})

test('whole months alone are asked for: by a name, or from one month to another', async () => {
  app.opens('/etat/chiffres?du=2026-09-03&au=2026-10-17')
  await totalIs(/^1.200/)
  expect(ask.mock.lastCall?.[0].months).toEqual({ from: '2026-09-01', to: '2026-10-31' })
  await app.user.selectOptions(screen.getByLabelText('De'), 'octobre 2026')
  await waitFor(() => expect(ask.mock.lastCall?.[0].months).toEqual({ from: '2026-10-01', to: '2026-10-31' }))
  await app.user.selectOptions(screen.getByLabelText('Période'), 'Les 12 derniers mois')
  await waitFor(() => {
    const { from, to } = ask.mock.lastCall?.[0].months ?? {}
    expect([from?.slice(8), Number(to?.slice(0, 4)) * 12 + Number(to?.slice(5, 7))]).toEqual([
      '01',
      Number(from?.slice(0, 4)) * 12 + Number(from?.slice(5, 7)) + 11,
    ])
  })
})

test('a department is a choice away, and the nation a step back', async () => {
  app.opens('/etat/chiffres')
  await app.user.selectOptions(await screen.findByLabelText('Territoire'), '11')
  await totalIs(/^8/)
  expect(screen.getByRole('heading', { level: 1, name: 'Aude (11)' })).toBeVisible()
  expect(screen.queryByText('Par département')).toBeNull()
})

test('a filter is asked of the server, kept in the address, and taken away in one tap', async () => {
  ask.mockImplementation((question) => {
    const { totals } = figures(question)
    const some = question.values.length === 0 ? totals : { ...totals, accompaniments: 700, activities: 700 }
    return Promise.resolve({ ok: true, figures: figures(question, { totals: some }) })
  })
  app.opens('/etat/chiffres')
  await totalIs(/^1.200/)
  await app.user.click(screen.getByText('Filtrer'))
  await app.user.click(await screen.findByText('Thématiques', { selector: 'summary *' }))
  // What is hidden is not offered.
  expect(screen.queryByRole('checkbox', { name: /Santé/ })).toBeNull()
  await app.user.click(screen.getByRole('checkbox', { name: /mail.*700/i }))
  await totalIs(/^700/)
  expect(ask.mock.lastCall?.[0].values).toEqual(['theme:email'])
  await waitFor(() => expect(location.search).toContain('theme'))
  await app.user.click(screen.getByRole('button', { name: /Retirer le filtre/ }))
  await totalIs(/^1.200/)
})

test('an address of filters that the State may not ask for asks without them', async () => {
  app.opens('/etat/chiffres?commune=09261&theme=email')
  await totalIs(/^1.200/)
  expect(ask.mock.lastCall?.[0].values).toEqual(['theme:email'])
})

test('who reads one department reads that one', async () => {
  app = anApp({ givenName: 'Farid', scopes: [], state: { department: '11' } })
  app.opens('/etat/chiffres')
  await totalIs(/^8/)
  expect(ask.mock.lastCall?.[0].department).toBe('11')
  expect(screen.queryByLabelText('Territoire')).toBeNull()
})

test('too few people are not shown at all, and nothing is said as such', async () => {
  const few = { named: null, anonymous: null, total: null }
  ask.mockImplementationOnce((question) => {
    const { totals } = figures(question)
    const hidden = { ...totals, activities: null, accompaniments: null, beneficiaries: few, minutes: null }
    return Promise.resolve({ ok: true, figures: figures(question, { totals: hidden }) })
  })
  app.opens('/etat/chiffres/11')
  expect(await screen.findByText('Trop peu de personnes pour être montré.')).toBeVisible()
})

test('without network the last ones are read', async () => {
  app.opens('/etat/chiffres')
  await totalIs(/^1.200/)
  ask.mockImplementation(() => Promise.resolve({ ok: false, reason: 'offline' }))
  app.opens('/')
  app.opens('/etat/chiffres')
  expect(await screen.findByText('Le serveur ne répond pas.')).toBeVisible()
  await totalIs(/^1.200/)
})

test('an advisor finds no figures of the State', async () => {
  app = anApp({})
  app.opens('/etat/chiffres')
  expect(await screen.findByText('Vous n’avez pas accès à ces chiffres.')).toBeVisible()
  expect(ask).not.toHaveBeenCalled()
})
