import { isSmall, leastShown } from './small-counts.ts'

/** How fine a series is told: by its months; by a quarter; by the year alone; not at all. Each hides all that is finer. */
export const windows = ['month', 'quarter', 'year', 'none'] as const
export type Window = (typeof windows)[number]

/** Persons of one series, department × value, over a year. Of distinct people a quarter isn't the sum of its months. */
export interface SeriesCounts {
  /** Twelve. */
  readonly months: readonly number[]
  /** Four. */
  readonly quarters: readonly number[]
  readonly year: number
}

/** One dimension of a year: departments × months × values, all that is told of it and all that it may be found by. */
export interface YearTable {
  /** The territory that each department's figures are added up in, above it and below the nation. */
  readonly regions: readonly string[]
  /** By department, then by value. */
  readonly series: readonly (readonly SeriesCounts[])[]
  /** Whether the values of a department and month add up to a total that is told (or to more than it, never to less). */
  readonly addsUp: boolean
  /** The total of a department and month, where there is one: no value of it can be of more. */
  readonly ceiling?: (at: Place) => number
  /**
   * Whether a department's totals are all told by month: only then is it broken down, and its month's values add up to
   * something that is known. Everybody's where nothing is said.
   */
  readonly isBrokenDown?: (department: number) => boolean
}

export interface Place {
  readonly department: number
  readonly month: number
  readonly value: number
}

/** Whose sums a small count is safe from, beside what the table itself tells: no more than its department's year. */
export type Protection = 'region' | 'nation' | 'own'

export interface SuppressedTable {
  /** By department, then by value: a window for each quarter. */
  readonly windows: readonly (readonly (readonly Window[])[])[]
  /** Of every month of one to four persons, how far it is protected. */
  readonly protections: ReadonlyMap<string, Protection>
}

export function placeKey({ department, month, value }: Place): string {
  return `${department} ${month} ${value}`
}

export function quarterOf(month: number): number {
  return Math.floor(month / 3)
}

/**
 * Hides every month, quarter and year of one to four persons in a whole table at once, by telling its series less
 * finely, and as many others as it takes for each hidden month to be able to hold five or more persons without changing
 * anything that is told: its department's longer periods, its month's total, and its region's and the nation's sums. The
 * proof of each is a handful of *moves*: one person more here and one less there, in eight series at most, so that every
 * sum stays. Only what is hidden moves. (Decision 008.)
 */
export function suppressTable(table: YearTable): SuppressedTable {
  return new Suppression(table).run()
}

const [byMonth, byQuarter, byYear, notAtAll] = [0, 1, 2, 3] as const

/** From what sums a month is protected, and how little of a series is told for it: rather the nation's than nothing. */
const attempts = [
  ['region', byYear],
  ['nation', byYear],
  ['nation', notAtAll],
  ['own', notAtAll],
] as const satisfies readonly (readonly [Protection, number])[]

interface Pair {
  readonly department: number
  readonly value: number
}

/** Other series and months that persons are exchanged with. */
interface Move {
  readonly department: number | undefined
  readonly value: number | undefined
  readonly month: number | undefined
  readonly persons: number
}

type Square = Pick<Move, 'department' | 'value'>

class Suppression {
  readonly #table: YearTable
  /** As a number, by department, value and quarter: the greater, the less is told. */
  readonly #windows: number[][][]
  readonly #departments: readonly number[]
  readonly #values: readonly number[]

  constructor(table: YearTable) {
    this.#table = table
    this.#departments = [...table.series.keys()]
    this.#values = [...(table.series[0] ?? []).keys()]
    this.#windows = table.series.map((row, department) =>
      row.map((counts) => (this.#isBrokenDown(department) ? firstWindows(counts) : allQuarters(notAtAll))),
    )
  }

  run(): SuppressedTable {
    for (const pair of this.#pairs()) this.#levelOff(pair)
    const protections = new Map<string, Protection>()
    for (const place of this.#smallPlaces()) protections.set(placeKey(place), this.#protect(place))
    return {
      windows: this.#windows.map((row) => row.map((quarters) => quarters.map((window) => nameOf(window)))),
      protections,
    }
  }

  #pairs(): Pair[] {
    return this.#departments.flatMap((department) => this.#values.map((value) => ({ department, value })))
  }

  #smallPlaces(): Place[] {
    return this.#pairs().flatMap((pair) =>
      this.#counts(pair).months.flatMap((persons, month) => (isSmall(persons) ? [{ ...pair, month }] : [])),
    )
  }

  /** Raises what others may be found by, from the least that is hidden for it, until the month can hold five persons. */
  #protect(place: Place): Protection {
    // Nothing at all is told of what its total is made of.
    if (!this.#isBrokenDown(place.department)) return 'own'
    const least = this.#windowOf(place, quarterOf(place.month))
    for (const [tier, widest] of attempts)
      for (let window = least; window <= Math.max(least, widest); window += 1) {
        const moves = this.#movesFor(place, window, tier)
        if (!moves) continue
        this.#raise(place, quarterOf(place.month), window)
        for (const move of moves) this.#hide(place, move, window)
        return tier
      }
    // Of values that needn't add up to their total: whatever it is, nothing tells how many of it are of this one.
    this.#raise(place, quarterOf(place.month), notAtAll)
    return 'own'
  }

  #hide(place: Place, move: Move, window: number): void {
    for (const quarter of new Set([quarterOf(place.month), quarterOf(move.month ?? place.month)]))
      for (const pair of pairsOf(place, move)) this.#raise(pair, quarter, window)
  }

  #raise(pair: Pair, quarter: number, window: number): void {
    const quarters = this.#quartersOf(pair)
    quarters[quarter] = Math.max(quarters[quarter] ?? byMonth, window)
    this.#levelOff(pair)
  }

  /** Of a year that is told alone, or not at all, no quarter is told. */
  #levelOff(pair: Pair): void {
    const quarters = this.#quartersOf(pair)
    const widest = Math.max(...quarters)
    if (widest >= byYear) quarters.fill(widest)
  }

  /** Enough moves for the month to hold five persons, the cheapest partners first; undefined where there aren't. */
  #movesFor(place: Place, window: number, tier: Protection): Move[] | undefined {
    const partners = this.#partnersOf(place, tier)
    if (!partners) return undefined
    const values = this.#table.addsUp ? this.#othersThan(place) : [undefined]
    const months = monthsWithin(window, place.month)
    const needed = leastShown - this.#persons(place)
    const squares = partners
      .flatMap((department) => values.map((value) => ({ department, value })))
      .filter((square) => this.#hasAnybody(place, square))
      .map((square) => ({ square, cost: this.#costOf(place, square, window) }))
      .sort((one, other) => one.cost - other.cost)
      .map(({ square }) => square)
    for (const square of squares) {
      const moves = this.#movesIn(place, square, months, needed, new Map())
      if (personsOf(moves) >= needed) return moves
    }
    const together: Move[] = []
    const moved = new Map<string, number>()
    for (const square of squares) {
      const left = needed - personsOf(together)
      if (left > 0) together.push(...this.#movesIn(place, square, months, left, moved))
    }
    return personsOf(together) >= needed ? together : undefined
  }

  /** Departments to exchange with, so that the sums above them stay; undefined where there is none. */
  #partnersOf(place: Place, tier: Protection): readonly (number | undefined)[] | undefined {
    if (tier === 'own') return [undefined]
    const { regions } = this.#table
    const isThere = (department: number) =>
      tier === 'nation' || regions[department] === regions[place.department]
    const partners = this.#departments.filter(
      (department) =>
        department !== place.department && this.#isBrokenDown(department) && isThere(department),
    )
    return partners.length === 0 ? undefined : partners
  }

  /** Whether somebody can go from the partners' month to this one: most have nobody there, and are known at once. */
  #hasAnybody(place: Place, { department, value }: Square): boolean {
    return (
      (department === undefined || this.#persons({ ...place, department }) > 0) &&
      (value === undefined || this.#persons({ ...place, value }) > 0)
    )
  }

  #othersThan({ value }: Place): number[] {
    return this.#values.filter((other) => other !== value)
  }

  /** As many exchanges with one department and one value as are needed, or as there can be. */
  #movesIn(
    place: Place,
    square: Square,
    months: readonly (number | undefined)[],
    needed: number,
    moved: Map<string, number>,
  ): Move[] {
    const moves: Move[] = []
    for (const month of months) {
      const cells = cellsOf(place, { ...square, month })
      const persons = Math.min(needed - personsOf(moves), ...cells.map((cell) => this.#roomOf(cell, moved)))
      if (persons <= 0) continue
      for (const { at, sign } of cells) {
        const key = placeKey(at)
        moved.set(key, (moved.get(key) ?? 0) + sign * persons)
      }
      moves.push({ ...square, month, persons })
    }
    return moves
  }

  #roomOf({ at, sign }: Cell, moved: ReadonlyMap<string, number>): number {
    const persons = this.#persons(at) + (moved.get(placeKey(at)) ?? 0)
    return sign < 0 ? persons : (this.#table.ceiling?.(at) ?? Infinity) - persons
  }

  /** How much less would be told; of as much, what is rarest goes. */
  #costOf(place: Place, square: Square, window: number): number {
    return pairsOf(place, square).reduce((cost, pair) => {
      const quarters = window >= byYear ? [0, 1, 2, 3] : [quarterOf(place.month)]
      const raised = quarters.map((quarter) => Math.max(0, window - this.#windowOf(pair, quarter)))
      return cost + raised.reduce((sum, steps) => sum + steps, 0) * 1000 + Math.log1p(this.#counts(pair).year)
    }, 0)
  }

  #isBrokenDown(department: number): boolean {
    return this.#table.isBrokenDown?.(department) ?? true
  }

  #persons(place: Place): number {
    return this.#counts(place).months[place.month] ?? 0
  }

  #counts({ department, value }: Pair): SeriesCounts {
    return found(this.#table.series[department]?.[value])
  }

  #windowOf(pair: Pair, quarter: number): number {
    return this.#quartersOf(pair)[quarter] ?? byMonth
  }

  #quartersOf({ department, value }: Pair): number[] {
    return found(this.#windows[department]?.[value])
  }
}

/** What has to be hidden of a series for its own sake. */
function firstWindows({ months, quarters, year }: SeriesCounts): number[] {
  if (isSmall(year)) return allQuarters(notAtAll)
  if (quarters.some(isSmall)) return allQuarters(byYear)
  return quarters.map((_, quarter) =>
    months.slice(3 * quarter, 3 * quarter + 3).some(isSmall) ? byQuarter : byMonth,
  )
}

function allQuarters(window: number): number[] {
  return [window, window, window, window]
}

/** Months to exchange with, so that the period that is told stays; of a series of which nothing is told, none is needed. */
function monthsWithin(window: number, month: number): (number | undefined)[] {
  if (window >= notAtAll) return [undefined]
  const all = Array.from({ length: 12 }, (_, index) => index)
  // Of a year told alone a whole quarter may be small: another quarter's months raise it too.
  return window === byYear
    ? all.filter((other) => quarterOf(other) !== quarterOf(month))
    : all.filter((other) => other !== month && quarterOf(other) === quarterOf(month))
}

interface Cell {
  readonly at: Place
  readonly sign: 1 | -1
}

/** Every corner of the box between two departments, two months and two values, as far as there are two. */
function cellsOf(place: Place, { department, value, month }: Omit<Move, 'persons'>): Cell[] {
  let cells: Cell[] = [{ at: place, sign: 1 }]
  const mirror = (other: Partial<Place>) => {
    cells = cells.flatMap((cell) => [
      cell,
      { at: { ...cell.at, ...other }, sign: cell.sign === 1 ? -1 : 1 } satisfies Cell,
    ])
  }
  if (department !== undefined) mirror({ department })
  if (value !== undefined) mirror({ value })
  if (month !== undefined) mirror({ month })
  return cells
}

function pairsOf(place: Place, { department, value }: Square): Pair[] {
  const departments = department === undefined ? [place.department] : [place.department, department]
  const values = value === undefined ? [place.value] : [place.value, value]
  return departments.flatMap((one) => values.map((other) => ({ department: one, value: other })))
}

function personsOf(moves: readonly Move[]): number {
  return moves.reduce((sum, { persons }) => sum + persons, 0)
}

function nameOf(window: number): Window {
  return found(windows[window])
}

/** Places are those of the table. */
function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is no such place in the table')
  return value
}
