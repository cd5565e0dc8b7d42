import type { FacetValue } from '../../domain/report/search/facets.ts'
import { CodePlaces } from './code-places.ts'
import type { ColumnarCopy } from './columnar-copy.ts'
import type { Combinations } from './combinations.ts'
import { profileNames } from './copied-activity.ts'
import { KeptCounts } from './kept-counts.ts'
import { NumberRows } from './number-rows.ts'
import { shared, sharedInt32, withRoomFor, type Numbers } from './numbers.ts'
import { columnCount, departmentAt, sumsAt, traitsAt } from './slice-columns.ts'
import type { SlicePeople } from './slice-people.ts'
import { thingValues, type ThingValues } from './thing-values.ts'
import { ValueRows } from './value-rows.ts'

/**
 * The activities of one month in memory, in the order of their days. An activity has a number in each of `columnCount`
 * columns, which is one of the few *things* that the month has: of each profile, a department, what is added up of it, and
 * what is known of its people. Things are numbered on from one kind to the next, so that counting is adding to one list;
 * and they are in columns, as those who count read them: one after the other, some of them left out.
 */
export interface MonthSlice {
  readonly activities: number
  readonly columns: readonly Numbers[]
  /** How many things there are. */
  readonly things: number
  /** Of each of `profileNames`. */
  readonly profiles: readonly Things<number>[]
  /** By the numbers of `askedDepartment`. */
  readonly departments: Things<number>
  readonly sums: Things<ActivitySums>
  readonly traits: Things<readonly FacetValue[]>
  readonly values: ThingValues
  /** Of each thing that is the sums of an activity. */
  readonly personsOf: Int32Array
  readonly minutesOf: Int32Array
  readonly people: SlicePeople
  readonly valueRows: ValueRows
  /** What it was found to come to. */
  readonly counted: KeptCounts
}

/** Things of a kind, each by its number less the first one's. */
export interface Things<T> {
  readonly first: number
  /** Profiles by their numbers in the copy. */
  readonly all: readonly T[]
}

/** The thing that a department is in the rows of a month: where nothing counts there, one that no row has. */
export function departmentThing({ departments: { first, all } }: MonthSlice, number: number): number {
  return first + all.indexOf(number)
}

/** What is added up of an activity. */
export interface ActivitySums {
  readonly accompaniments: number
  readonly minutes: number
  readonly isOfPeople: boolean
  readonly participants: number
  readonly anonymous: number
  readonly already: number
  /** Below 0 where nothing is known of its filing. */
  readonly delay: number
}

/** What is known of the people of an activity, as far as the State may ask for it. */
export const sliceTraits = ['sexe', 'age', 'statut'] as const

/** Columns of `activity` that a slice is made of, each a whole number, in the order in which `add` takes them. */
export const sliceColumns = [
  ...profileNames.map((name) => `"${name}"`),
  'department + 1',
  'accompaniments',
  'minutes',
  'of_people::INTEGER',
  'participants',
  'anonymous',
  'already',
  'coalesce(delay, -1)',
  ...sliceTraits,
]

/** How many numbers of an activity are added up. */
const summed = sliceColumns.length - sliceTraits.length - sumsAt

/** Puts a slice together from its activities. */
export class MonthSliceBuilder {
  readonly #combinations: Combinations
  readonly #profiles: Combinations
  readonly #columns = Array.from({ length: columnCount }, () => new Uint32Array(2048))
  readonly #codes = Array.from({ length: sumsAt }, () => new CodePlaces())
  readonly #sums = new NumberRows(summed)
  readonly #traits = new NumberRows(sliceTraits.length)
  #activities = 0

  constructor({ combinations, profiles }: Pick<ColumnarCopy, 'combinations' | 'profiles'>) {
    this.#combinations = combinations
    this.#profiles = profiles
  }

  /** Takes those that come next. @param columns those of `sliceColumns` */
  add(columns: readonly Int32Array[]): void {
    const sums = columns.slice(sumsAt, sumsAt + summed)
    const traits = columns.slice(sumsAt + summed)
    const length = columns[0]?.length ?? 0
    const from = this.#activities
    const placesIn = (column: number, placeOf: (row: number) => number) => {
      const places = withRoomFor(this.#columns[column] ?? new Uint32Array(), from + length)
      for (let row = 0; row < length; row += 1) places[from + row] = placeOf(row)
      this.#columns[column] = places
    }
    for (const [column, codes] of this.#codes.entries())
      placesIn(column, (row) => codes.placeOf(columns[column]?.[row] ?? 0))
    placesIn(sumsAt, (row) => this.#sums.placeOf(sums, row))
    placesIn(traitsAt, (row) => this.#traits.placeOf(traits, row))
    this.#activities += length
  }

  built(people: SlicePeople): MonthSlice {
    const kinds = [...this.#codes, this.#sums, this.#traits]
    const firsts = kinds.map((_, kind) => kinds.slice(0, kind).reduce((sum, { length }) => sum + length, 0))
    const things = kinds.reduce((sum, { length }) => sum + length, 0)
    const columns = this.#columns.map((places, kind) =>
      shared(places.subarray(0, this.#activities), firsts[kind] ?? 0, things),
    )
    const thingsOf = <T>(kind: number, all: readonly T[]): Things<T> => ({ first: firsts[kind] ?? 0, all })
    const codes = this.#codes.map((known, kind) => thingsOf(kind, [...known.all()]))
    const profiles = codes.slice(0, departmentAt)
    const sums = thingsOf(sumsAt, rowsIn(this.#sums).map(sumsIn))
    const traits = thingsOf(
      traitsAt,
      rowsIn(this.#traits).map((row) => row.flatMap((code) => this.#combinations.valuesAt(code))),
    )
    return {
      activities: this.#activities,
      columns,
      things,
      profiles,
      departments: codes[departmentAt] ?? thingsOf(departmentAt, []),
      sums,
      traits,
      values: thingValues(this.#profiles, { things, profiles, traits }),
      ...weightsOf(things, sums),
      people,
      valueRows: new ValueRows(),
      counted: new KeptCounts(),
    }
  }
}

function weightsOf(things: number, { first, all }: Things<ActivitySums>) {
  const [personsOf, minutesOf] = [sharedInt32(things), sharedInt32(things)]
  for (const [place, { accompaniments, minutes }] of all.entries()) {
    personsOf[first + place] = accompaniments
    minutesOf[first + place] = minutes
  }
  return { personsOf, minutesOf }
}

function sumsIn(numbers: readonly number[]): ActivitySums {
  const [
    accompaniments = 0,
    minutes = 0,
    people = 0,
    participants = 0,
    anonymous = 0,
    already = 0,
    delay = 0,
  ] = numbers
  return { accompaniments, minutes, isOfPeople: people === 1, participants, anonymous, already, delay }
}

function rowsIn(known: NumberRows): number[][] {
  return Array.from({ length: known.length }, (_, place) => [...known.at(place)])
}
