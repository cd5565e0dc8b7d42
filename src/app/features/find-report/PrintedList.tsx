import { formatDurationIfAny } from '../../ui/format/duration.ts'
import { counted, formatNumber } from '../../ui/format/number.ts'
import { useFacetNames } from '../../data/react/use-facet-names.ts'
import type { ReportFilter } from '../../../domain/report/search/report-filter.ts'
import { facetSentence } from '../../../domain/report/search/facet-words.ts'
import { periodInWords } from './period-in-words.ts'
import type { FoundReports } from './use-found-reports.ts'

/** On paper only: of which days the list is, what it is filtered by, and how much of it stands below. */
export function PrintedList({ found }: { found: FoundReports }) {
  const { filter, isFiltering, reports, count, minutes, hasMore } = found
  const shown = formatNumber(reports?.length ?? 0)
  return (
    <div data-print="only" aria-hidden="true">
      <p>{periodInWords(filter)}</p>
      {filter.text.trim() !== '' && <p>Recherche&nbsp;: {filter.text.trim()}</p>}
      {filter.values.length > 0 && <PrintedValues filter={filter} />}
      {isFiltering && count !== undefined && (
        <p>
          {[counted(count, 'compte rendu', 'comptes rendus'), formatDurationIfAny(minutes)]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
      {hasMore && <p>Les {shown} plus récents seulement.</p>}
    </div>
  )
}

function PrintedValues({ filter }: { filter: ReportFilter }) {
  const names = useFacetNames()
  return <p>Filtres&nbsp;: {filter.values.map((value) => facetSentence(value, names)).join(', ')}</p>
}
