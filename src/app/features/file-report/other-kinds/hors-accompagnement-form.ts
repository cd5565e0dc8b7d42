import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { JsonObject } from '../../../../domain/json.ts'
import type { Report } from '../../../../domain/report/report.ts'
import { commonValues, wholeBody } from '../body-parts.ts'
import { durationFields, minutesOf } from '../duration-fields.ts'
import { blankValues, type ReportFormValues } from '../form-values.ts'
import { placeFields, placeOf } from '../place-fields.ts'
import { requireKind } from './require-kind.ts'

/** What filed time that accompanied nobody looks like in the form. */
export function valuesOf(filed: Report, scope: string, offered: readonly number[]): ReportFormValues {
  const report = requireKind(filed, 'hors_accompagnement')
  return {
    ...blankValues,
    ...commonValues(report),
    ...(report.place ? placeFields(report.place) : {}),
    ...durationFields(report.minutes, offered),
    scope,
    activity: report.activity,
    title: report.title ?? '',
  }
}

export function bodyOf(values: ReportFormValues, today: CalendarDay, before?: JsonObject): JsonObject {
  const own = {
    activity: values.activity || null,
    minutes: minutesOf(values),
    place: placeOf(values, before?.['place']),
    title: values.title.trim() || null,
  }
  return wholeBody(values, own, { today, before })
}
