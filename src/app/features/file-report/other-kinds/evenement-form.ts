import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { JsonObject } from '../../../../domain/json.ts'
import type { Report } from '../../../../domain/report/report.ts'
import { commonValues, wholeBody } from '../body-parts.ts'
import { durationFields, minutesOf } from '../duration-fields.ts'
import { blankValues, type ReportFormValues } from '../form-values.ts'
import { requireKind } from './require-kind.ts'
import { typedCount } from './typed-counts.ts'

/** What a filed event looks like in the form. */
export function valuesOf(filed: Report, scope: string, offered: readonly number[]): ReportFormValues {
  const report = requireKind(filed, 'evenement')
  return {
    ...blankValues,
    ...commonValues(report),
    ...durationFields(report.minutes, offered),
    scope,
    name: report.name,
    eventType: report.type,
    otherType: report.otherType ?? '',
    organisers: [...report.organisers],
    attendance: String(report.participants),
    scale: report.scale,
  }
}

export function bodyOf(values: ReportFormValues, today: CalendarDay, before?: JsonObject): JsonObject {
  const own = {
    minutes: minutesOf(values),
    name: values.name.trim() || null,
    type: values.eventType || null,
    otherType: (values.eventType === 'autre' && values.otherType.trim()) || null,
    organisers: values.organisers,
    participants: typedCount(values.attendance),
    scale: values.scale || null,
  }
  return wholeBody(values, own, { today, before })
}
