import { organisationLabels } from '../../../domain/report/activity-nomenclature.ts'
import type { Json, JsonObject } from '../../../domain/json.ts'
import { ageRangeLabels, genderLabels, labelOf, statusLabels } from '../../../domain/report/nomenclature.ts'
import { counted } from '../../ui/format/number.ts'

/** « 8, dont 3 déjà accompagnés ; féminin 5, masculin 2 ; 70 ans et plus 4 ». */
export function groupInWords(value: Json): string {
  const { total, alreadyAccompanied, gender, ageRange, status } = objectOf(value)
  const already =
    typeof alreadyAccompanied === 'number' && alreadyAccompanied > 0
      ? `dont ${counted(alreadyAccompanied, 'déjà accompagné', 'déjà accompagnés')}`
      : ''
  const families = [
    countsInWords(genderLabels, gender),
    countsInWords(ageRangeLabels, ageRange),
    countsInWords(statusLabels, status),
  ]
  const start = [typeof total === 'number' ? String(total) : '', already].filter(Boolean).join(', ')
  return [start, ...families].filter(Boolean).join('\u00A0; ')
}

/** « 4 conseillers et médiateurs, 1 structure ». */
export function audienceInWords(value: Json): string {
  const audience = objectOf(value)
  const of = (field: string, one: string, many: string) => {
    const count = audience[field]
    return typeof count === 'number' && count > 0 ? counted(count, one, many) : ''
  }
  return [
    of('mediators', 'conseiller ou médiateur', 'conseillers et médiateurs'),
    of('structures', 'structure', 'structures'),
    of('others', 'autre acteur', 'autres acteurs'),
  ]
    .filter(Boolean)
    .join(', ')
}

/** « Mission locale (Association) ». */
export function partnersInWords(value: Json): string {
  const partners = Array.isArray(value) ? value.map(objectOf) : []
  return partners
    .map(({ name, type }) => `${textOf(name)} (${labelOf(organisationLabels, textOf(type))})`)
    .join(', ')
}

export function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

function countsInWords(labels: Readonly<Record<string, string>>, value: Json | undefined): string {
  return Object.entries(objectOf(value))
    .flatMap(([code, count]) =>
      typeof count === 'number' && count > 0 ? [`${labelOf(labels, code).toLowerCase()} ${count}`] : [],
    )
    .join(', ')
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
