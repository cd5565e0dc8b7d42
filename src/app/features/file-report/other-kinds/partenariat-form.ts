import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { JsonObject } from '../../../../domain/json.ts'
import type { Report } from '../../../../domain/report/report.ts'
import { commonValues, objectOf, wholeBody } from '../body-parts.ts'
import { blankValues, type ReportFormValues } from '../form-values.ts'
import { requireKind } from './require-kind.ts'

/** What a filed partnership looks like in the form. */
export function valuesOf(filed: Report, scope: string): ReportFormValues {
  const report = requireKind(filed, 'partenariat')
  return {
    ...blankValues,
    ...commonValues(report),
    scope,
    name: report.name,
    natures: [...report.natures],
    otherNature: report.otherNature ?? '',
    scale: report.scale,
    partnerNames: report.partners.map(({ name }) => name),
    partnerTypes: report.partners.map(({ type }) => type),
  }
}

export function bodyOf(values: ReportFormValues, today: CalendarDay, before?: JsonObject): JsonObject {
  const own = {
    name: values.name.trim() || null,
    natures: values.natures,
    otherNature: (values.natures.includes('autre') && values.otherNature.trim()) || null,
    scale: values.scale || null,
    partners: partnersOf(values, before),
  }
  return wholeBody(values, own, { today, before })
}

/** A line that says nothing is no partner. */
function partnersOf({ partnerNames, partnerTypes }: ReportFormValues, before?: JsonObject): JsonObject[] {
  const earlier = Array.isArray(before?.['partners']) ? before['partners'].map(objectOf) : []
  return partnerNames.flatMap((typed, index) => {
    const [name, type] = [typed.trim(), partnerTypes[index] ?? '']
    if (name === '' && type === '') return []
    return [{ ...earlier.find((partner) => partner['name'] === name), name, type }]
  })
}
