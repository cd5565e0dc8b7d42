import type { FacetValue } from '../../domain/report/search/facets.ts'
import type { Combinations } from './combinations.ts'
import type { MonthSlice } from './month-slice.ts'
import { sharedInt32 } from './numbers.ts'

/** Which values each thing of a month has, by number. */
export interface ThingValues {
  /** The numbers of all things, one after the other; those of a thing from its start up to the next thing's. */
  readonly starts: Int32Array
  readonly numbers: Int32Array
  /** How many values activities are counted by: they have their numbers in the copy's profiles. */
  readonly counted: number
  /** Numbers of the others, which are of people. */
  readonly traits: ReadonlyMap<FacetValue, number>
}

export function thingValues(
  texts: Combinations,
  { things, profiles, traits }: Pick<MonthSlice, 'things' | 'profiles' | 'traits'>,
): ThingValues {
  const counted = texts.allValues().length
  const ofPeople = new Map<FacetValue, number>()
  for (const value of traits.all.flat())
    if (!ofPeople.has(value)) ofPeople.set(value, counted + ofPeople.size)
  const valuesOf: (readonly number[])[] = Array.from({ length: things }, () => [])
  for (const { first, all } of profiles)
    for (const [place, code] of all.entries()) valuesOf[first + place] = texts.valueNumbersAt(code)
  for (const [place, values] of traits.all.entries())
    valuesOf[traits.first + place] = values.flatMap((value) => ofPeople.get(value) ?? [])
  let length = 0
  const starts = sharedInt32(things + 1)
  for (const [thing, values] of valuesOf.entries()) {
    length += values.length
    starts[thing + 1] = length
  }
  const numbers = sharedInt32(length)
  numbers.set(valuesOf.flat())
  return { starts, numbers, counted, traits: ofPeople }
}

/** The number of a value in a month; undefined where nothing of the month has it. */
export function valueNumber(texts: Combinations, values: ThingValues, value: FacetValue): number | undefined {
  const number = values.traits.get(value) ?? texts.numberOf(value)
  // What came to the copy since isn't in the month.
  return number === undefined || (number >= values.counted && !values.traits.has(value)) ? undefined : number
}
