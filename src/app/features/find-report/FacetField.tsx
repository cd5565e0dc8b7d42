import { useState } from 'react'
import type { FacetValue } from '../../../domain/report/search/facets.ts'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { formatNumber } from '../../ui/format/number.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { facetWords, type FacetNames } from '../../../domain/report/search/facet-words.ts'

const shownAtFirst = 8

/** More values than one would go through by eye: a person or a commune is found by the search instead. */
const offeredMost = 60

export interface FacetFieldProps {
  label: string
  options: readonly FacetValue[]
  counts: ReadonlyMap<FacetValue, number>
  names: FacetNames
  values: readonly FacetValue[]
  onChange: (values: FacetValue[]) => void
}

/** One field to filter by: folded, and open where something of it is chosen. */
export function FacetField({ label, options, counts, names, values, onChange }: FacetFieldProps) {
  const [isOpen, setOpen] = useState(values.length > 0)
  const detail = values.length > 0 ? `${values.length}\u00A0choisi${values.length > 1 ? 's' : ''}` : undefined
  const offered = options.filter((value, position) => position < offeredMost || values.includes(value))
  return (
    <Disclosure summary={label} detail={detail} open={isOpen} onToggle={setOpen}>
      {isOpen && (
        <>
          <ChipCheckboxGroup
            label={<VisuallyHidden>{label}</VisuallyHidden>}
            options={offered.map((value) => ({
              value,
              label: `${facetWords(value, names)} (${formatNumber(counts.get(value) ?? 0)})`,
            }))}
            values={values}
            onChange={onChange}
            firstShown={shownAtFirst}
          />
          {offered.length < options.length && (
            <p>Les {offeredMost} plus fréquents&nbsp;: pour les autres, cherchez leur nom.</p>
          )}
        </>
      )}
    </Disclosure>
  )
}
