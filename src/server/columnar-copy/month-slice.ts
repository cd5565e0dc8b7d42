import type { FacetValue } from '../../domain/report/search/facets.ts'
import type { Combinations } from './combinations.ts'
import { valuesOf } from './copied-activity.ts'

/**
 * The activities of one month as lists of small numbers, one place for each: what a page of figures goes through is all
 * in memory. A number says which of the few things that the month has of a kind: a few bytes for each activity.
 */
export interface MonthSlice {
  readonly activities: number
  /** Of each of `profileNames`, by place in `profiles`. */
  readonly profileOf: readonly Numbers[]
  readonly profiles: readonly number[]
  /** By place in `traits`. */
  readonly traitsOf: Numbers
  readonly traits: readonly (readonly FacetValue[])[]
  /** By `departmentNumber`, from 1 on: 0 is what counts in none. */
  readonly departmentOf: Uint8Array
  /** By place in `sums`. */
  readonly sumsOf: Numbers
  readonly sums: readonly ActivitySums[]
  /** All the values that its profiles have, and of each profile the places of its own. */
  readonly values: readonly FacetValue[]
  readonly valuesOfProfile: readonly (readonly number[])[]
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
  'conduct',
  'subject',
  'means',
  'outcome',
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
] as const

/** Puts a slice together from its rows. */
export class MonthSliceBuilder {
  readonly #dictionaries: { readonly profiles: Combinations; readonly combinations: Combinations }
  readonly #profileOf: readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array]
  readonly #traitsOf: Uint32Array
  readonly #departmentOf: Uint8Array
  readonly #sumsOf: Uint32Array
  readonly #profiles = new Places()
  readonly #sexes = new Places()
  readonly #sexAndAge = new Places()
  readonly #traits = new Places()
  readonly #steps = [
    new Places(),
    new Places(),
    new Places(),
    new Places(),
    new Places(),
    new Places(),
  ] as const
  readonly #traitTexts: (readonly number[])[] = []
  readonly #sums: ActivitySums[] = []
  #row = 0

  constructor(dictionaries: { profiles: Combinations; combinations: Combinations }, activities: number) {
    const numbers = () => new Uint32Array(activities)
    this.#dictionaries = dictionaries
    this.#profileOf = [numbers(), numbers(), numbers(), numbers()]
    this.#traitsOf = numbers()
    this.#departmentOf = new Uint8Array(activities)
    this.#sumsOf = numbers()
  }

  /** @param at the row's number in each of the columns */
  add(at: (column: number) => number): void {
    const row = this.#row
    this.#row += 1
    for (let name = 0; name < this.#profileOf.length; name += 1) {
      const places = this.#profileOf[name]
      if (places) places[row] = this.#profiles.of(at(name))
    }
    this.#traitsOf[row] = this.#traitsAt(at(4), at(5), at(6))
    this.#departmentOf[row] = at(7) + 1
    this.#sumsOf[row] = this.#sumsAt(at(8), at(9), at(10), at(11), at(12), at(13), at(14))
  }

  built(): MonthSlice {
    const { profiles: texts, combinations } = this.#dictionaries
    const profiles = this.#profiles.numbers()
    const values = [...new Set(profiles.flatMap((code) => texts.valuesAt(code)))]
    const placeOf = new Map(values.map((value, place) => [value, place]))
    return {
      activities: this.#row,
      profileOf: this.#profileOf.map((numbers) => narrowed(numbers, profiles.length)),
      profiles,
      traitsOf: narrowed(this.#traitsOf, this.#traitTexts.length),
      traits: this.#traitTexts.map((codes) => codes.flatMap((code) => valuesOf(combinations.textOf(code)))),
      departmentOf: this.#departmentOf,
      sumsOf: narrowed(this.#sumsOf, this.#sums.length),
      sums: this.#sums,
      values,
      valuesOfProfile: profiles.map((code) => texts.valuesAt(code).map((value) => placeOf.get(value) ?? 0)),
    }
  }

  #traitsAt(sexe: number, age: number, statut: number): number {
    const place = this.#traits.ofPair(this.#sexAndAge.ofPair(this.#sexes.of(sexe), age), statut)
    if (place === this.#traitTexts.length) this.#traitTexts.push([sexe, age, statut])
    return place
  }

  #sumsAt(
    accompaniments: number,
    minutes: number,
    ofPeople: number,
    participants: number,
    anonymous: number,
    already: number,
    delay: number,
  ): number {
    const [first, ...others] = this.#steps
    const more = [minutes, delay + 1, anonymous, already, participants]
    let place = first.of(accompaniments * 2 + ofPeople)
    for (let step = 0; step < others.length; step += 1)
      place = others[step]?.ofPair(place, more[step] ?? 0) ?? place
    if (place === this.#sums.length)
      this.#sums.push({
        accompaniments,
        minutes,
        isOfPeople: ofPeople === 1,
        participants,
        anonymous,
        already,
        delay,
      })
    return place
  }
}

/** Gives each number that comes its place, in the order of their coming. */
class Places {
  readonly #places = new Map<number, number>()

  of(number: number): number {
    const known = this.#places.get(number)
    if (known !== undefined) return known
    const place = this.#places.size
    this.#places.set(number, place)
    return place
  }

  /** Of a place and whatever a column holds, from 0 on: a month has fewer than 2 to the 22nd activities. */
  ofPair(place: number, number: number): number {
    return this.of(place * 2 ** 31 + number)
  }

  numbers(): number[] {
    return [...this.#places.keys()]
  }
}

function narrowed(numbers: Uint32Array, different: number): Numbers {
  return different <= 2 ** 16 ? Uint16Array.from(numbers) : numbers
}
