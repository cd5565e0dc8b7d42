import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { JsonObject } from '../../../domain/json.ts'
import type { Collectif } from '../../../domain/report/collectif.ts'
import type { Individuel } from '../../../domain/report/individuel.ts'
import { answerOf, commonValues, mediationBody, objectOf, present, someOf, wholeBody } from './body-parts.ts'
import { durationFields } from './duration-fields.ts'
import { blankValues, type ReportFormValues } from './form-values.ts'
import { placeFields } from './place-fields.ts'

/** What a filed report of one person looks like in the form; `offered` are the durations that have a chip. */
export function valuesOf(report: Individuel, scope: string, offered: readonly number[]): ReportFormValues {
  const { beneficiary } = report
  return {
    ...blankValues,
    ...commonValues(report),
    ...mediationValues(report, offered),
    scope,
    beneficiary: beneficiary.kind === 'suivi' ? beneficiary.id : '',
    alreadyAccompanied: answerOf(beneficiary.kind === 'anonyme' ? beneficiary.alreadyAccompanied : undefined),
    residence: beneficiary.commune ?? '',
    gender: beneficiary.gender ?? '',
    ageRange: beneficiary.ageRange ?? '',
    status: beneficiary.status ?? '',
    autonomy: report.autonomy ?? '',
    oriented: answerOf(report.oriented),
    orientation: report.orientation ?? '',
    unmetNeeds: [...(report.unmetNeeds ?? [])],
  }
}

/** What the two kinds that are of people helped have in the form. */
export function mediationValues(report: Individuel | Collectif, offered: readonly number[]) {
  return {
    ...placeFields(report.place),
    ...durationFields(report.minutes, offered),
    themes: [...report.themes],
    administrativeThemes: [...(report.administrativeThemes ?? [])],
    procedureName: report.procedureName ?? '',
    equipment: [...(report.equipment ?? [])],
  }
}

/** The body of a report of one person that the form stands for, not yet judged. */
export function bodyOf(values: ReportFormValues, today: CalendarDay, before?: JsonObject): JsonObject {
  const isOriented = values.oriented === 'oui'
  const own = {
    ...mediationBody(values, before),
    beneficiary: beneficiaryOf(values, before),
    autonomy: values.autonomy || null,
    oriented: values.oriented === '' ? null : isOriented,
    orientation: (isOriented && values.orientation) || null,
    unmetNeeds: someOf(values.unmetNeeds),
  }
  return wholeBody(values, own, { today, before })
}

/** What of an earlier report makes the next one: everything but the day, the person's answers and the words. */
export function sameAgain(values: ReportFormValues, today: CalendarDay): ReportFormValues {
  return {
    ...values,
    ...Object.fromEntries(ofThatDay.map((field) => [field, blankValues[field]])),
    date: today,
  }
}

/** What is true of one day and its people only. */
const ofThatDay = [
  'appointment',
  'beneficiary',
  'alreadyAccompanied',
  'residence',
  'gender',
  'ageRange',
  'status',
  'autonomy',
  'oriented',
  'orientation',
  'unmetNeeds',
  'participants',
  'anonymousAlready',
  'genderCounts',
  'ageCounts',
  'statusCounts',
  'notes',
  'notesShared',
  'tags',
  'structureTags',
] as const satisfies readonly (keyof ReportFormValues)[]

/** The next person: the same day and place, all else to be said. */
export function nextPerson(values: ReportFormValues): ReportFormValues {
  const { kind, scope, date, place, placeCommune } = values
  return { ...blankValues, kind, scope, date, place, placeCommune }
}

/** Traits are those of the day: the person's own page may change later (domain.md, "Persons"). */
function beneficiaryOf(values: ReportFormValues, before: JsonObject | undefined): JsonObject {
  const isFollowed = values.beneficiary !== ''
  const earlier = objectOf(before?.['beneficiary'])
  const kind = isFollowed ? 'suivi' : 'anonyme'
  const isSame = earlier['kind'] === kind && (!isFollowed || earlier['id'] === values.beneficiary)
  return present({
    ...(isSame ? earlier : {}),
    kind,
    id: isFollowed ? values.beneficiary : null,
    alreadyAccompanied:
      isFollowed || values.alreadyAccompanied === '' ? null : values.alreadyAccompanied === 'oui',
    commune: values.residence || null,
    gender: values.gender || null,
    ageRange: values.ageRange || null,
    status: values.status || null,
  })
}
