import { sameJson, valueAt, type Json, type JsonObject } from '../json.ts'
import { reportKindLabels } from '../report/kinds.ts'
import { labelOf } from '../report/nomenclature.ts'
import { themeLabels } from '../report/themes.ts'
import { joinList } from './cell-text.ts'
import type { Cells, ColumnName } from './columns.ts'
import { bodyOfOwnCells } from './own-cells.ts'

/** What a row says of a report besides its body. */
export interface ReportSurroundings {
  readonly id: string
  readonly scope: string
  readonly structure: string
  /** The place of activity that the report names, where the device has it. */
  readonly place?: { readonly name: string; readonly commune: string } | undefined
}

/**
 * A report as the cells of its row (docs/files.md): codes, days as YYYY-MM-DD, minutes. What no column can say goes
 * into the last one, so that a file taken back gives an equal report, fields of newer versions among them.
 */
export function cellsOfReport(body: JsonObject, around: ReportSurroundings): Cells {
  const cells = { ...cellsOfBody(body), ...cellsAround(body, around) }
  const readBack = bodyOfOwnCells(cells)
  const fields = new Set([...Object.keys(body), ...Object.keys(readBack)])
  const others = [...fields].filter((field) => !sameJson(valueAt(body, field), valueAt(readBack, field)))
  if (others.length === 0) return cells
  const rest = Object.fromEntries(others.map((field) => [field, valueAt(body, field) ?? null]))
  return { ...cells, autres_champs: JSON.stringify(rest) }
}

function cellsAround(body: JsonObject, { id, scope, structure, place }: ReportSurroundings): Cells {
  return {
    identifiant: id,
    affectation: scope,
    structure,
    type_libelle: labelOf(reportKindLabels, textAt(body, 'kind')),
    thematiques_libelle: textsAt(body, 'themes')
      .map((code) => labelOf(themeLabels, code))
      .join(', '),
    ...(place ? { lieu_nom: place.name, lieu_commune: place.commune } : {}),
    importe: valueAt(body, 'imported') === true ? 'oui' : '',
  }
}

function cellsOfBody(body: JsonObject): Cells {
  const place = objectAt(body, 'place')
  const person = objectAt(body, 'beneficiary')
  const group = objectAt(body, 'anonymous')
  const audience = objectAt(body, 'audience')
  return {
    type: textAt(body, 'kind'),
    date: textAt(body, 'date'),
    duree_minutes: countAt(body, 'minutes'),
    lieu: textAt(place, 'kind'),
    lieu_id: textAt(place, 'lieuId'),
    lieu_commune: textAt(place, 'commune'),
    thematiques: listAt(body, 'themes'),
    demarches: listAt(body, 'administrativeThemes'),
    demarche_nom: textAt(body, 'procedureName'),
    materiel: listAt(body, 'equipment'),
    personne: textAt(person, 'kind'),
    personne_id: textAt(person, 'id'),
    deja_accompagne: yesNoAt(person, 'alreadyAccompanied'),
    personne_commune: textAt(person, 'commune'),
    genre: textAt(person, 'gender'),
    tranche_age: textAt(person, 'ageRange') || textAt(person, 'formerAgeRange'),
    statut: textAt(person, 'status') || textAt(person, 'formerStatus'),
    autonomie: textAt(body, 'autonomy'),
    oriente: yesNoAt(body, 'oriented'),
    orientation: textAt(body, 'orientation'),
    besoins_non_couverts: listAt(body, 'unmetNeeds'),
    titre: textAt(body, 'title') || textAt(body, 'name'),
    niveau: textAt(body, 'level'),
    participants_suivis: joinList(objectsAt(body, 'participants').map(participantText)),
    anonymes_total: countAt(group, 'total'),
    anonymes_deja_accompagnes: countAt(group, 'alreadyAccompanied'),
    anonymes_genre: marginText(objectAt(group, 'gender')),
    anonymes_tranche_age: marginText(objectAt(group, 'ageRange')),
    anonymes_statut: marginText(objectAt(group, 'status')),
    activite: textAt(body, 'activity'),
    avec_mediateurs: countAt(audience, 'mediators'),
    avec_structures: countAt(audience, 'structures'),
    avec_autres: countAt(audience, 'others'),
    categorie: textAt(body, 'type'),
    categorie_precision: textAt(body, 'otherType'),
    initiative: textAt(body, 'initiative'),
    themes_animation: listAt(body, 'animationThemes'),
    themes_animation_precision: textAt(body, 'otherTheme'),
    organisateurs: listAt(body, 'organisers'),
    participants_evenement: textAt(body, 'kind') === 'evenement' ? countAt(body, 'participants') : '',
    echelle: textAt(body, 'scale'),
    natures: listAt(body, 'natures'),
    natures_precision: textAt(body, 'otherNature'),
    partenaires: joinList(
      objectsAt(body, 'partners').map((partner) => `${textAt(partner, 'type')}=${textAt(partner, 'name')}`),
    ),
    etiquettes: listAt(body, 'tags'),
    etiquettes_structure: listAt(body, 'structureTags'),
    note: textAt(body, 'notes'),
    note_partagee: yesNoAt(body, 'notesShared'),
    depose_le: textAt(body, 'filedOn'),
  } satisfies Partial<Record<ColumnName, string>>
}

/** A named participant: the id, then what the day of the workshop knew of the person. */
function participantText(participant: JsonObject): string {
  const traits = participantTraits.flatMap(([name, field]) => {
    const value = textAt(participant, field)
    return value === '' ? [] : [`${name}=${value}`]
  })
  return [textAt(participant, 'id'), ...traits].join(' ')
}

/** Traits of a named participant, by their names in the cell. */
export const participantTraits = [
  ['commune', 'commune'],
  ['genre', 'gender'],
  ['age', 'ageRange'],
  ['statut', 'status'],
] as const

function marginText(margin: JsonObject): string {
  return joinList(Object.entries(margin).map(([code, count]) => `${code}=${JSON.stringify(count)}`))
}

function textAt(object: JsonObject, field: string): string {
  const value = valueAt(object, field)
  return typeof value === 'string' ? value : ''
}

function countAt(object: JsonObject, field: string): string {
  const value = valueAt(object, field)
  return typeof value === 'number' ? String(value) : ''
}

function yesNoAt(object: JsonObject, field: string): string {
  const value = valueAt(object, field)
  return typeof value === 'boolean' ? (value ? 'oui' : 'non') : ''
}

function textsAt(object: JsonObject, field: string): string[] {
  const value = valueAt(object, field)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function listAt(object: JsonObject, field: string): string {
  return joinList(textsAt(object, field))
}

function objectAt(object: JsonObject, field: string): JsonObject {
  const value = valueAt(object, field)
  return isObject(value) ? value : {}
}

function objectsAt(object: JsonObject, field: string): JsonObject[] {
  const value = valueAt(object, field)
  return Array.isArray(value) ? value.filter(isObject) : []
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
