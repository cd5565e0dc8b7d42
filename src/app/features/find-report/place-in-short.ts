import type { ActivityPlace } from '../../../domain/report/activity-place.ts'
import { placeKindLabels } from '../../../domain/report/nomenclature.ts'

/** Where, in a few words in the middle of a line: « Médiathèque », « à domicile ». */
export function placeInShort(place: ActivityPlace, names: ReadonlyMap<string, string>): string {
  switch (place.kind) {
    case 'lieu_activite':
      return names.get(place.lieuId) ?? 'lieu d’activité'
    case 'domicile':
    case 'a_distance':
    case 'autre':
      return placeKindLabels[place.kind].toLowerCase()
  }
}
