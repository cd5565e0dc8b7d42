import { useMemo } from 'react'
import { groupBy } from '../../../domain/group-by.ts'
import {
  facetGroups,
  facetLabels,
  facetWords,
  type FacetNames,
} from '../../../domain/report/search/facet-words.ts'
import type { FacetName, FacetValue } from '../../../domain/report/search/facets.ts'
import { facetOf, type ReportFilter } from '../../../domain/report/search/report-filter.ts'
import { useFacetNames } from '../../data/react/use-facet-names.ts'
import type { FilterProps } from './ChosenFilters.tsx'
import { FacetField } from '../../ui/FacetField.tsx'
import { FacetGroup } from '../../ui/FacetGroup.tsx'

export interface FacetFieldsProps extends FilterProps {
  /** How many reports have each value: what choosing it would add. */
  counts: ReadonlyMap<FacetValue, number>
}

/** A field for each facet that some report has, in groups. */
export function FacetFields({ filter, counts, onFilter }: FacetFieldsProps) {
  const names = useFacetNames()
  const found = useMemo(() => mostFrequentFirst(counts), [counts])
  return facetGroups.map(({ title, facets }) => (
    <ShownFacets key={title} title={title} facets={facets} {...{ filter, onFilter, counts, found, names }} />
  ))
}

/** Values by their facet. Made once of what was counted: there are thousands of people among them. */
function mostFrequentFirst(counts: ReadonlyMap<FacetValue, number>): Map<FacetName, FacetValue[]> {
  const inOrder = [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value)
  return groupBy(inOrder, facetOf)
}

interface ShownFacetsProps extends FilterProps {
  title: string
  facets: readonly FacetName[]
  counts: ReadonlyMap<FacetValue, number>
  /** Values that some report found has, the most frequent first. */
  found: ReadonlyMap<FacetName, readonly FacetValue[]>
  names: FacetNames
}

/** Facets about one thing; those of which no report found says anything are left out. */
function ShownFacets({ title, facets, filter, onFilter, counts, found, names }: ShownFacetsProps) {
  const shown = facets
    .map((name) => ({ name, label: facetLabels[name], options: optionsOf(name, found, filter) }))
    .filter(({ name, options }) => options.length > (name === 'structure' ? 1 : 0))
  if (shown.length === 0) return null
  return (
    <FacetGroup title={title}>
      {shown.map(({ name, label, options }) => (
        <FacetField
          key={name}
          label={label}
          {...{ options, counts }}
          words={(value) => facetWords(value, names)}
          others={'\u00A0: pour les autres, cherchez leur nom.'}
          values={filter.values.filter((value) => facetOf(value) === name)}
          onChange={(values) => onFilter(withValues(filter, name, values))}
        />
      ))}
    </FacetGroup>
  )
}

function withValues(filter: ReportFilter, name: FacetName, values: readonly FacetValue[]): ReportFilter {
  const others = filter.values.filter((value) => facetOf(value) !== name)
  return { ...filter, values: [...others, ...values] }
}

/** Values that some report found has, and those that are chosen. */
function optionsOf(
  name: FacetName,
  found: ShownFacetsProps['found'],
  { values }: ReportFilter,
): readonly FacetValue[] {
  const all = found.get(name) ?? []
  const chosen = values.filter((value) => facetOf(value) === name && !all.includes(value))
  return chosen.length === 0 ? all : [...all, ...chosen]
}
