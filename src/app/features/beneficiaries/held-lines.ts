import type { Json, JsonObject } from '../../../domain/json.ts'
import { minutesOfReport } from '../../../domain/report/accompaniments.ts'
import { levelLabels } from '../../../domain/report/activity-nomenclature.ts'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import {
  ageRangeLabels,
  autonomyLabels,
  equipmentLabels,
  genderLabels,
  labelOf,
  orientationLabels,
  placeKindLabels,
  statusLabels,
  unmetNeedLabels,
} from '../../../domain/report/nomenclature.ts'
import { administrativeThemeLabels, themeLabels } from '../../../domain/report/themes.ts'
import type { FacetNamesHere } from '../../data/facet-names.ts'
import type { LocalPerson } from '../../data/people-of-rows.ts'
import type { LocalReport } from '../../data/reports.ts'
import { formatDuration } from '../../ui/format/duration.ts'
import type { Line } from './FieldLines.tsx'
import { accompanimentFields } from './own-fields.ts'

type Names = Pick<FacetNamesHere, 'places' | 'communes'>
type Labels = Readonly<Record<string, string>>

/** What a report says of a person, in words, for them to read. */
export function heldLines(local: LocalPerson, { report }: LocalReport, names: Names): Line[] {
  const fields = accompanimentFields(report, local)
  const minutes = minutesOfReport(report)
  const traits = objectOf(fields['personne'])
  const of = (label: string, field: string, labels?: Labels): Line => ({
    label,
    text: inWords(fields[field], labels),
  })
  return [
    { label: 'Activité', text: reportKindLabels[report.kind] },
    { label: 'Durée', text: minutes > 0 ? formatDuration(minutes) : '' },
    { label: 'Lieu', text: placeInWords(objectOf(fields['place']), names) },
    of('Sur quoi', 'themes', themeLabels),
    of('Démarches', 'administrativeThemes', administrativeThemeLabels),
    of('Nom de la démarche', 'procedureName'),
    of('Niveau', 'level', levelLabels),
    of('Matériel', 'equipment', equipmentLabels),
    of('Autonomie', 'autonomy', autonomyLabels),
    of('Orientée vers', 'orientation', orientationLabels),
    of('Besoin resté sans réponse', 'unmetNeeds', unmetNeedLabels),
    { label: 'Ce qui est noté de la personne', text: traitsInWords(traits, names) },
    of('Étiquettes', 'tags'),
    of('Étiquettes vues par la structure', 'structureTags'),
    of('Note', 'notes'),
  ]
}

function traitsInWords(traits: JsonObject, { communes }: Names): string {
  const commune = traits['commune']
  return [
    inWords(traits['gender'], genderLabels),
    inWords(traits['ageRange'], ageRangeLabels),
    inWords(traits['status'], statusLabels),
    typeof commune === 'string' && (communes.get(commune) ?? `commune ${commune}`),
  ]
    .filter(Boolean)
    .join(', ')
}

function placeInWords({ kind, lieuId, commune }: JsonObject, { places, communes }: Names): string {
  if (typeof lieuId === 'string') return places.get(lieuId) ?? 'Lieu d’activité'
  const where = typeof kind === 'string' ? labelOf(placeKindLabels, kind) : ''
  return typeof commune === 'string' ? `${where}, ${communes.get(commune) ?? commune}` : where
}

function inWords(value: Json | undefined, labels?: Labels): string {
  const list = Array.isArray(value) ? value : [value]
  const texts = list.filter((item) => typeof item === 'string')
  return texts.map((code) => (labels ? labelOf(labels, code) : code)).join(', ')
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
