import { calendarDaySchema } from '../../../domain/calendar-day.ts'
import type { Json, JsonObject } from '../../../domain/json.ts'
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
import { formatDayWithYear } from '../../ui/format/date.ts'
import { formatDuration } from '../../ui/format/duration.ts'
import { counted, formatNumber } from '../../ui/format/number.ts'
import { audienceInWords, groupInWords, objectOf, partnersInWords } from './group-lines.ts'

/** One field of a report, as it is read. */
export interface FieldLine {
  field: string
  label: string
  /** Empty where nothing was said. */
  text: string
  /** INSEE code of a commune, to be named beside the text. */
  commune?: string
  /** Ids of people followed, to be named beside the text. */
  people?: readonly string[]
}

/** What a field says, apart from its name. */
type Said = Pick<FieldLine, 'text' | 'commune' | 'people'>

type Labels = Readonly<Record<string, string>>
type Names = ReadonlyMap<string, string>

/** What some fields of a report say, in the order in which one reads them. Values may come from a newer build. */
export function fieldLines(fields: JsonObject, placeNames: Names): FieldLine[] {
  const known = readers.filter(({ field }) => field in fields)
  return known.map(({ field, label, read }) => ({ field, label, ...read(fields[field] ?? null, placeNames) }))
}

interface Reader {
  field: string
  label: string
  read: (value: Json, placeNames: Names) => Said
}

const readers: readonly Reader[] = [
  { field: 'date', label: 'Quand', read: (value) => ({ text: dayOf(value) }) },
  { field: 'title', label: 'Titre', read: words },
  { field: 'name', label: 'Nom', read: words },
  { field: 'activity', label: 'Activité', read: codes(otherTimeLabels) },
  { field: 'type', label: 'Type', read: codes({ ...animationTypeLabels, ...eventTypeLabels }) },
  { field: 'otherType', label: 'Type, précision', read: words },
  { field: 'natures', label: 'Nature', read: codes(partnershipNatureLabels) },
  { field: 'otherNature', label: 'Nature, précision', read: words },
  { field: 'place', label: 'Où', read: placeOf },
  { field: 'minutes', label: 'Durée', read: (value) => ({ text: durationOf(value) }) },
  { field: 'themes', label: 'Sur quoi', read: codes(themeLabels) },
  { field: 'administrativeThemes', label: 'Démarches', read: codes(administrativeThemeLabels) },
  { field: 'procedureName', label: 'Nom de la démarche', read: words },
  { field: 'beneficiary', label: 'Qui', read: personOf },
  { field: 'participants', label: 'Participants', read: participantsOf },
  { field: 'anonymous', label: 'Participants anonymes', read: (value) => ({ text: groupInWords(value) }) },
  { field: 'audience', label: 'Avec', read: (value) => ({ text: audienceInWords(value) }) },
  { field: 'initiative', label: 'Origine', read: codes(initiativeLabels) },
  { field: 'animationThemes', label: 'Thèmes', read: codes(animationThemeLabels) },
  { field: 'otherTheme', label: 'Thème, précision', read: words },
  { field: 'organisers', label: 'Organisé par', read: codes(organisationLabels) },
  { field: 'partners', label: 'Structures partenaires', read: (value) => ({ text: partnersInWords(value) }) },
  { field: 'scale', label: 'Échelle', read: codes(scaleLabels) },
  { field: 'level', label: 'Niveau', read: codes(levelLabels) },
  { field: 'autonomy', label: 'Autonomie', read: codes(autonomyLabels) },
  { field: 'equipment', label: 'Matériel', read: codes(equipmentLabels) },
  { field: 'oriented', label: 'Personne orientée', read: yesOrNo },
  { field: 'orientation', label: 'Orientée vers', read: codes(orientationLabels) },
  { field: 'unmetNeeds', label: 'Besoin resté sans réponse', read: codes(unmetNeedLabels) },
  { field: 'notes', label: 'Note', read: words },
  { field: 'notesShared', label: 'Note partagée avec la structure', read: yesOrNo },
  { field: 'tags', label: 'Étiquettes', read: words },
  { field: 'structureTags', label: 'Étiquettes de la structure', read: words },
]

function codes(labels: Labels): Reader['read'] {
  return (value) => ({
    text: textsOf(value)
      .map((code) => labelOf(labels, code))
      .join(', '),
  })
}

function words(value: Json): { text: string } {
  return { text: textsOf(value).join(', ') }
}

function yesOrNo(value: Json): { text: string } {
  if (value === null) return { text: '' }
  return { text: value === true ? 'Oui' : 'Non' }
}

function textsOf(value: Json): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.filter((item) => typeof item === 'string')
}

function dayOf(value: Json): string {
  const day = calendarDaySchema.safeParse(value)
  return day.success ? formatDayWithYear(day.data) : ''
}

function durationOf(value: Json): string {
  return typeof value === 'number' ? formatDuration(value) : ''
}

function placeOf(value: Json, placeNames: Names): Said {
  const { kind, lieuId, commune } = objectOf(value)
  if (typeof lieuId === 'string') return { text: placeNames.get(lieuId) ?? 'Lieu d’activité' }
  const text = typeof kind === 'string' ? labelOf(placeKindLabels, kind) : ''
  return typeof commune === 'string' ? { text, commune } : { text }
}

/** How many were at an event, or the named participants of a workshop. */
function participantsOf(value: Json): Said {
  if (typeof value === 'number') return { text: formatNumber(value) }
  if (!Array.isArray(value)) return { text: '' }
  const people = value.map((one) => objectOf(one)['id']).filter((id) => typeof id === 'string')
  return { text: counted(value.length, 'personne suivie', 'personnes suivies'), people }
}

function personOf(value: Json): Said {
  const { kind, id, alreadyAccompanied, gender, ageRange, status, commune } = objectOf(value)
  const isFollowed = kind === 'suivi' && typeof id === 'string'
  const said = [
    isFollowed ? 'Personne suivie' : 'Personne anonyme',
    typeof alreadyAccompanied === 'boolean' &&
      (alreadyAccompanied ? 'déjà accompagnée' : 'jamais accompagnée'),
    typeof gender === 'string' && labelOf(genderLabels, gender).toLowerCase(),
    typeof ageRange === 'string' && ageOf(ageRange),
    typeof status === 'string' && labelOf(statusLabels, status).toLowerCase(),
  ]
  const text = said.filter(Boolean).join(', ')
  return {
    text,
    ...(typeof commune === 'string' ? { commune } : {}),
    ...(isFollowed ? { people: [id] } : {}),
  }
}

function ageOf(code: string): string {
  const label = labelOf(ageRangeLabels, code)
  return /^\d/.test(label) && !label.includes('ans') ? `${label}\u00A0ans` : label.toLowerCase()
}
