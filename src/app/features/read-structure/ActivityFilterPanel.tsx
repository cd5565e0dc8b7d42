import {
  permittedFacetOf,
  type ActivityFilter,
  type PermittedFacet,
  type PermittedValue,
} from '../../../domain/access/activity-filter.ts'
import {
  activityValueWords,
  permittedFacetGroups,
  permittedFacetLabels,
  type ActivityNames,
} from '../../../domain/access/activity-words.ts'
import { useToday } from '../../data/react/use-today.ts'
import type { ActivitiesAsked } from '../../data/structure-activities.ts'
import { FacetField } from '../../ui/FacetField.tsx'
import { FacetGroup } from '../../ui/FacetGroup.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PeriodChoice } from '../../ui/PeriodChoice.tsx'
import { namesIn } from './activity-names.ts'
import { useActivityChoices } from './use-activity-choices.ts'

export interface ActivityFilterPanelProps {
  asked: ActivitiesAsked
  filter: ActivityFilter
  onFilter: (filter: ActivityFilter) => void
}

/** Every field that a structure's activities can be filtered by, with how many have each answer. */
export function ActivityFilterPanel({ asked, filter, onFilter }: ActivityFilterPanelProps) {
  const today = useToday()
  const { answer: choices, phase } = useActivityChoices(asked)
  // The server names values of facets; those of a newer one are in no group.
  const counts = new Map(Object.entries(choices?.counts ?? {}) as [PermittedValue, number][])
  const names = namesIn([], choices)
  return (
    <div>
      <PeriodChoice
        period={filter}
        today={today}
        onPeriod={(period) => onFilter({ ...filter, from: period.from, to: period.to })}
      />
      {!choices && phase === 'asking' && <Loading>Demande des filtres au serveur…</Loading>}
      {!choices && phase !== 'asking' && (
        <p>Les autres filtres viennent du serveur&nbsp;: ils s’afficheront quand il répondra.</p>
      )}
      {choices &&
        permittedFacetGroups.map(({ title, facets }) => (
          <ShownFacets key={title} {...{ title, facets, filter, counts, names, onFilter }} />
        ))}
    </div>
  )
}

interface ShownFacetsProps {
  title: string
  facets: readonly PermittedFacet[]
  filter: ActivityFilter
  counts: ReadonlyMap<PermittedValue, number>
  names: ActivityNames
  onFilter: (filter: ActivityFilter) => void
}

/** Facets about one thing; those of which no activity found says anything are left out. */
function ShownFacets({ title, facets, filter, counts, names, onFilter }: ShownFacetsProps) {
  const shown = facets
    .map((facet) => ({ facet, options: optionsOf(facet, counts, filter, names) }))
    .filter(({ options }) => options.length > 0)
  if (shown.length === 0) return null
  return (
    <FacetGroup title={title}>
      {shown.map(({ facet, options }) => (
        <FacetField
          key={facet}
          label={permittedFacetLabels[facet]}
          {...{ options, counts }}
          words={(value) => activityValueWords(value, names)}
          others="."
          values={filter.values.filter((value) => permittedFacetOf(value) === facet)}
          onChange={(values) => onFilter(withValues(filter, facet, values))}
        />
      ))}
    </FacetGroup>
  )
}

function withValues(
  filter: ActivityFilter,
  facet: PermittedFacet,
  values: readonly PermittedValue[],
): ActivityFilter {
  const others = filter.values.filter((value) => permittedFacetOf(value) !== facet)
  return { ...filter, values: [...others, ...values] }
}

/** Values that some activity found has, the most frequent first, and those that are chosen. Nobody is ranked: people stand by name. */
function optionsOf(
  facet: PermittedFacet,
  counts: ReadonlyMap<PermittedValue, number>,
  { values }: ActivityFilter,
  names: ActivityNames,
): PermittedValue[] {
  const found = [...counts.keys()].filter((value) => permittedFacetOf(value) === facet)
  const all = new Set([...found, ...values.filter((value) => permittedFacetOf(value) === facet)])
  const wordsOf = (value: PermittedValue) => activityValueWords(value, names)
  return facet === 'conseiller'
    ? [...all].sort((one, other) => wordsOf(one).localeCompare(wordsOf(other), 'fr'))
    : [...all].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))
}
