import { useDeferredValue } from 'react'
import { useFacetCounts } from '../../data/react/use-report-search.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Loading } from '../../ui/Loading.tsx'
import { PeriodChoice } from '../../ui/PeriodChoice.tsx'
import type { FilterProps } from './ChosenFilters.tsx'
import { FacetFields } from './FacetFields.tsx'

/** Every field that reports can be filtered by, with how many have each answer. */
export function FilterPanel({ filter, onFilter }: FilterProps) {
  const today = useToday()
  const counts = useFacetCounts(useDeferredValue(filter))
  if (!counts) return <Loading>Lecture de vos comptes rendus…</Loading>
  return (
    <div>
      <PeriodChoice period={filter} today={today} onPeriod={(period) => onFilter({ ...filter, ...period })} />
      <FacetFields filter={filter} counts={counts} onFilter={onFilter} />
    </div>
  )
}
