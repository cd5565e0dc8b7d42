import { memo, useMemo } from 'react'
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
import { useSameAction } from '../../ui/use-same-action.ts'

export interface FacetFieldsProps extends FilterProps {
  /** How many reports have each value: what choosing it would add. */
  counts: ReadonlyMap<FacetValue, number>
}

/** A field for each facet that some report has, in groups. */
export function FacetFields({ filter, counts, onFilter }: FacetFieldsProps) {
  const names = useFacetNames()
  const found = useMemo(() => mostFrequentFirst(counts), [counts])
  const chosen = useMemo(() => groupBy(filter.values, facetOf), [filter.values])
  const choose = useSameAction((name: FacetName, values: readonly FacetValue[]) =>
    onFilter(withValues(filter, name, values)),
  )
  return facetGroups.map(({ title, facets }) => {
    const shown = facets.filter((name) => isShown(name, found.get(name) ?? none, chosen.get(name) ?? none))
    if (shown.length === 0) return null
    return (
      <FacetGroup key={title} title={title}>
        {shown.map((name) => (
          <ShownFacet
            key={name}
            {...{ name, counts, names }}
            found={found.get(name) ?? none}
            chosen={chosen.get(name) ?? none}
            onChoose={choose}
          />
        ))}
      </FacetGroup>
    )
  })
}

/** What is empty, and the same each time. */
const none: readonly FacetValue[] = []

/** Values by their facet. Made once of what was counted: there are thousands of people among them. */
function mostFrequentFirst(counts: ReadonlyMap<FacetValue, number>): Map<FacetName, FacetValue[]> {
  const inOrder = [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value)
  return groupBy(inOrder, facetOf)
}

/** Facets of which no report found says anything are left out; so is a structure where there is but one. */
function isShown(name: FacetName, found: readonly FacetValue[], chosen: readonly FacetValue[]): boolean {
  return optionsOf(found, chosen).length > (name === 'structure' ? 1 : 0)
}

interface ShownFacetProps {
  name: FacetName
  counts: ReadonlyMap<FacetValue, number>
  names: FacetNames
  /** Values that some report found has, the most frequent first. */
  found: readonly FacetValue[]
  chosen: readonly FacetValue[]
  onChoose: (name: FacetName, values: readonly FacetValue[]) => void
}

/** One facet. Not drawn again for a choice of another: there are thirty of them, and a choice is to be seen at once. */
const ShownFacet = memo(function ShownFacet({
  name,
  counts,
  names,
  found,
  chosen,
  onChoose,
}: ShownFacetProps) {
  return (
    <FacetField
      label={facetLabels[name]}
      options={optionsOf(found, chosen)}
      counts={counts}
      words={(value) => facetWords(value, names)}
      others={'\u00A0: pour les autres, cherchez leur nom.'}
      values={chosen}
      onChange={(values) => onChoose(name, values)}
    />
  )
})

function withValues(filter: ReportFilter, name: FacetName, values: readonly FacetValue[]): ReportFilter {
  const others = filter.values.filter((value) => facetOf(value) !== name)
  return { ...filter, values: [...others, ...values] }
}

/** Values that some report found has, and those that are chosen. */
function optionsOf(found: readonly FacetValue[], chosen: readonly FacetValue[]): readonly FacetValue[] {
  const others = chosen.filter((value) => !found.includes(value))
  return others.length === 0 ? found : [...found, ...others]
}
