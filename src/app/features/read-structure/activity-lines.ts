import type { PermittedActivity } from '../../../domain/access/permitted-activity.ts'
import {
  eventTypeLabels,
  levelLabels,
  organisationLabels,
  otherTimeLabels,
  scaleLabels,
} from '../../../domain/report/activity-nomenclature.ts'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import {
  autonomyLabels,
  equipmentLabels,
  labelOf,
  orientationLabels,
  placeKindLabels,
  unmetNeedLabels,
} from '../../../domain/report/nomenclature.ts'
import { themesInShort } from '../../../domain/report/themes-in-short.ts'
import { administrativeThemeLabels, themeLabels } from '../../../domain/report/themes.ts'
import { formatDayWithYear } from '../../ui/format/date.ts'
import { formatDurationIfAny } from '../../ui/format/duration.ts'
import { counted, formatNumber } from '../../ui/format/number.ts'

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
    { label: 'Titre', text: activity.title ?? '' },
    { label: 'Activité', text: label(otherTimeLabels, activity.activity) },
    { label: 'Où', text: activity.placeKind === '' ? '' : placeOfActivity(activity) },
    { label: 'Durée', text: formatDurationIfAny(activity.minutes) ?? '' },
    {
      label: 'Participants',
      text: activity.participants === null ? '' : formatNumber(activity.participants),
    },
    { label: 'Type', text: activity.otherType ?? label(eventTypeLabels, activity.eventType) },
    { label: 'Organisé par', text: labels(organisationLabels, activity.organisers) },
    { label: 'Échelle', text: label(scaleLabels, activity.scale) },
    { label: 'Sur quoi', text: labels(themeLabels, activity.themes) },
    { label: 'Démarches', text: labels(administrativeThemeLabels, activity.administrativeThemes) },
    { label: 'Nom de la démarche', text: activity.procedureName ?? '' },
    { label: 'Autonomie', text: label(autonomyLabels, activity.autonomy) },
    { label: 'Niveau', text: label(levelLabels, activity.level) },
    { label: 'Matériel', text: labels(equipmentLabels, activity.equipment) },
    { label: 'Personne orientée', text: yesOrNo(activity.oriented) },
    { label: 'Orientée vers', text: label(orientationLabels, activity.orientation) },
    { label: 'Besoin resté sans réponse', text: labels(unmetNeedLabels, activity.unmetNeeds) },
    { label: 'Étiquettes', text: activity.structureTags.join(', ') },
    { label: 'Note partagée', text: activity.sharedNote ?? '' },
    { label: 'Déposé', text: activity.filedOn === null ? '' : formatDayWithYear(activity.filedOn) },
  ]
  return lines.filter(({ text }) => text !== '')
}

/** What an activity is called in a list: its own title, else what it was about. */
export function activityTitle(activity: PermittedActivity): string {
  if (activity.title !== null) return activity.title
  if (activity.activity !== null) return labelOf(otherTimeLabels, activity.activity)
  return activity.themes.length > 0 ? themesInShort(activity.themes) : kindOfActivity(activity)
}

export function kindOfActivity({ kind }: PermittedActivity): string {
  return labelOf(reportKindLabels, kind)
}

/** The second line of an activity in a list: by whom, how many, where. */
export function activityDetail(activity: PermittedActivity): string {
  const { advisorName, participants, placeKind } = activity
  const parts = [
    advisorName,
    participants === null ? '' : counted(participants, 'participant', 'participants'),
    placeKind === '' ? '' : placeWithinLine(activity),
  ]
  return parts.filter(Boolean).join(', ')
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
