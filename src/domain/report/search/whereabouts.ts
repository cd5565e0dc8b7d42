import type { FacetValue } from './facets.ts'

/** What other documents say of where activities took place. */
export interface Whereabouts {
  /** By the id of an activity place. */
  readonly communeOfPlace: Pick<ReadonlyMap<string, string>, 'get'>
  /** Of the host structure, by scope. */
  readonly communeOfScope: Pick<ReadonlyMap<string, string>, 'get'>
}

/**
 * A report's facets with the commune that it counts in: the one that the report says, else that of its activity place,
 * else that of the structure: at a distance, and for kinds without a place (domain.md, "What is counted").
 */
export function withCommune(
  values: readonly FacetValue[],
  scope: string,
  where: Whereabouts,
): readonly FacetValue[] {
  if (values.some((value) => value.startsWith('commune:'))) return values
  const lieu = values.findLast((value) => value.startsWith('lieu:'))?.slice('lieu:'.length)
  const isAtPlace = lieu !== undefined && lieu !== 'a_distance'
  const commune = isAtPlace ? where.communeOfPlace.get(lieu) : where.communeOfScope.get(scope)
  return commune === undefined ? values : [...values, `commune:${commune}`]
}
