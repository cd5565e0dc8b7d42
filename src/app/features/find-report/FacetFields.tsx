import { useState } from 'react'
import { facetLabels, facetWords } from '../../../domain/report/search/facet-words.ts'
import { facetNames, type FacetName, type FacetValue } from '../../../domain/report/search/facets.ts'
import { facetOf } from '../../../domain/report/search/report-filter.ts'
import { useFacetNames } from '../../data/react/use-facet-names.ts'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { formatNumber } from '../../ui/format/number.ts'
import type { FilterProps } from './ChosenFilters.tsx'

export interface FacetFieldsProps extends FilterProps {
  /** How many reports have each value: what choosing it would add. */
  counts: ReadonlyMap<FacetValue, number>
}

const shownAtFirst = 8

/** A field for each facet that some report has, folded until it is wanted. */
export function FacetFields({ filter, counts, onFilter }: FacetFieldsProps) {
  const names = useFacetNames()
  return facetNames.map((name) => (
    <FacetField
      key={name}
      name={name}
      options={optionsOf(name, counts, filter.values).map((value) => ({
        value,
        label: `${facetWords(value, names)} (${formatNumber(counts.get(value) ?? 0)})`,
      }))}
      values={filter.values.filter((value) => facetOf(value) === name)}
      onChange={(values) =>
        onFilter({
          ...filter,
          values: [...filter.values.filter((value) => facetOf(value) !== name), ...values],
        })
      }
    />
  ))
}

interface FacetFieldProps {
  name: FacetName
  options: readonly { value: FacetValue; label: string }[]
  values: readonly FacetValue[]
  onChange: (values: FacetValue[]) => void
}

function FacetField({ name, options, values, onChange }: FacetFieldProps) {
  const [isOpen, setOpen] = useState(values.length > 0)
  if (options.length === 0) return null
  const detail = values.length > 0 ? `${values.length}\u00A0choisi${values.length > 1 ? 's' : ''}` : undefined
  return (
    <Disclosure summary={facetLabels[name]} detail={detail} open={isOpen} onToggle={setOpen}>
      {isOpen && (
        <ChipCheckboxGroup
          label={<VisuallyHidden>{facetLabels[name]}</VisuallyHidden>}
          options={options}
          values={values}
          onChange={onChange}
          firstShown={shownAtFirst}
        />
      )}
    </Disclosure>
  )
}

/** Values that some report found has, the most frequent first, and those that are chosen. */
function optionsOf(
  name: FacetName,
  counts: ReadonlyMap<FacetValue, number>,
  chosen: readonly FacetValue[],
): FacetValue[] {
  const found = [...counts.keys()].filter((value) => facetOf(value) === name)
  const all = new Set([...found, ...chosen.filter((value) => facetOf(value) === name)])
  return [...all].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
}
