import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { JsonObject } from '../../../../domain/json.ts'
import type { Report } from '../../../../domain/report/report.ts'
import { commonValues, objectOf, someOf, wholeBody } from '../body-parts.ts'
import { durationFields, minutesOf } from '../duration-fields.ts'
import { blankValues, type ReportFormValues } from '../form-values.ts'
import { requireKind } from './require-kind.ts'
import { typedCount } from './typed-counts.ts'

/** What a filed animation looks like in the form. */
export function valuesOf(filed: Report, scope: string, offered: readonly number[]): ReportFormValues {
  const report = requireKind(filed, 'animation')
  const { audience } = report
  return {
    ...blankValues,
    ...commonValues(report),
    ...durationFields(report.minutes, offered),
    scope,
    mediators: String(audience.mediators),
    structures: String(audience.structures),
    others: String(audience.others),
    animationType: report.type,
    otherType: report.otherType ?? '',
    initiative: report.initiative,
    animationThemes: [...report.animationThemes],
    otherTheme: report.otherTheme ?? '',
  }
}

export function bodyOf(values: ReportFormValues, today: CalendarDay, before?: JsonObject): JsonObject {
  const own = {
    minutes: minutesOf(values),
    audience: {
      ...objectOf(before?.['audience']),
      mediators: typedCount(values.mediators) ?? 0,
      structures: typedCount(values.structures) ?? 0,
      others: typedCount(values.others) ?? 0,
    },
    type: values.animationType || null,
    otherType: (values.animationType === 'autre' && values.otherType.trim()) || null,
    initiative: values.initiative || null,
    animationThemes: someOf(values.animationThemes) ?? [],
    otherTheme: (values.animationThemes.includes('autre') && values.otherTheme.trim()) || null,
  }
  return wholeBody(values, own, { today, before })
}
