import { Suspense, useDeferredValue, useMemo, useState, type ComponentType } from 'react'
import { facetCounts } from '../../../domain/report/search/facet-counts.ts'
import type { FacetValue } from '../../../domain/report/search/facets.ts'
import { emptyFilter, type ReportFilter } from '../../../domain/report/search/report-filter.ts'
import type { FactBook } from '../../../domain/statistics/fact-book.ts'
import type { Period } from '../../../domain/statistics/period.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'

/**
 * The fields of the list’s own filter, given by the shell: the same here and there. They are read when they are first
 * shown; what is around them doesn't go away meanwhile.
 */
export interface FilterFields {
  Fields: ComponentType<{
    filter: ReportFilter
    counts: ReadonlyMap<FacetValue, number>
    onFilter: (filter: ReportFilter) => void
  }>
  Chosen: ComponentType<{ filter: ReportFilter; onFilter: (filter: ReportFilter) => void }>
}

export interface FigureFiltersProps extends FilterFields {
  book: FactBook
  period: Period
  values: readonly FacetValue[]
  onValues: (values: readonly FacetValue[]) => void
}

/** Every field that reports have, with how many of the period have each answer; what is chosen goes in one tap. */
export function FigureFilters({ Fields, Chosen, book, period, values, onValues }: FigureFiltersProps) {
  const [isOpen, setOpen] = useState(false)
  const filter = useMemo(() => ({ ...emptyFilter, values }), [values])
  const onFilter = (next: ReportFilter) => onValues(next.values)
  return (
    <div>
      <div data-print="hide">
        <Disclosure summary="Filtrer" open={isOpen} onToggle={setOpen}>
          <Suspense fallback={null}>
            {isOpen && <CountedFields {...{ Fields, book, period, filter, onFilter }} />}
          </Suspense>
        </Disclosure>
      </div>
      <Suspense fallback={null}>
        <Chosen filter={filter} onFilter={onFilter} />
      </Suspense>
      {values.length > 0 && (
        <Button variant="quiet" icon="close" data-print="hide" onClick={() => onValues([])}>
          Tout effacer
        </Button>
      )}
    </div>
  )
}

interface CountedFieldsProps extends Pick<FilterFields, 'Fields'> {
  book: FactBook
  period: Period
  filter: ReportFilter
  onFilter: (filter: ReportFilter) => void
}

function CountedFields({ Fields, book, period: { from, to }, filter, onFilter }: CountedFieldsProps) {
  // A choice is shown before what others would add to it.
  const asked = useDeferredValue(filter)
  const counts = useMemo(() => facetCounts(book.facts, { ...asked, from, to }), [book, from, to, asked])
  return <Fields filter={filter} counts={counts} onFilter={onFilter} />
}
