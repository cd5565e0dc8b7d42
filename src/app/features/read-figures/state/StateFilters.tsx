import { useCallback, useState } from 'react'
import { mostStateFilters, stateFacets, type StateFigures } from '../../../../domain/access/state-figures.ts'
import type { FacetValue } from '../../../../domain/report/search/facets.ts'
import { facetOf, type ReportFilter } from '../../../../domain/report/search/report-filter.ts'
import type { StateFiguresQuestion } from '../../../data/state-figures.ts'
import { FigureFilters, type FilterFields } from '../FigureFilters.tsx'
import type { ServerAnswer } from '../../../data/react/use-server-answer.ts'

export interface StateFiltersProps extends FilterFields {
  view: ServerAnswer<StateFigures, StateFiguresQuestion>
  values: readonly FacetValue[]
  onValues: (values: readonly FacetValue[]) => void
}

/** The fields that the State may filter by, with what is shown of each answer: what is hidden is not offered. */
export function StateFilters({ view, values, onValues, ...fields }: StateFiltersProps) {
  const { answer: figures, of } = view
  // Once one answer of a field is chosen, what the others come to is known from before.
  const [whole, setWhole] = useState<StateFigures>()
  if (figures && of?.values.length === 0 && figures !== whole) setWhole(figures)
  const before = whole && figures && isSamePeriod(whole, figures) ? whole : undefined
  const countsOf = useCallback(
    (filter: ReportFilter) => new Map([...othersOfChosen(before, filter), ...shownCounts(figures)]),
    [before, figures],
  )
  return (
    <>
      <FigureFilters {...fields} countsOf={countsOf} values={values} onValues={onValues} />
      {values.length >= mostStateFilters && (
        <p>Cinq réponses sont choisies&nbsp;: c’est le plus que l’on puisse combiner.</p>
      )}
    </>
  )
}

/** Those of a question that the State may ask, as many as it may ask at once, in one order. */
export function stateValuesOf(values: readonly FacetValue[]): FacetValue[] {
  return values
    .filter((value) => stateFacets.some((facet) => facet === facetOf(value)))
    .slice(0, mostStateFilters)
    .toSorted()
}

function isSamePeriod({ period: one }: StateFigures, { period: other }: StateFigures): boolean {
  return one.from === other.from && one.to === other.to
}

function othersOfChosen(whole: StateFigures | undefined, { values }: ReportFilter): [FacetValue, number][] {
  const chosen = new Set(values.map(facetOf))
  return shownCounts(whole).filter(([value]) => chosen.has(facetOf(value)))
}

/** Activities of each value, people of each trait. */
function shownCounts(figures: StateFigures | undefined): [FacetValue, number][] {
  if (!figures) return []
  const weights = Object.entries(figures.weights).map(([value, [activities]]) => [value, activities] as const)
  // Both are by the values of facets.
  return [...weights, ...Object.entries(figures.traits)].map(([value, count]) => [value as FacetValue, count])
}
