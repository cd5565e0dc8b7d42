import { absenceKindLabels } from '../../../domain/absence/absence.ts'
import { weekdayNames } from '../../../domain/absence/weekday-names.ts'
import { appointmentStateLabels } from '../../../domain/appointment/appointment.ts'
import { calendarDaySchema } from '../../../domain/calendar-day.ts'
import { eventConfirmationLabels } from '../../../domain/confirmation/event-confirmation.ts'
import { kitConfirmationLabels } from '../../../domain/confirmation/kit-confirmation.ts'
import { valueAt, type Json, type JsonObject } from '../../../domain/json.ts'
import { ageRangeLabels, genderLabels, labelOf, statusLabels } from '../../../domain/report/nomenclature.ts'
import { nameOfBody } from '../../data/people-of-rows.ts'
import { formatDayWithYear } from '../../ui/format/date.ts'
import { formatInstant } from '../../ui/format/instant.ts'

/** One field of a document that is no report, as it is read. */
export interface VersionLine {
  readonly field: string
  readonly label: string
  /** Empty where nothing was said. */
  readonly text: string
  /** INSEE code of a commune, to be named instead of the text. */
  readonly commune?: string
}

interface Reader {
  readonly field: string
  readonly label: string
  readonly read: (value: Json) => string
  readonly isCommune?: true
}

/** What some fields of a document say, in the order in which one reads them; none for a collection of a newer build. */
export function versionLines(collection: string, fields: JsonObject): VersionLine[] {
  return (readers[collection] ?? [])
    .filter(({ field }) => Object.hasOwn(fields, field))
    .map(({ field, label, read, isCommune }) => {
      const value = valueAt(fields, field) ?? null
      return { field, label, text: read(value), ...(isCommune && { commune: words(value) }) }
    })
}

/** What the person knows the document by. */
export function documentTitle(collection: string, body: JsonObject): string {
  const of = (field: string) => words(valueAt(body, field) ?? null)
  switch (collection) {
    case 'beneficiary':
      return `La fiche de ${nameOfBody(body)}`
    case 'place':
      return `Le lieu «\u00A0${of('name')}\u00A0»`
    case 'appointment':
      return `Le rendez-vous «\u00A0${of('title')}\u00A0»`
    case 'report-model':
      return `Le modèle «\u00A0${of('name')}\u00A0»`
    case 'report-message':
      return 'Votre réponse à votre structure'
    case 'confirmation':
      return `Votre confirmation du ${day(valueAt(body, 'day') ?? null)}`
    case 'absence':
      return `L’absence du ${day(valueAt(body, 'from') ?? null)}`
    default:
      return 'Une de vos saisies'
  }
}

const confirmationLabels = { ...kitConfirmationLabels, ...eventConfirmationLabels }

const readers: Partial<Record<string, readonly Reader[]>> = {
  beneficiary: [
    { field: 'firstName', label: 'Prénom', read: words },
    { field: 'name', label: 'Nom', read: words },
    { field: 'birthYear', label: 'Année de naissance', read: words },
    { field: 'phone', label: 'Téléphone', read: words },
    { field: 'noPhone', label: 'N’a pas de téléphone', read: yesOrNo },
    { field: 'email', label: 'Adresse électronique', read: words },
    { field: 'commune', label: 'Commune de résidence', read: words, isCommune: true },
    { field: 'gender', label: 'Genre', read: code(genderLabels) },
    { field: 'ageRange', label: 'Tranche d’âge', read: code(ageRangeLabels) },
    { field: 'status', label: 'Statut', read: code(statusLabels) },
    { field: 'notes', label: 'Note', read: words },
    { field: 'mergedInto', label: 'Réunie avec une autre fiche', read: (value) => yesOrNo(value !== null) },
  ],
  place: [
    { field: 'name', label: 'Nom du lieu', read: words },
    { field: 'commune', label: 'Commune', read: words, isCommune: true },
    { field: 'address', label: 'Adresse', read: words },
    { field: 'postalCode', label: 'Code postal', read: words },
    { field: 'itinerant', label: 'Lieu itinérant', read: yesOrNo },
  ],
  appointment: [
    { field: 'title', label: 'Titre', read: words },
    { field: 'date', label: 'Jour', read: day },
    { field: 'lastDate', label: 'Dernier jour', read: day },
    { field: 'starts', label: 'Début', read: instant },
    { field: 'ends', label: 'Fin', read: instant },
    { field: 'location', label: 'Lieu', read: words },
    { field: 'description', label: 'Description', read: words },
    { field: 'state', label: 'État', read: code(appointmentStateLabels) },
  ],
  'report-message': [{ field: 'text', label: 'Message', read: words }],
  confirmation: [
    { field: 'kind', label: 'Ce que vous avez dit', read: code(confirmationLabels) },
    { field: 'size', label: 'Taille', read: words },
    { field: 'words', label: 'Précision', read: words },
    { field: 'day', label: 'Jour', read: day },
  ],
  absence: [
    { field: 'kind', label: 'Motif', read: code(absenceKindLabels) },
    { field: 'from', label: 'Premier jour', read: day },
    { field: 'fromNoon', label: 'À partir de midi', read: yesOrNo },
    { field: 'to', label: 'Dernier jour', read: day },
    { field: 'toNoon', label: 'Jusqu’à midi', read: yesOrNo },
    { field: 'weekdays', label: 'Jours de la semaine', read: weekdays },
  ],
  'report-model': [{ field: 'name', label: 'Nom du modèle', read: words }],
}

function words(value: Json): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function yesOrNo(value: Json): string {
  if (value === null) return ''
  return value === true ? 'Oui' : 'Non'
}

function day(value: Json): string {
  const read = calendarDaySchema.safeParse(value)
  return read.success ? formatDayWithYear(read.data) : ''
}

function weekdays(value: Json): string {
  return Array.isArray(value) ? value.map((each) => weekdayNames[Number(each)] ?? '').join(', ') : ''
}

function instant(value: Json): string {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? '' : formatInstant(at)
}

function code(labels: Readonly<Record<string, string>>): Reader['read'] {
  return (value) => (typeof value === 'string' ? labelOf(labels, value) : '')
}
