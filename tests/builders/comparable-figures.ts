import type { FacetName, FacetValue } from '../../src/domain/report/search/facets.ts'
import type { TraitName, TraitValue } from '../../src/domain/report/search/trait-facets.ts'
import type { Figures } from '../../src/domain/statistics/compute-figures.ts'
import type { Weight } from '../../src/domain/statistics/weights.ts'

/** Figures in the shape of `naiveFigures`. */
export function comparable({ weights, traits, delay: _delay, ...totals }: Figures) {
  const by = (name: FacetName, unit: keyof Weight) => {
    return entriesOf(weights, name).map(([code, weight]) => [code, weight[unit]] as const)
  }
  return {
    ...totals,
    byTheme: Object.fromEntries(by('theme', 'accompaniments')),
    byMission: Object.fromEntries(by('mission', 'accompaniments')),
    byEquipment: Object.fromEntries(by('materiel', 'accompaniments')),
    byOrientation: Object.fromEntries(by('orientation', 'activities')),
    hoursByKind: Object.fromEntries(by('type', 'minutes')),
    byGender: Object.fromEntries(entriesOf(traits, 'sexe')),
    byAge: Object.fromEntries(entriesOf(traits, 'age')),
    byStatus: Object.fromEntries(entriesOf(traits, 'statut')),
  }
}

function entriesOf<K extends FacetValue | TraitValue, V>(
  map: ReadonlyMap<K, V>,
  name: FacetName | TraitName,
): (readonly [code: string, value: V])[] {
  return [...map].flatMap(([key, value]) =>
    key.startsWith(`${name}:`) ? [[key.slice(name.length + 1), value] as const] : [],
  )
}
