import type { Beneficiary } from '../../../domain/beneficiary/beneficiary.ts'
import type { Json, JsonObject } from '../../../domain/json.ts'
import { ageRangeLabels, genderLabels, labelOf, statusLabels } from '../../../domain/report/nomenclature.ts'

/** What each field of a person's page is called, in the order in which one reads them. */
const fieldLabels: Readonly<Record<string, string>> = {
  firstName: 'Prénom',
  name: 'Nom',
  birthYear: 'Année de naissance',
  phone: 'Téléphone',
  noPhone: 'Téléphone',
  email: 'Adresse électronique',
  commune: 'Commune',
  gender: 'Genre',
  ageRange: 'Tranche d’âge',
  status: 'Statut',
  notes: 'Note',
}

export type CommuneNames = Pick<ReadonlyMap<string, string>, 'get'>

/** A field of a newer version has no name here: it is shown all the same. */
export function fieldLabel(field: string): string {
  return fieldLabels[field] ?? 'Autre information'
}

/** What a page says in one field, or in fields that only make sense together; empty where it says nothing. */
export function unitText(body: JsonObject, unit: readonly string[], communes: CommuneNames): string {
  return unit
    .map((field) => valueText(field, body[field], communes))
    .filter(Boolean)
    .join(', ')
}

/** Units in the order of the page; what has no name here comes last. */
export function inReadingOrder(units: readonly (readonly string[])[]): (readonly string[])[] {
  const order = Object.keys(fieldLabels)
  const rankOf = ([field = '']: readonly string[]) =>
    order.includes(field) ? order.indexOf(field) : order.length
  return [...units].sort((a, b) => rankOf(a) - rankOf(b))
}

/** What tells two people of the same name apart, in one line. */
export function personInShort({ birthYear, phone, email }: Beneficiary): string {
  return [birthYear && `naissance en ${birthYear}`, phone, phone ? undefined : email]
    .filter(Boolean)
    .join(', ')
}

function valueText(field: string, value: Json | undefined, communes: CommuneNames): string {
  if (value === undefined || value === null) return ''
  switch (field) {
    case 'noPhone':
      return value === true ? 'pas de téléphone' : ''
    case 'commune':
      return typeof value === 'string' ? (communes.get(value) ?? `commune ${value}`) : ''
    case 'gender':
      return codeText(value, genderLabels)
    case 'ageRange':
      return codeText(value, ageRangeLabels)
    case 'status':
      return codeText(value, statusLabels)
    default:
      return typeof value === 'string' ? value : JSON.stringify(value)
  }
}

function codeText(value: Json, labels: Readonly<Record<string, string>>): string {
  return typeof value === 'string' ? labelOf(labels, value) : ''
}
