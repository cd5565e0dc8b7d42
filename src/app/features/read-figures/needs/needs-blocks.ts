import type { ToldNeeds } from '../../../../domain/access/state-needs.ts'
import type { NeedsFacet } from '../../../../domain/needs/needs-facets.ts'
import { facetWords, type FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { FacetValue } from '../../../../domain/report/search/facets.ts'
import { facetOf } from '../../../../domain/report/search/report-filter.ts'

export interface NeedsBlockDefinition {
  readonly facet: NeedsFacet
  readonly title: string
  /** How it is counted, in a sentence. */
  readonly rule: string
}

const several = 'En accompagnements\u00A0; plusieurs réponses sont possibles.'

export const needsBlocks: readonly NeedsBlockDefinition[] = [
  { facet: 'theme', title: 'Thématiques', rule: several },
  { facet: 'demarche', title: 'Démarches administratives', rule: several },
  {
    facet: 'besoin',
    title: 'Besoins restés sans réponse',
    rule: 'En accompagnements individuels\u00A0; plusieurs réponses sont possibles.',
  },
  {
    facet: 'orientation',
    title: 'Orientations',
    rule: 'En accompagnements individuels après lesquels la personne a été orientée.',
  },
]

export interface NeedsLine {
  readonly key: string
  readonly label: string
  readonly amount: number
  readonly share: number | undefined
  /** Of the year before; undefined where it isn't shown. */
  readonly before: number | undefined
}

/** No place and no person is told. */
const noNames: FacetNames = { places: new Map(), communes: new Map(), people: new Map() }

/** What is shown of a territory by one field, the most frequent first. */
export function needsLines(facet: NeedsFacet, now: ToldNeeds, before: ToldNeeds | null): NeedsLine[] {
  return Object.entries(now.values)
    .filter(([value]) => facetOf(asValue(value)) === facet)
    .map(([value, amount]) => ({
      key: value,
      label: facetWords(asValue(value), noNames),
      amount,
      share: now.accompaniments ? amount / now.accompaniments : undefined,
      before: before?.values[value],
    }))
    .sort((a, b) => b.amount - a.amount || a.label.localeCompare(b.label, 'fr'))
}

/** The server names facets, and only those of needs. */
function asValue(value: string): FacetValue {
  return value as FacetValue
}
