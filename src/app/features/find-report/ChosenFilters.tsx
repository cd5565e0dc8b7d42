import type { ReportFilter } from '../../../domain/report/search/report-filter.ts'
import { useFacetNames } from '../../data/react/use-facet-names.ts'
import { ChosenChips } from '../../ui/ChosenChips.tsx'
import { facetSentence, isNamedByDevice } from '../../../domain/report/search/facet-words.ts'
import { periodInWords } from './period-in-words.ts'

export interface FilterProps {
  filter: ReportFilter
  onFilter: (filter: ReportFilter) => void
}

/** What the list is filtered by, each to be taken away in one tap. */
export function ChosenFilters({ filter, onFilter }: FilterProps) {
  const { from, to, values } = filter
  if (values.length > 0) return <ChosenValues filter={filter} onFilter={onFilter} />
  return from || to ? <ChosenChips chips={periodChips(filter, onFilter)} /> : null
}

function ChosenValues({ filter, onFilter }: FilterProps) {
  const names = useFacetNames(filter.values.some(isNamedByDevice))
  const chips = filter.values.map((value) => ({
    key: value,
    label: facetSentence(value, names),
    onRemove: () => onFilter({ ...filter, values: filter.values.filter((other) => other !== value) }),
  }))
  return <ChosenChips chips={[...periodChips(filter, onFilter), ...chips]} />
}

function periodChips(filter: ReportFilter, onFilter: FilterProps['onFilter']) {
  if (!filter.from && !filter.to) return []
  const onRemove = () => onFilter({ ...filter, from: undefined, to: undefined })
  return [{ key: 'period', label: periodInWords(filter), onRemove }]
}
