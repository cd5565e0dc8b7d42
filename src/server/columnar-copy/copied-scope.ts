import { resolvePeople, type PersonStanding } from '../../domain/beneficiary/resolve-people.ts'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { valueAt } from '../../domain/json.ts'
import { reportIn } from '../../domain/report/report-in.ts'
import { factBook, type FactBook } from '../../domain/statistics/fact-book.ts'
import type { Fact } from '../../domain/statistics/fact.ts'
import { factOf } from '../../domain/statistics/fact-of.ts'
import { packFacts, unpackFacts } from '../../domain/statistics/packed-facts.ts'
import type { CountedChange } from '../store/counted-changes.ts'

/** All that the copy knows of a scope, from which its figures are counted again when something changes. */
export interface CopiedScope {
  readonly scope: ScopeId
  /** Up to which number of the scope. */
  readonly seq: number
  /** Of its host structure, by INSEE code. */
  readonly commune: string | null
  readonly facts: ReadonlyMap<DocumentId, Fact>
  readonly people: ReadonlyMap<string, PersonStanding>
  /** Communes of the places of activity, by their ids. */
  readonly places: ReadonlyMap<string, string>
}

export function emptyScope(scope: ScopeId): CopiedScope {
  return { scope, seq: 0, commune: null, facts: new Map(), people: new Map(), places: new Map() }
}

/** A scope once some documents of it have changed. */
export function afterChanges(
  before: CopiedScope,
  changes: readonly CountedChange[],
  { seq, commune }: Pick<CopiedScope, 'seq' | 'commune'>,
): CopiedScope {
  const { scope } = before
  const facts = new Map(before.facts)
  const people = new Map(before.people)
  const places = new Map(before.places)
  for (const { id, collection, state, body } of changes) {
    switch (collection) {
      case 'report': {
        const report = state === 'live' ? reportIn(body) : undefined
        if (report) facts.set(id, factOf(report, { scope, id }))
        else facts.delete(id)
        break
      }
      case 'beneficiary':
        people.set(id, { id, state, mergedInto: textAt(body, 'mergedInto') })
        break
      case 'place': {
        const where = textAt(body, 'commune')
        if (where === undefined) places.delete(id)
        else places.set(id, where)
      }
    }
  }
  return { scope, seq, commune, facts, people, places }
}

export function bookOf({ scope, commune, facts, people, places }: CopiedScope): FactBook {
  return factBook([...facts.values()], {
    identityOf: resolvePeople(people.values()),
    communeOfPlace: places,
    communeOfScope: new Map(commune === null ? [] : [[scope, commune]]),
  })
}

/** A scope as the copy stores it: a few dozen bytes a report. */
export interface StoredScope {
  readonly texts: string
  readonly numbers: Uint8Array
}

export function packScope({ facts, people, places }: CopiedScope): StoredScope {
  const { ids, words, numbers } = packFacts([...facts.values()])
  const standings = [...people.values()].map(({ id, state, mergedInto }) => [id, state, mergedInto])
  return { texts: JSON.stringify({ ids, words, standings, places: [...places] }), numbers }
}

export function unpackScope(
  { scope, seq, commune }: Pick<CopiedScope, 'scope' | 'seq' | 'commune'>,
  { texts, numbers }: StoredScope,
): CopiedScope {
  // Written by `packScope` of this very build: the copy is made anew for another.
  const { ids, words, standings, places } = JSON.parse(texts) as PackedTexts
  const facts = unpackFacts({ ids, words, numbers })
  return {
    scope,
    seq,
    commune,
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    people: new Map(
      standings.map(([id, state, mergedInto]) => [id, { id, state, mergedInto: mergedInto ?? undefined }]),
    ),
    places: new Map(places),
  }
}

interface PackedTexts {
  ids: string[]
  words: string[]
  standings: [id: string, state: PersonStanding['state'], mergedInto: string | null | undefined][]
  places: [string, string][]
}

function textAt(body: CountedChange['body'], field: string): string | undefined {
  const value = valueAt(body, field)
  return typeof value === 'string' ? value : undefined
}
