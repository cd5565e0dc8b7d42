import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { JsonObject } from '../../../../domain/json.ts'
import type { Participant } from '../../../../domain/report/collectif.ts'
import type { Report } from '../../../../domain/report/report.ts'
import { commonValues, mediationBody, objectOf, present, wholeBody } from '../body-parts.ts'
import { blankValues, type ParticipantValue, type ReportFormValues } from '../form-values.ts'
import { mediationValues } from '../report-form.ts'
import { marginOf, textsOf, typedCount } from './typed-counts.ts'
import { requireKind } from './require-kind.ts'

/** What a filed workshop looks like in the form. */
export function valuesOf(filed: Report, scope: string, offered: readonly number[]): ReportFormValues {
  const report = requireKind(filed, 'collectif')
  const { anonymous, participants = [] } = report
  return {
    ...blankValues,
    ...commonValues(report),
    ...mediationValues(report, offered),
    scope,
    title: report.title ?? '',
    level: report.level ?? '',
    participants: participants.map(participantValue),
    anonymousTotal: anonymous ? String(anonymous.total) : '',
    anonymousAlready: anonymous?.alreadyAccompanied === undefined ? '' : String(anonymous.alreadyAccompanied),
    genderCounts: textsOf(anonymous?.gender),
    ageCounts: textsOf(anonymous?.ageRange),
    statusCounts: textsOf(anonymous?.status),
  }
}

export function bodyOf(values: ReportFormValues, today: CalendarDay, before?: JsonObject): JsonObject {
  const own = {
    ...mediationBody(values, before),
    title: values.title.trim() || null,
    level: values.level || null,
    participants: values.participants.length === 0 ? null : values.participants.map(participantOf),
    anonymous: anonymousOf(values, before),
  }
  return wholeBody(values, own, { today, before })
}

function participantValue({ id, commune, gender, ageRange, status }: Participant): ParticipantValue {
  return {
    id,
    commune: commune ?? '',
    gender: gender ?? '',
    ageRange: ageRange ?? '',
    status: status ?? '',
  }
}

function participantOf({ id, commune, gender, ageRange, status }: ParticipantValue): JsonObject {
  return present({
    id,
    commune: commune || null,
    gender: gender || null,
    ageRange: ageRange || null,
    status: status || null,
  })
}

/** Nothing where nobody anonymous was there. */
function anonymousOf(values: ReportFormValues, before: JsonObject | undefined): JsonObject | null {
  const total = typedCount(values.anonymousTotal)
  if (total === null || total === 0) return null
  return present({
    ...objectOf(before?.['anonymous']),
    total,
    alreadyAccompanied: typedCount(values.anonymousAlready),
    gender: marginOf(values.genderCounts),
    ageRange: marginOf(values.ageCounts),
    status: marginOf(values.statusCounts),
  })
}
