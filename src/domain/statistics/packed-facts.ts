import type { CalendarDay } from '../calendar-day.ts'
import type { DocumentId, ScopeId } from '../ids.ts'
import type { ReportKind } from '../report/kinds.ts'
import type { FacetValue } from '../report/search/facets.ts'
import type { Margin, TraitValue } from '../report/search/trait-facets.ts'
import { NumberReader, NumberWriter } from './byte-numbers.ts'
import type { Fact, NamedFact } from './fact.ts'

/**
 * Facts as they are stored: a few dozen bytes each. Every text stands once in `words`, and `numbers` says by their
 * places what each fact has. One format for one build: whoever stores them says which build it was, and makes them
 * anew for another.
 */
export interface PackedFacts {
  readonly ids: readonly string[]
  readonly words: readonly string[]
  readonly numbers: Uint8Array
}

export function packFacts(facts: readonly Fact[]): PackedFacts {
  const places = new Map<string, number>()
  const numbers = new NumberWriter()
  const word = (text: string) => {
    const place = places.get(text) ?? places.size
    places.set(text, place)
    numbers.add(place)
  }
  for (const fact of facts) packFact(fact, numbers, word)
  return { ids: facts.map(({ id }) => id), words: [...places.keys()], numbers: numbers.bytes() }
}

function packFact(fact: Fact, numbers: NumberWriter, word: (text: string) => void): void {
  word(fact.scope)
  word(fact.date)
  word(fact.kind)
  numbers.add(fact.minutes)
  // None is 0, and a day's delay 2.
  numbers.add(fact.delay === undefined ? 0 : fact.delay + 1)
  numbers.add(fact.anonymous)
  numbers.add(fact.alreadyAccompanied)
  numbers.add(fact.eventParticipants)
  numbers.add(fact.values.length)
  for (const value of fact.values) word(value)
  numbers.add(fact.named.length)
  for (const { id, traits } of fact.named) {
    word(id)
    numbers.add(traits.length)
    for (const trait of traits) word(trait)
  }
  numbers.add(fact.margins.length)
  for (const [trait, count] of fact.margins) {
    word(trait)
    numbers.add(count)
  }
}

/**
 * The facts that were packed, in their order.
 *
 * @param shared words of other blocks too: one text for all of them is found faster in a map
 */
export function unpackFacts(packed: PackedFacts, shared: Map<string, string> = new Map()): Fact[] {
  const words = packed.words.map((text) => {
    const known = shared.get(text)
    if (known === undefined) shared.set(text, text)
    return known ?? text
  })
  const numbers = new NumberReader(packed.numbers)
  return packed.ids.map((id) => unpackFact(id, numbers, words))
}

/** What `packFacts` wrote is read in the same order: the texts at those places are of the types that they had. */
function unpackFact(id: string, numbers: NumberReader, words: readonly string[]): Fact {
  const word = () => words[numbers.next()] ?? ''
  const scope = word() as ScopeId
  const date = word() as CalendarDay
  const kind = word() as ReportKind
  const minutes = numbers.next()
  const delay = numbers.next()
  const anonymous = numbers.next()
  const alreadyAccompanied = numbers.next()
  const eventParticipants = numbers.next()
  return {
    scope,
    id: id as DocumentId,
    date,
    kind,
    minutes,
    delay: delay === 0 ? undefined : delay - 1,
    values: listOf(numbers, () => word() as FacetValue),
    named: listOf(numbers, (): NamedFact => ({
      id: word(),
      traits: listOf(numbers, () => word() as TraitValue),
    })),
    anonymous,
    alreadyAccompanied,
    margins: listOf(numbers, (): Margin => [word() as TraitValue, numbers.next()]),
    eventParticipants,
  }
}

const nothing: readonly never[] = []

function listOf<T>(numbers: NumberReader, read: () => T): readonly T[] {
  const count = numbers.next()
  if (count === 0) return nothing
  const list: T[] = []
  for (let index = 0; index < count; index += 1) list.push(read())
  return list
}
