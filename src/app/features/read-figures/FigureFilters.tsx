import { Suspense, useDeferredValue, useMemo, useState, type ComponentType } from 'react'
import type { FacetValue } from '../../../domain/report/search/facets.ts'
import { emptyFilter, type ReportFilter } from '../../../domain/report/search/report-filter.ts'
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
  /** How many reports have each value, of those that a filter asks for. The same function while they are the same. */
  countsOf: (filter: ReportFilter) => ReadonlyMap<FacetValue, number>
  values: readonly FacetValue[]
  onValues: (values: readonly FacetValue[]) => void
}

/** Every field that reports have, with how many of the period have each answer; what is chosen goes in one tap. */
export function FigureFilters({ Fields, Chosen, countsOf, values, onValues }: FigureFiltersProps) {
  const [isOpen, setOpen] = useState(false)
  const filter = useMemo(() => ({ ...emptyFilter, values }), [values])
  const onFilter = (next: ReportFilter) => onValues(next.values)
  return (
    <div>
      <div data-print="hide">
        <Disclosure summary="Filtrer" open={isOpen} onToggle={setOpen}>
          <Suspense fallback={null}>
            {isOpen && <CountedFields {...{ Fields, countsOf, filter, onFilter }} />}
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

interface CountedFieldsProps extends Pick<FigureFiltersProps, 'Fields' | 'countsOf'> {
  filter: ReportFilter
  onFilter: (filter: ReportFilter) => void
}

function CountedFields({ Fields, countsOf, filter, onFilter }: CountedFieldsProps) {
  // A choice is shown before what others would add to it.
  const asked = useDeferredValue(filter)
  const counts = useMemo(() => countsOf(asked), [countsOf, asked])
  return <Fields filter={filter} counts={counts} onFilter={onFilter} />
}
