import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Readiness } from '../../../../src/domain/commitments/readiness/advisor-readiness.ts'
import {
  readinessByDepartment,
  type StructureReadiness,
} from '../../../../src/domain/commitments/readiness/readiness-by-department.ts'
import { tallyOf } from '../../../../src/domain/commitments/readiness/readiness-tally.ts'

const unknown: Readiness = {
  initial: 'unknown',
  exams: 'unknown',
  certified: 'unknown',
  continuing: 'unknown',
  equipped: 'unknown',
  clothed: 'unknown',
}
const waiting: Readiness = { ...unknown, initial: 'done', exams: 'not-done', certified: 'not-done' }
const failed: Readiness = { ...waiting, exams: 'done' }
const passed: Readiness = { ...failed, certified: 'done' }

function aStructure(department: string | null, ...advisors: readonly Readiness[]): StructureReadiness {
  return { department, tally: tallyOf(advisors) }
}

const times = (count: number, one: Readiness) => Array.from({ length: count }, () => one)

test('structures add up to departments, and departments to the nation; each state is counted apart', () => {
  const { nation, departments } = readinessByDepartment([
    aStructure('31', ...times(4, passed), failed, failed),
    aStructure('09', waiting, unknown),
    aStructure('09', { ...waiting, continuing: 'not-due' }),
    aStructure('974', unknown),
    aStructure(null, unknown),
    aStructure('32'),
  ])
  expect(departments.map(({ department, inPost }) => [department, inPost])).toEqual([
    ['09', 3],
    ['31', 6],
    ['974', 1],
    [null, 1],
  ])
  expect(departments[0]).toMatchObject({
    initial: { done: 2, 'not-done': 0, unknown: 1, 'not-due': 0 },
    continuing: { done: 0, 'not-done': 0, unknown: 2, 'not-due': 1 },
  })
  expect(nation).toMatchObject({
    inPost: 11,
    initial: { done: 8, unknown: 3 },
    certified: { done: 4, 'not-done': 4, unknown: 3 },
  })
})

test('how many are certified is hidden where one to four sat their exams, and where it could be found by subtracting', () => {
  const { nation, departments } = readinessByDepartment([
    aStructure('09', failed, waiting),
    aStructure('31', ...times(6, passed)),
    aStructure('32', ...times(9, passed)),
    aStructure('33', waiting),
  ])
  expect(departments.map(({ department, certified }) => [department, certified?.done])).toEqual([
    ['09', undefined],
    ['31', undefined],
    ['32', 9],
    ['33', 0],
  ])
  expect(nation.certified?.done).toBe(15)
})

test('a department that none can hide takes the nation’s number with it', () => {
  const { nation, departments } = readinessByDepartment([aStructure('09', passed), aStructure('31', waiting)])
  expect([nation.certified, departments[0]?.certified]).toEqual([null, null])
  expect(nation.initial.done).toBe(2)
})

const anyNation = fc.array(fc.record({ waiting: fc.nat(3), failed: fc.nat(7), passed: fc.nat(7) }), {
  minLength: 1,
  maxLength: 8,
})

function nationOf(counts: readonly { waiting: number; failed: number; passed: number }[]) {
  return counts.map((one, place) =>
    aStructure(
      `0${place}`,
      ...times(one.waiting + 1, waiting),
      ...times(one.failed, failed),
      ...times(one.passed, passed),
    ),
  )
}

test('no subtraction tells the results of one to four people who sat their exams', () => {
  fc.assert(
    fc.property(anyNation, (counts) => {
      const { nation, departments } = readinessByDepartment(nationOf(counts))
      const sat = counts.map((one) => one.failed + one.passed)
      const hidden = departments.flatMap(({ certified }, place) => (certified ? [] : [sat[place] ?? 0]))
      const shown = departments.flatMap(({ certified }, place) => (certified ? [sat[place] ?? 0] : []))
      const rest = hidden.reduce((sum, one) => sum + one, 0)
      expect(shown.filter((one) => one > 0 && one < 5)).toEqual([])
      const isFound = nation.certified !== null && hidden.length > 0 && (hidden.length === 1 || rest < 5)
      expect(isFound).toBe(false)
    }),
  )
})

test('what is hidden depends on who sat, and not on who passed', () => {
  fc.assert(
    fc.property(anyNation, fc.array(fc.nat(7), { minLength: 8, maxLength: 8 }), (counts, others) => {
      const hidden = (of: typeof counts) => {
        const { nation, departments } = readinessByDepartment(nationOf(of))
        return [nation, ...departments].map(({ certified }) => certified === null)
      }
      const elsewise = counts.map((one, place) => {
        const all = one.failed + one.passed
        const fewer = Math.min(others[place] ?? 0, all)
        return { ...one, passed: fewer, failed: all - fewer }
      })
      expect(hidden(elsewise)).toEqual(hidden(counts))
    }),
  )
})
