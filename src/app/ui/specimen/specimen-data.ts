import type { Choice } from '../choice.ts'
import type { Search, Suggestion } from '../use-suggestions.ts'

/** Choices whose value is their label. */
export function chips(...labels: string[]): Choice[] {
  return labels.map((label) => ({ value: label, label }))
}

export const specimenPlaces: readonly Suggestion[] = [
  { id: 'p1', label: 'Médiathèque de Saint-Girons', detail: 'Saint-Girons (09)' },
  { id: 'p2', label: 'Mairie de Saint-Girons', detail: 'Saint-Girons (09)' },
  { id: 'p3', label: 'France Services du Couserans', detail: 'Saint-Lizier (09)' },
]

export const specimenCommunes: readonly Suggestion[] = [
  { id: '51513', label: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson', detail: 'Marne (51)' },
  { id: '09261', label: 'Saint-Girons', detail: 'Ariège (09)' },
  { id: '64479', label: 'Saint-Girons-en-Béarn', detail: 'Pyrénées-Atlantiques (64)' },
  { id: '33415', label: 'Saint-Girons-d’Aiguevives', detail: 'Gironde (33)' },
  { id: '80829', label: 'Y', detail: 'Somme (80)' },
]

export function searchAmong(all: readonly Suggestion[]): Search<Suggestion> {
  return async (text) => all.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))
}
