import type { ReportFilter } from '../../../domain/report/search/report-filter.ts'
import { useFacetNames } from '../../data/react/use-facet-names.ts'
import { Button } from '../../ui/Button.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { facetSentence } from '../../../domain/report/search/facet-words.ts'
import { periodInWords } from './period-in-words.ts'
import styles from './find-report.module.css'

export interface FilterProps {
  filter: ReportFilter
  onFilter: (filter: ReportFilter) => void
}

/** What the list is filtered by, each to be taken away in one tap. */
export function ChosenFilters({ filter, onFilter }: FilterProps) {
  const { from, to, values } = filter
  if (!from && !to && values.length === 0) return null
  return (
    <ul className={styles.chosen} aria-label="Filtres choisis">
      {(from ?? to) && (
        <Chosen
          label={periodInWords(filter)}
          onRemove={() => onFilter({ ...filter, from: undefined, to: undefined })}
        />
      )}
      {values.length > 0 && <ChosenValues filter={filter} onFilter={onFilter} />}
    </ul>
  )
}

function ChosenValues({ filter, onFilter }: FilterProps) {
  const names = useFacetNames()
  return filter.values.map((value) => (
    <Chosen
      key={value}
      label={facetSentence(value, names)}
      onRemove={() => onFilter({ ...filter, values: filter.values.filter((other) => other !== value) })}
    />
  ))
}

function Chosen({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <li>
      <Button icon="close" onClick={onRemove}>
        <span>
          <VisuallyHidden>Retirer le filtre&nbsp;: </VisuallyHidden>
          {label}
        </span>
      </Button>
    </li>
  )
}
