import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { JsonObject } from '../../../domain/json.ts'
import type { Report } from '../../../domain/report/report.ts'
import { minutesOf, durationFields, type DurationFields } from './duration-fields.ts'
import { placeFields, placeOf, type PlaceFields } from './place-fields.ts'

/** What the form holds: text and lists only, so that a draft of it survives as JSON. An empty text is no answer. */
export interface ReportFormValues extends DurationFields, PlaceFields {
  scope: string
  date: string
  themes: string[]
  administrativeThemes: string[]
  procedureName: string
  alreadyAccompanied: '' | 'oui' | 'non'
  residence: string
  gender: string
  ageRange: string
  status: string
  autonomy: string
  equipment: string[]
  oriented: '' | 'oui' | 'non'
  orientation: string
  unmetNeeds: string[]
  notes: string
  notesShared: boolean
  tags: string[]
}

/** A form in which nothing has been said yet. */
export const blankValues: ReportFormValues = {
  scope: '',
  date: '',
  place: '',
  placeCommune: '',
  duration: '',
  otherHours: '',
  otherMinutes: '',
  themes: [],
  administrativeThemes: [],
  procedureName: '',
  alreadyAccompanied: '',
  residence: '',
  gender: '',
  ageRange: '',
  status: '',
  autonomy: '',
  equipment: [],
  oriented: '',
  orientation: '',
  unmetNeeds: [],
  notes: '',
  notesShared: false,
  tags: [],
}

/** What a filed report looks like in the form; `offered` are the durations that have a chip. */
export function valuesOf(report: Report, scope: string, offered: readonly number[]): ReportFormValues {
  const { beneficiary } = report
  return {
    scope,
    date: report.date,
    ...placeFields(report.place),
    ...durationFields(report.minutes, offered),
    themes: [...report.themes],
    administrativeThemes: [...(report.administrativeThemes ?? [])],
    procedureName: report.procedureName ?? '',
    alreadyAccompanied: answerOf(beneficiary.alreadyAccompanied),
    residence: beneficiary.commune ?? '',
    gender: beneficiary.gender ?? '',
    ageRange: beneficiary.ageRange ?? '',
    status: beneficiary.status ?? '',
    autonomy: report.autonomy ?? '',
    equipment: [...(report.equipment ?? [])],
    oriented: answerOf(report.oriented),
    orientation: report.orientation ?? '',
    unmetNeeds: [...(report.unmetNeeds ?? [])],
    notes: report.notes ?? '',
    notesShared: report.notesShared,
    tags: [...(report.tags ?? [])],
  }
}

/**
 * The body that the form stands for, not yet judged: what doesn't go with the rest is left out (a procedure without its
 * theme), what isn't known is absent. `before` is the report that is edited: fields that this build doesn't know, the
 * day of filing and the mark of an import stay (I18).
 */
export function bodyOf(values: ReportFormValues, today: CalendarDay, before?: JsonObject): JsonObject {
  const isAdministrative = values.themes.includes('aide_aux_demarches_administratives')
  const isOriented = values.oriented === 'oui'
  const notes = values.notes.trim()
  return present({
    ...before,
    kind: 'individuel',
    date: values.date || null,
    minutes: minutesOf(values),
    place: placeOf(values, before?.['place']),
    themes: values.themes,
    administrativeThemes: isAdministrative ? someOf(values.administrativeThemes) : null,
    procedureName: (isAdministrative && values.procedureName.trim()) || null,
    equipment: someOf(values.equipment),
    beneficiary: beneficiaryOf(values, before?.['beneficiary']),
    autonomy: values.autonomy || null,
    oriented: values.oriented === '' ? null : isOriented,
    orientation: (isOriented && values.orientation) || null,
    unmetNeeds: someOf(values.unmetNeeds),
    notes: notes || null,
    notesShared: notes !== '' && values.notesShared,
    tags: someOf(values.tags),
    filedOn: before?.['filedOn'] ?? today,
  })
}

/** What of an earlier report makes the next one: everything but the day, the person's answers and the words. */
export function sameAgain(values: ReportFormValues, today: CalendarDay): ReportFormValues {
  return {
    ...blankValues,
    scope: values.scope,
    date: today,
    place: values.place,
    placeCommune: values.placeCommune,
    duration: values.duration,
    otherHours: values.otherHours,
    otherMinutes: values.otherMinutes,
    themes: values.themes,
    administrativeThemes: values.administrativeThemes,
    procedureName: values.procedureName,
    equipment: values.equipment,
  }
}

/** The next person: the same day and place, all else to be said. */
export function nextPerson(values: ReportFormValues): ReportFormValues {
  const { scope, date, place, placeCommune } = values
  return { ...blankValues, scope, date, place, placeCommune }
}

function beneficiaryOf(values: ReportFormValues, before: JsonObject[string] | undefined): JsonObject {
  return present({
    ...(isObject(before) ? before : {}),
    kind: 'anonyme',
    alreadyAccompanied: values.alreadyAccompanied === '' ? null : values.alreadyAccompanied === 'oui',
    commune: values.residence || null,
    gender: values.gender || null,
    ageRange: values.ageRange || null,
    status: values.status || null,
  })
}

function isObject(value: JsonObject[string] | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function present(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

function someOf(codes: readonly string[]): string[] | null {
  return codes.length === 0 ? null : [...codes]
}

function answerOf(answer: boolean | undefined): '' | 'oui' | 'non' {
  if (answer === undefined) return ''
  return answer ? 'oui' : 'non'
}
