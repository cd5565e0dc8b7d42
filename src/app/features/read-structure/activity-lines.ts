import type { PermittedActivity } from '../../../domain/access/permitted-activity.ts'
import {
  autonomyLabels,
  equipmentLabels,
  labelOf,
  orientationLabels,
  placeKindLabels,
  unmetNeedLabels,
} from '../../../domain/report/nomenclature.ts'
import { administrativeThemeLabels, themeLabels } from '../../../domain/report/themes.ts'
import { formatDayWithYear } from '../../ui/format/date.ts'
import { formatDuration } from '../../ui/format/duration.ts'

export interface ActivityLine {
  label: string
  text: string
}

type Labels = Readonly<Record<string, string>>

/** What the employer may read of an activity; what says nothing is left out. */
export function activityLines(activity: PermittedActivity): ActivityLine[] {
  const lines: ActivityLine[] = [
    { label: 'Par', text: activity.advisorName },
    { label: 'Quand', text: formatDayWithYear(activity.date) },
    { label: 'Où', text: placeOfActivity(activity) },
    { label: 'Durée', text: formatDuration(activity.minutes) },
    { label: 'Sur quoi', text: labels(themeLabels, activity.themes) },
    { label: 'Démarches', text: labels(administrativeThemeLabels, activity.administrativeThemes) },
    { label: 'Nom de la démarche', text: activity.procedureName ?? '' },
    { label: 'Autonomie', text: label(autonomyLabels, activity.autonomy) },
    { label: 'Matériel', text: labels(equipmentLabels, activity.equipment) },
    { label: 'Personne orientée', text: yesOrNo(activity.oriented) },
    { label: 'Orientée vers', text: label(orientationLabels, activity.orientation) },
    { label: 'Besoin resté sans réponse', text: labels(unmetNeedLabels, activity.unmetNeeds) },
    { label: 'Note partagée', text: activity.sharedNote ?? '' },
    { label: 'Déposé', text: activity.filedOn === null ? '' : formatDayWithYear(activity.filedOn) },
  ]
  return lines.filter(({ text }) => text !== '')
}

/** « Médiathèque, Saint-Girons », or the kind of place where it has no name; a commune is not said twice. */
export function placeOfActivity({ placeName, placeKind, communeName }: PermittedActivity): string {
  const place = placeName ?? labelOf(placeKindLabels, placeKind)
  const isSaid = communeName === null || placeKind === 'a_distance' || place.includes(communeName)
  return isSaid ? place : `${place}, ${communeName}`
}

/** The same in the middle of a line: a kind of place isn't a name. */
export function placeWithinLine(activity: PermittedActivity): string {
  const place = placeOfActivity(activity)
  return activity.placeName === null ? place.charAt(0).toLowerCase() + place.slice(1) : place
}

function labels(known: Labels, codes: readonly string[]): string {
  return codes.map((code) => labelOf(known, code)).join(', ')
}

function label(known: Labels, code: string | null): string {
  return code === null ? '' : labelOf(known, code)
}

function yesOrNo(answer: boolean | null): string {
  if (answer === null) return ''
  return answer ? 'Oui' : 'Non'
}
