import { lazy, Suspense, useId, useState, type KeyboardEvent } from 'react'
import { emptyFilter } from '../../../domain/report/search/report-filter.ts'
import { Button } from '../../ui/Button.tsx'
import { useIndexWarmUp } from '../../data/react/use-report-search.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ChosenFilters } from './ChosenFilters.tsx'
import { foundSentence } from './found-sentence.ts'
import type { FoundReports } from './use-found-reports.ts'

const FilterPanel = lazy(async () => ({ default: (await import('./FilterPanel.tsx')).FilterPanel }))

/** Searches and filters the device's own reports, as one types and chooses. The key `/` comes here. */
export function SearchField({ found }: { found: FoundReports }) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { filter, onFilter, isFiltering } = found
  const warmUp = useIndexWarmUp()
  return (
    <search data-print="hide">
      <TextField
        id={id}
        label="Chercher"
        type="search"
        placeholder="Lieu, thématique, nom, note, mois…"
        autoComplete="off"
        data-search
        value={filter.text}
        onFocus={warmUp}
        onKeyDown={goDown}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      <Disclosure summary="Filtrer" open={isOpen} onToggle={setOpen}>
        {isOpen && (
          <Suspense fallback={null}>
            <FilterPanel filter={filter} onFilter={onFilter} />
          </Suspense>
        )}
      </Disclosure>
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

/** From what is typed to what it finds. */
function goDown(event: KeyboardEvent): void {
  const first = document.querySelector<HTMLElement>('[data-lists] [data-row]')
  if (event.key !== 'ArrowDown' || !first) return
  event.preventDefault()
  first.focus()
}
