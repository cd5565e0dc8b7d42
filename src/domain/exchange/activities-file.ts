import type { ActivityFilter } from '../access/activity-filter.ts'
import { activityValueSentence, daysInWords, type ActivityNames } from '../access/activity-words.ts'
import type { CalendarDay } from '../calendar-day.ts'

/** Two cells: what is said, and in which words. */
export type AboutLine = readonly [what: string, words: string]

/** What a file of a structure's activities is of: which structure, which days, which filters, made when. */
export function aboutActivities(
  structureName: string,
  filter: ActivityFilter,
  names: ActivityNames,
  today: CalendarDay,
): AboutLine[] {
  const filters = filter.values.map((value) => activityValueSentence(value, names)).join(', ')
  return [
    ['Espace Coop', 'comptes rendus d’activité'],
    ['Structure', structureName],
    ['Fichier du', today.split('-').reverse().join('/')],
    ['Période', daysInWords(filter)],
    ['Filtres', filters || 'aucun'],
    ['Ordre', 'par nom de personne, puis du jour le plus récent au plus ancien'],
  ]
}

/** By which rules the rows of such a file are there, and what their columns say. */
export const activityDefinitions: readonly AboutLine[] = [
  ['Ce que contient le fichier', 'Les comptes rendus envoyés, pour les jours où un contrat vous lie.'],
  [
    'Ce qu’il ne contient pas',
    'Le profil des personnes accompagnées, les étiquettes personnelles et les notes non partagées.',
  ],
  ['Une ligne', 'Une activité. Sa durée y est comptée une fois, quel que soit le nombre de participants.'],
  ['Participants', 'Les personnes présentes à un atelier ou à un évènement.'],
  [
    'Commune',
    'Celle de l’activité, ou celle de son lieu. À distance et sans lieu, celle de votre structure.',
  ],
  ['Plusieurs réponses', 'Dans une même cellule, elles sont séparées par une barre.'],
]
