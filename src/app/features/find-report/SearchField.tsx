import { lazy, Suspense, useId, useState } from 'react'
import { emptyFilter } from '../../../domain/report/search/report-filter.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { formatDurationIfAny } from '../../ui/format/duration.ts'
import { counted } from '../../ui/format/number.ts'
import { Status } from '../../ui/Status.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ChosenFilters } from './ChosenFilters.tsx'
import type { FoundReports } from './use-found-reports.ts'

const FilterPanel = lazy(async () => ({ default: (await import('./FilterPanel.tsx')).FilterPanel }))

/** Searches and filters the device's own reports, as one types and chooses. The key `/` comes here. */
export function SearchField({ found }: { found: FoundReports }) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { filter, onFilter, isFiltering } = found
  return (
    <search>
      <TextField
        id={id}
        label="Chercher"
        type="search"
        placeholder="Lieu, thématique, mois, étiquette…"
        autoComplete="off"
        data-search
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      <div data-print="hide">
        <Disclosure summary="Filtrer" open={isOpen} onToggle={setOpen}>
          {isOpen && (
            <Suspense fallback={null}>
              <FilterPanel filter={filter} onFilter={onFilter} />
            </Suspense>
          )}
        </Disclosure>
      </div>
      <ChosenFilters filter={filter} onFilter={onFilter} />
      <Status>{isFiltering && foundSentence(found)}</Status>
      {isFiltering && (
        <Button variant="quiet" icon="close" onClick={() => onFilter(emptyFilter)}>
          Tout effacer
        </Button>
      )}
    </search>
  )
}

function foundSentence({ count, minutes }: FoundReports): string {
  if (count === undefined) return ''
  if (count === 0) return 'Aucun compte rendu de cet appareil ne correspond.'
  const duration = formatDurationIfAny(minutes)
  return `${counted(count, 'compte rendu trouvé', 'comptes rendus trouvés')}${duration ? `, ${duration}` : ''}.`
}
