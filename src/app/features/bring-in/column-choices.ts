import type { ColumnName } from '../../../domain/exchange/columns.ts'
import type { Labels } from '../../../domain/exchange/read-values.ts'
import {
  animationThemeLabels,
  animationTypeLabels,
  eventTypeLabels,
  initiativeLabels,
  levelLabels,
  organisationLabels,
  otherTimeLabels,
  partnershipNatureLabels,
  scaleLabels,
} from '../../../domain/report/activity-nomenclature.ts'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import {
  ageRangeLabels,
  autonomyLabels,
  equipmentLabels,
  genderLabels,
  orientationLabels,
  placeKindLabels,
  statusLabels,
  unmetNeedLabels,
} from '../../../domain/report/nomenclature.ts'
import { administrativeThemeLabels, themeLabels } from '../../../domain/report/themes.ts'
import type { LocalPlace } from '../../data/places.ts'

/** The values that a word of a column may mean. */
export function choicesOfColumn(
  column: ColumnName,
  places: readonly LocalPlace[],
): { value: string; label: string }[] {
  const { domicile, a_distance, autre } = placeKindLabels
  const labels = column === 'lieu' ? { domicile, a_distance, autre } : (labelsOf[column] ?? {})
  const own = column === 'lieu' ? places.map(({ id, name }) => ({ value: id as string, label: name })) : []
  return [...own, ...Object.entries(labels).map(([value, label]) => ({ value, label }))]
}

const labelsOf: Readonly<Partial<Record<ColumnName, Labels>>> = {
  type: reportKindLabels,
  thematiques: themeLabels,
  demarches: administrativeThemeLabels,
  materiel: equipmentLabels,
  genre: genderLabels,
  tranche_age: ageRangeLabels,
  statut: statusLabels,
  autonomie: autonomyLabels,
  orientation: orientationLabels,
  besoins_non_couverts: unmetNeedLabels,
  niveau: levelLabels,
  activite: otherTimeLabels,
  categorie: { ...animationTypeLabels, ...eventTypeLabels },
  initiative: initiativeLabels,
  themes_animation: animationThemeLabels,
  organisateurs: organisationLabels,
  echelle: scaleLabels,
  natures: partnershipNatureLabels,
}
