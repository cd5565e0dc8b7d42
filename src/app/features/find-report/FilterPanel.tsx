import { useDeferredValue } from 'react'
import { useFacetCounts } from '../../data/react/use-report-search.ts'
import { Loading } from '../../ui/Loading.tsx'
import type { FilterProps } from './ChosenFilters.tsx'
import { FacetFields } from './FacetFields.tsx'
import { PeriodFilter } from './PeriodFilter.tsx'

/** Every field that reports can be filtered by, with how many have each answer. */
export function FilterPanel({ filter, onFilter }: FilterProps) {
  const counts = useFacetCounts(useDeferredValue(filter))
  if (!counts) return <Loading>Lecture de vos comptes rendus…</Loading>
  return (
    <div>
      <PeriodFilter filter={filter} onFilter={onFilter} />
      <FacetFields filter={filter} counts={counts} onFilter={onFilter} />
    </div>
  )
}
