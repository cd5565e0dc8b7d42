import type { ResolvePerson } from '../beneficiary/resolve-people.ts'
import type { FacetValue } from '../report/search/facets.ts'
import { facetOf, valueOf } from '../report/search/report-filter.ts'
import { withCommune, type Whereabouts } from '../report/search/whereabouts.ts'
import type { TraitValue } from '../report/search/trait-facets.ts'
import type { Fact } from './fact.ts'

/** What other documents say of the people and the places that reports name. */
export interface Surroundings extends Whereabouts {
  readonly identityOf: ResolvePerson
}

/** A fact with what other documents say: where it counts, and who the people are. */
export interface BookedFact extends Fact {
  readonly people: readonly BookedPerson[]
}

export interface BookedPerson {
  /** One for each person of a scope, whatever they were called in reports. */
  readonly key: string
  /** Counted as an anonymous person (domain.md, "Persons"). */
  readonly isErased: boolean
  readonly traits: readonly TraitValue[]
}

/** All the facts that figures can be asked of, the oldest day first. */
export interface FactBook {
  readonly facts: readonly BookedFact[]
  /** Each person's first accompaniment ever, in their scope. */
  readonly firsts: ReadonlyMap<string, BookedFact>
}

/** Opens the book: once for many questions. */
export function factBook(facts: readonly Fact[], around: Surroundings): FactBook {
  const booked = inOrder(facts).map((fact) => book(fact, around))
  const firsts = new Map<string, BookedFact>()
  for (const fact of booked) {
    for (const { key } of fact.people) if (!firsts.has(key)) firsts.set(key, fact)
  }
  return { facts: booked, firsts }
}

/** One book of several, of different scopes: what is first in a scope stays first. */
export function joinBooks(books: readonly FactBook[]): FactBook {
  return {
    facts: inOrder(books.flatMap(({ facts }) => facts)),
    firsts: new Map(books.flatMap(({ firsts }) => [...firsts])),
  }
}

function book(fact: Fact, around: Surroundings): BookedFact {
  const { scope } = fact
  const people = fact.named.map(({ id, traits }): BookedPerson => {
    const identity = around.identityOf(id)
    return { key: `${scope} ${identity ?? id}`, isErased: identity === undefined, traits }
  })
  const values = fact.named.length === 0 ? fact.values : withIdentities(fact.values, around)
  const own = [...withCommune(values, scope, around), `structure:${scope}` satisfies FacetValue]
  return { ...fact, values: own, people }
}

/** Who is looked for is who the people of a report are today; nobody is found by the id of somebody erased. */
function withIdentities(values: readonly FacetValue[], { identityOf }: Surroundings): FacetValue[] {
  const resolved = values.flatMap((value): FacetValue[] => {
    if (facetOf(value) !== 'personne') return [value]
    const identity = identityOf(valueOf(value))
    return identity === undefined ? [] : [`personne:${identity}`]
  })
  return [...new Set(resolved)]
}

/** By day, then by id: what is first is the same on every machine. Stored facts are nearly always in order already. */
function inOrder<F extends Fact>(facts: readonly F[]): readonly F[] {
  const isOrdered = facts.every((fact, index) => index === 0 || compare(facts[index - 1] ?? fact, fact) <= 0)
  return isOrdered ? facts : facts.toSorted(compare)
}

export function compare(a: Fact, b: Fact): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}
