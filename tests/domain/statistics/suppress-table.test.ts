import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { solve, type Constraint } from 'yalps'
import { isSmall } from '../../../src/domain/statistics/small-counts.ts'
import {
  placeKey,
  quarterOf,
  suppressTable,
  type Protection,
  type SeriesCounts,
  type SuppressedTable,
  type Window,
  type YearTable,
} from '../../../src/domain/statistics/suppress-table.ts'

/** Persons by department, value and month. */
type Cube = readonly (readonly (readonly number[])[])[]

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

function countsOf(months: readonly number[]): SeriesCounts {
  return {
    months,
    quarters: [0, 3, 6, 9].map((from) => sum(months.slice(from, from + 3))),
    year: sum(months),
  }
}

const monthNumbers = Array.from({ length: 12 }, (_, month) => month)

function totalsOf(cube: Cube): number[][] {
  return cube.map((row) => monthNumbers.map((month) => sum(row.map((months) => months[month] ?? 0))))
}

/** The totals of a year, then what they are made of: as an edition suppresses them. */
function suppressed(cube: Cube, regions: readonly string[], addsUp = true) {
  const totals = totalsOf(cube)
  const above = suppressTable({ regions, addsUp: false, series: totals.map((months) => [countsOf(months)]) })
  const table: YearTable = {
    regions,
    addsUp,
    series: cube.map((row) => row.map(countsOf)),
    ceiling: ({ department, month }) => totals[department]?.[month] ?? 0,
    isBrokenDown: (department) =>
      above.windows[department]?.[0]?.every((window) => window === 'month') ?? true,
  }
  return { above, below: suppressTable(table), totals }
}

const windowAt = ({ windows }: SuppressedTable, department: number, value: number, month: number): Window =>
  windows[department]?.[value]?.[quarterOf(month)] ?? 'none'

/** All that somebody may know who wants to find a hidden count: what is told, and sums that others may tell. */
class Attacker {
  readonly #variables = new Map<string, Map<string, number>>()
  readonly #constraints = new Map<string, Constraint>()
  readonly #cube: Cube

  constructor(
    cube: Cube,
    result: ReturnType<typeof suppressed>,
    regions: readonly string[],
    told: Protection,
  ) {
    this.#cube = cube
    const places = cube.flatMap((row, department) =>
      row.flatMap((_, value) => monthNumbers.map((month) => ({ department, value, month }))),
    )
    for (const { department, value, month } of places) {
      const cell = placeKey({ department, value, month })
      this.#tell(result.below, department, value, month, cell, this.#persons(department, value, month))
      this.#sums(cell, `total ${department} ${month}`, 1, 0)
      const region = regions[department]
      if (told === 'region') this.#adds(cell, `region ${region} ${value} ${month}`, department, value, month)
      if (told !== 'own') this.#adds(cell, `nation ${value} ${month}`, department, value, month)
    }
    for (const [department, months] of result.totals.entries())
      for (const [month, persons] of months.entries()) {
        const cell = `sum ${department} ${month}`
        this.#tell(result.above, department, 0, month, cell, persons)
        this.#sums(cell, `total ${department} ${month}`, -1, 0)
        if (told === 'own') continue
        this.#sums(cell, `nation sum ${month}`, 1, persons)
      }
  }

  /** The most persons that there may be in some months, for all that is known. */
  most(department: number, value: number, months: readonly number[]): number {
    return this.#greatest(months.map((month) => placeKey({ department, value, month })))
  }

  mostInAll(department: number, months: readonly number[]): number {
    return this.#greatest(months.map((month) => `sum ${department} ${month}`))
  }

  #greatest(cells: readonly string[]): number {
    const variables = new Map(this.#variables)
    for (const cell of cells)
      variables.set(cell, new Map([...(variables.get(cell) ?? new Map<string, number>()), ['goal', 1]]))
    const { status, result } = solve({
      direction: 'maximize',
      objective: 'goal',
      constraints: this.#constraints,
      variables,
    })
    if (status !== 'optimal' && status !== 'unbounded') throw new Error(`The attacker is lost: ${status}`)
    return status === 'unbounded' ? Infinity : result
  }

  #persons(department: number, value: number, month: number): number {
    return this.#cube[department]?.[value]?.[month] ?? 0
  }

  #tell(
    table: SuppressedTable,
    department: number,
    value: number,
    month: number,
    cell: string,
    persons: number,
  ): void {
    const series = `${cell.startsWith('sum') ? 'sums' : 'cells'} ${department} ${value}`
    if (!this.#variables.has(cell)) this.#variables.set(cell, new Map())
    switch (windowAt(table, department, value, month)) {
      case 'month':
        this.#sums(cell, `month ${cell}`, 1, persons)
        break
      case 'quarter':
        this.#sums(cell, `quarter ${quarterOf(month)} ${series}`, 1, persons)
        break
      case 'year':
        this.#sums(cell, `year ${series}`, 1, persons)
        break
      case 'none':
        break
    }
  }

  #adds(cell: string, line: string, department: number, value: number, month: number): void {
    this.#sums(cell, line, 1, this.#persons(department, value, month))
  }

  /** One more term of a sum that is known. */
  #sums(cell: string, line: string, factor: number, persons: number): void {
    this.#variables.get(cell)?.set(line, factor)
    const known = this.#constraints.get(line)?.equal ?? 0
    this.#constraints.set(line, { equal: known + persons })
  }
}

const persons = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 5, max: 60 }),
  fc.integer({ min: 5, max: 60 }),
)
const aCube = fc
  .record({ departments: fc.integer({ min: 1, max: 4 }), values: fc.integer({ min: 2, max: 4 }) })
  .chain(({ departments, values }) =>
    fc.record({
      cube: fc.array(
        fc.array(fc.array(persons, { minLength: 12, maxLength: 12 }), {
          minLength: values,
          maxLength: values,
        }),
        { minLength: departments, maxLength: departments },
      ),
      regions: fc.array(fc.constantFrom('76', '84'), { minLength: departments, maxLength: departments }),
    }),
  )

test('no month, quarter or year of one to four persons is told', () => {
  fc.assert(
    fc.property(aCube, ({ cube, regions }) => {
      const { below } = suppressed(cube, regions)
      for (const [department, row] of cube.entries())
        for (const [value, months] of row.entries()) {
          const { quarters, year } = countsOf(months)
          const windows = monthNumbers.map((month) => windowAt(below, department, value, month))
          expect(months.filter((count, month) => isSmall(count) && windows[month] === 'month')).toEqual([])
          expect(quarters.filter((count, at) => isSmall(count) && windows[3 * at] === 'quarter')).toEqual([])
          expect(isSmall(year) && windows.includes('year')).toBe(false)
          // What is told never overlaps: it adds up to what it tells of.
          const isWhole = windows.includes('year') || windows.includes('none')
          expect(isWhole && new Set(windows).size > 1).toBe(false)
        }
    }),
    { numRuns: 200 },
  )
})

test('nobody finds by all sums together that a hidden count is of fewer than five', () => {
  const attacked: Record<Protection, number> = { region: 0, nation: 0, own: 0 }
  fc.assert(
    fc.property(aCube, fc.nat(2), ({ cube, regions }, third) => {
      const result = suppressed(cube, regions)
      const attackers = new Map<Protection, Attacker>()
      // Four at most: to attack each of them, where nearly all is hidden, takes half a minute.
      const apart = Math.max(3, Math.ceil(result.below.protections.size / 4))
      const hidden = [...result.below.protections].filter((_, at) => at % apart === third)
      for (const [key, told] of hidden) {
        const attacker = attackers.get(told) ?? new Attacker(cube, result, regions, told)
        attackers.set(told, attacker)
        attacked[told] += 1
        const [department = 0, month = 0, value = 0] = key.split(' ').map(Number)
        const { quarters } = countsOf(cube[department]?.[value] ?? [])
        const quarter = monthNumbers.filter((one) => quarterOf(one) === quarterOf(month))
        // A quarter of fewer than five is as telling as a month.
        for (const months of [[month], ...(isSmall(quarters[quarterOf(month)] ?? 0) ? [quarter] : [])])
          expect(attacker.most(department, value, months), `${told} ${key}`).toBeGreaterThan(4.999)
      }
    }),
    { numRuns: 40 },
  )
  expect(attacked.region).toBeGreaterThan(0)
  expect(attacked.nation + attacked.own).toBeGreaterThan(0)
})

test('nor that a department and month had fewer than five persons in all', () => {
  fc.assert(
    fc.property(aCube, fc.nat(3), fc.array(fc.nat(2), { maxLength: 12 }), ({ cube, regions }, at, few) => {
      // One department has next to nobody in some months.
      const thin = cube.map((row, department) =>
        department === at % cube.length
          ? row.map((months, value) =>
              months.map((count, month) =>
                month < few.length ? (value === 0 ? (few[month] ?? 0) : 0) : count,
              ),
            )
          : row,
      )
      const result = suppressed(thin, regions)
      const attacker = new Attacker(thin, result, regions, 'own')
      for (const key of result.above.protections.keys()) {
        const [department = 0, month = 0] = key.split(' ').map(Number)
        expect(attacker.mostInAll(department, [month]), key).toBeGreaterThan(4.999)
      }
    }),
    { numRuns: 40 },
  )
})

test('where neighbours have enough people, the sums of region and nation give nothing away', () => {
  const busy = Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => monthNumbers.map(() => 20)))
  const cube = busy.map((row, department) =>
    row.map((months, value) =>
      months.map((count, month) => (department === 0 && value === 0 && month === 7 ? 2 : count)),
    ),
  )
  const { below } = suppressed(cube, ['76', '76', '76'])
  expect([...below.protections]).toEqual([['0 7 0', 'region']])
  const told = below.windows.map((row) => row.map((quarters) => quarters[2]))
  // Two departments and two values by the quarter: a square, and no more.
  expect(told).toEqual([
    ['quarter', 'quarter', 'month', 'month'],
    ['quarter', 'quarter', 'month', 'month'],
    ['month', 'month', 'month', 'month'],
  ])
  expect(below.windows.flat(2).filter((window) => window === 'quarter')).toHaveLength(4)
})

test('a series that is rare all year is told by its year, or not at all', () => {
  const rare = monthNumbers.map((month) => (month % 2 === 0 ? 1 : 0))
  const busy = monthNumbers.map(() => 50)
  const { below } = suppressed([[busy, rare, busy]], ['76'])
  expect(below.windows[0]?.[1]).toEqual(['year', 'year', 'year', 'year'])
  const once = monthNumbers.map((month) => (month === 3 ? 2 : 0))
  expect(suppressed([[busy, once, busy]], ['76']).below.windows[0]?.[1]).toEqual([
    'none',
    'none',
    'none',
    'none',
  ])
})
