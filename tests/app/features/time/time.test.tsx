import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { declareAbsence } from '../../../../src/app/data/absences.ts'
import { fetchOwnContracts, keepOwnContracts } from '../../../../src/app/data/own-contracts.ts'
import { ownTime } from '../../../../src/app/data/own-time.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import type { OwnContract } from '../../../../src/domain/access/own-contracts.ts'
import type { OwnScope } from '../../../../src/domain/access/signed-in-person.ts'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import { mondayOf } from '../../../../src/domain/statistics/period.ts'
import { anOwnScope } from '../../../builders/a-person.ts'
import { aStructureId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

const today = todayHere()
const lastMonday = addDays(mondayOf(today), -7)

vi.mock('../../../../src/app/data/own-contracts.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchOwnContracts: vi.fn<typeof fetchOwnContracts>(async () => ({ ok: false, reason: 'offline' })),
}))

function contractsOf(scopes: readonly OwnScope[], weeklyMinutes: number): OwnContract[] {
  return scopes.flatMap(({ scope, structureName, contracts: days }) =>
    days.map((one): OwnContract => ({
      ...one,
      scope,
      structureName,
      role: 'advisor',
      post: null,
      terms: 'cdi',
      weeklyMinutes,
      isDeparture: false,
    })),
  )
}

/** The hours of each contract, as they were read last. */
function readContracts({ db }: AppOnDevice, scopes: readonly OwnScope[], weeklyMinutes: number) {
  const contracts = contractsOf(scopes, weeklyMinutes)
  return keepOwnContracts(db, 'mine', { readAt: Date.now(), said: { contracts } })
}

test('one’s time is told without network, by what it went to and week by week', async () => {
  const app = anApp({ memberships: [] })
  await app.files({ date: addDays(lastMonday, 1), minutes: 120 })
  app.opens('/temps')
  expect(await screen.findByText(/^2\sh dans les comptes rendus/)).toBeVisible()
  expect(screen.getByText(/n’est pas renseigné/)).toBeVisible()
  expect(screen.getByText(/Votre structure lit la même page/)).toBeVisible()
  await app.user.click(screen.getByText('Voir semaine par semaine'))
  expect(screen.getByRole('table', { name: 'Temps par semaine, moi' })).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('the hours of one’s contracts are read when the page opens', async () => {
  const scope = anOwnScope()
  const app = anApp({ memberships: [], scopes: [scope] })
  vi.mocked(fetchOwnContracts).mockResolvedValueOnce({
    ok: true,
    figures: { readAt: Date.now(), said: { contracts: contractsOf([scope], 2100) } },
  })
  app.opens('/temps')
  expect(await screen.findByText(/\d h de travail prévues/)).toBeVisible()
})

test('of two half-time posts hours add up, and an absence takes those of its own post alone', async () => {
  const scopes = [anOwnScope(), anOwnScope({ structureId: aStructureId(), structureName: 'Centre social' })]
  const app = anApp({ memberships: [], scopes })
  await readContracts(app, scopes, 1050)
  const expected = async () => {
    const weeks = await ownTime(app.db, scopes, today)
    return weeks.find(({ monday }) => monday === lastMonday)?.expected
  }
  const before = await expected()
  const [first] = scopes
  if (!first || !before) throw new Error('two posts, and a week with days of work')
  await declareAbsence(app.db, [first.scope], {
    kind: 'conge',
    from: lastMonday,
    to: addDays(lastMonday, 4),
  })
  expect(await expected()).toBe(before / 2)
  app.opens('/temps')
  expect(await screen.findByText(/Chaque structure lit ce qui est d’elle, et rien de l’autre/)).toBeVisible()
})
