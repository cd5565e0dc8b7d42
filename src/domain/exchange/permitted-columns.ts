import type { PermittedActivity } from '../access/permitted-activity.ts'
import {
  eventTypeLabels,
  levelLabels,
  organisationLabels,
  otherTimeLabels,
  scaleLabels,
} from '../report/activity-nomenclature.ts'
import { reportKindLabels } from '../report/kinds.ts'
import {
  autonomyLabels,
  equipmentLabels,
  labelOf,
  orientationLabels,
  placeKindLabels,
  unmetNeedLabels,
} from '../report/nomenclature.ts'
import { administrativeThemeLabels, themeLabels } from '../report/themes.ts'
import { joinList } from './cell-text.ts'

interface PermittedColumn {
  readonly head: string
  readonly type: 'text' | 'day' | 'number'
  readonly cell: (activity: PermittedActivity) => string
}

type Labels = Readonly<Record<string, string>>

/**
 * The columns of a file of a structure's activities: what its members may read of a report (`permitted-activity.ts`),
 * in the words that the screen says. One row is one activity, and its minutes stand there once.
 */
export const permittedColumns: readonly PermittedColumn[] = [
  { head: 'Identifiant', type: 'text', cell: ({ id }) => id },
  { head: 'Conseiller ou conseillère', type: 'text', cell: ({ advisorName }) => advisorName },
  { head: 'Date', type: 'day', cell: ({ date }) => date },
  { head: 'Type d’activité', type: 'text', cell: ({ kind }) => label(reportKindLabels, kind) },
  { head: 'Titre ou nom', type: 'text', cell: ({ title }) => title ?? '' },
  {
    head: 'Temps hors accompagnement',
    type: 'text',
    cell: ({ activity }) => label(otherTimeLabels, activity),
  },
  {
    head: 'Durée (minutes)',
    type: 'number',
    cell: ({ minutes }) => (minutes === 0 ? '' : String(minutes)),
  },
  { head: 'Participants', type: 'number', cell: ({ participants }) => String(participants ?? '') },
  { head: 'Type de lieu', type: 'text', cell: ({ placeKind }) => label(placeKindLabels, placeKind) },
  { head: 'Lieu d’activité', type: 'text', cell: ({ placeName }) => placeName ?? '' },
  { head: 'Commune', type: 'text', cell: ({ communeName }) => communeName ?? '' },
  { head: 'Code de la commune', type: 'text', cell: ({ commune }) => commune ?? '' },
  { head: 'Thématiques', type: 'text', cell: ({ themes }) => labels(themeLabels, themes) },
  {
    head: 'Démarches',
    type: 'text',
    cell: ({ administrativeThemes }) => labels(administrativeThemeLabels, administrativeThemes),
  },
  { head: 'Nom de la démarche', type: 'text', cell: ({ procedureName }) => procedureName ?? '' },
  { head: 'Matériel', type: 'text', cell: ({ equipment }) => labels(equipmentLabels, equipment) },
  { head: 'Niveau', type: 'text', cell: ({ level }) => label(levelLabels, level) },
  { head: 'Autonomie', type: 'text', cell: ({ autonomy }) => label(autonomyLabels, autonomy) },
  {
    head: 'Personne orientée',
    type: 'text',
    cell: ({ oriented }) => (oriented === null ? '' : oriented ? 'Oui' : 'Non'),
  },
  { head: 'Orientée vers', type: 'text', cell: ({ orientation }) => label(orientationLabels, orientation) },
  {
    head: 'Besoin resté sans réponse',
    type: 'text',
    cell: ({ unmetNeeds }) => labels(unmetNeedLabels, unmetNeeds),
  },
  {
    head: 'Type d’évènement',
    type: 'text',
    cell: ({ eventType, otherType }) => otherType ?? label(eventTypeLabels, eventType),
  },
  { head: 'Organisé par', type: 'text', cell: ({ organisers }) => labels(organisationLabels, organisers) },
  { head: 'Échelle', type: 'text', cell: ({ scale }) => label(scaleLabels, scale) },
  { head: 'Étiquettes de la structure', type: 'text', cell: ({ structureTags }) => joinList(structureTags) },
  { head: 'Note partagée', type: 'text', cell: ({ sharedNote }) => sharedNote ?? '' },
  { head: 'Déposé le', type: 'day', cell: ({ filedOn }) => filedOn ?? '' },
]

export const permittedHeads = permittedColumns.map(({ head }) => head)

/** An activity as a row of the file. */
export function permittedCells(activity: PermittedActivity): string[] {
  return permittedColumns.map(({ cell }) => cell(activity))
}

function label(known: Labels, code: string | null): string {
  return code === null || code === '' ? '' : labelOf(known, code)
}

function labels(known: Labels, codes: readonly string[]): string {
  return joinList(codes.map((code) => labelOf(known, code)))
}
