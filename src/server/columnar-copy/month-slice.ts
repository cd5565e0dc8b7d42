import type { FacetValue } from '../../domain/report/search/facets.ts'
import { CodePlaces } from './code-places.ts'
import type { Combinations } from './combinations.ts'
import { profileNames } from './copied-activity.ts'
import { NumberRows } from './number-rows.ts'

/**
 * The activities of one month as lists of small numbers, one place for each: what a page of figures goes through is all
 * in memory. A number says which of the few things that the month has of a kind: a few bytes for each activity.
 */
export interface MonthSlice {
  readonly activities: number
  /** Of each of `profileNames`, by place in `profiles`. */
  readonly profileOf: readonly Numbers[]
  /** By their numbers in the copy. */
  readonly profiles: Int32Array
  /** By place in `traits`. */
  readonly traitsOf: Numbers
  readonly traits: readonly (readonly FacetValue[])[]
  /** By `departmentNumber`, from 1 on: 0 is what counts in none. */
  readonly departmentOf: Uint8Array
  /** By place in `sums`. */
  readonly sumsOf: Numbers
  readonly sums: readonly ActivitySums[]
}

/** Places: few enough, in most months, for two bytes each. */
export type Numbers = Uint16Array | Uint32Array

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

/** Columns of `activity` that a slice is made of, each a whole number, in the order in which `add` takes them. */
export const sliceColumns = [
  ...profileNames.map((name) => `"${name}"`),
  'sexe',
  'age',
  'statut',
  'department',
  'accompaniments',
  'minutes',
  'of_people::INTEGER',
  'participants',
  'anonymous',
  'already',
  'coalesce(delay, -1)',
]

/** Puts a slice together from its rows. */
export class MonthSliceBuilder {
  readonly #combinations: Combinations
  readonly #profileOf: readonly Uint32Array[]
  readonly #traitsOf: Uint32Array
  readonly #departmentOf: Uint8Array
  readonly #sumsOf: Uint32Array
  readonly #profiles = new CodePlaces()
  readonly #traits = new NumberRows(3)
  readonly #sums = new NumberRows(7)
  #activities = 0

  constructor(combinations: Combinations, activities: number) {
    const numbers = () => new Uint32Array(activities)
    this.#combinations = combinations
    this.#profileOf = profileNames.map(numbers)
    this.#traitsOf = numbers()
    this.#departmentOf = new Uint8Array(activities)
    this.#sumsOf = numbers()
  }

  /** @param rows those of the month, in columns of them and of others. */
  add(columns: SliceColumns, rows: readonly number[]): void {
    const from = this.#activities
    this.#activities += rows.length
    for (const [name, column] of columns.profiles.entries()) {
      const places = this.#profileOf[name]
      if (places) setPlacesOfCodes(places, from, this.#profiles, column, rows)
    }
    setPlaces(this.#traitsOf, from, this.#traits, columns.traits, rows)
    setPlaces(this.#sumsOf, from, this.#sums, columns.sums, rows)
    for (let index = 0; index < rows.length; index += 1)
      this.#departmentOf[from + index] = (columns.department[rows[index] ?? 0] ?? 0) + 1
  }

  built(): MonthSlice {
    return {
      activities: this.#activities,
      profileOf: this.#profileOf.map((numbers) => narrowed(numbers, this.#profiles.length)),
      profiles: this.#profiles.all(),
      traitsOf: narrowed(this.#traitsOf, this.#traits.length),
      traits: rowsIn(this.#traits).map((codes) => codes.flatMap((code) => this.#combinations.valuesAt(code))),
      departmentOf: this.#departmentOf,
      sumsOf: narrowed(this.#sumsOf, this.#sums.length),
      sums: rowsIn(this.#sums).map(sumsIn),
    }
  }
}

/** What `sliceColumns` asks for. */
export interface SliceColumns {
  readonly profiles: readonly Int32Array[]
  readonly traits: readonly Int32Array[]
  readonly department: Int32Array
  readonly sums: readonly Int32Array[]
}

export function sliceColumnsIn(columns: readonly Int32Array[]): SliceColumns {
  const traits = profileNames.length
  const department = traits + 3
  return {
    profiles: columns.slice(0, traits),
    traits: columns.slice(traits, department),
    department: columns[department] ?? new Int32Array(),
    sums: columns.slice(department + 1),
  }
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

function setPlaces(
  places: Uint32Array,
  from: number,
  known: NumberRows,
  columns: readonly Int32Array[],
  rows: readonly number[],
): void {
  for (let index = 0; index < rows.length; index += 1)
    places[from + index] = known.placeOf(columns, rows[index] ?? 0)
}

function setPlacesOfCodes(
  places: Uint32Array,
  from: number,
  known: CodePlaces,
  column: Int32Array,
  rows: readonly number[],
): void {
  for (let index = 0; index < rows.length; index += 1)
    places[from + index] = known.placeOf(column[rows[index] ?? 0] ?? 0)
}

function rowsIn(known: NumberRows): number[][] {
  return Array.from({ length: known.length }, (_, place) => [...known.at(place)])
}

function narrowed(numbers: Uint32Array, different: number): Numbers {
  return different <= 2 ** 16 ? Uint16Array.from(numbers) : numbers
}
