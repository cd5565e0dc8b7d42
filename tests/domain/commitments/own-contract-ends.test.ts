import { expect, test } from 'vitest'
import type { OwnContract } from '../../../src/domain/access/own-contracts.ts'
import { ownContractEnds } from '../../../src/domain/commitments/own-contract-ends.ts'
import { awasScope, brunosScope, day } from '../../builders/a-post-fact.ts'

function aContract(starts: string, ends: string | null, scope = awasScope): OwnContract {
  return {
    scope,
    structureName: 'Mairie de Saint-Girons',
    role: 'advisor',
    post: '09-0001',
    terms: 'cdd',
    weeklyMinutes: 2100,
    isDeparture: false,
    starts: day(starts),
    ends: ends === null ? null : day(ends),
  }
}

const ends = (on: string, ...contracts: OwnContract[]) =>
  ownContractEnds(contracts, day(on)).map((one) => [one.ends, one.withinMonths])

test('the end of one’s contract is told six, three and one months before, up to its last day', () => {
  const contract = aContract('2025-01-01', '2026-12-31')
  expect(
    ['2026-06-29', '2026-06-30', '2026-09-30', '2026-11-30', '2026-12-31'].map((on) => ends(on, contract)),
  ).toEqual([
    [['2026-12-31', undefined]],
    [['2026-12-31', 6]],
    [['2026-12-31', 3]],
    [['2026-12-31', 1]],
    [['2026-12-31', 1]],
  ])
  expect(ends('2027-01-01', contract)).toEqual([])
})

test('what goes on without a day between ends later, and a day between is an end', () => {
  const first = aContract('2025-01-01', '2026-12-31')
  expect(ends('2026-11-23', first, aContract('2027-01-01', '2027-12-31'))).toEqual([
    ['2027-12-31', undefined],
  ])
  expect(ends('2026-11-23', first, aContract('2027-01-01', null))).toEqual([])
  expect(ends('2026-11-23', first, aContract('2027-01-02', null))).toEqual([['2026-12-31', 3]])
})

test('of two structures each has its own end, the nearest first', () => {
  expect(
    ends(
      '2026-11-23',
      aContract('2025-01-01', '2027-03-31'),
      aContract('2025-01-01', '2026-12-31', brunosScope),
    ),
  ).toEqual([
    ['2026-12-31', 3],
    ['2027-03-31', 6],
  ])
})
