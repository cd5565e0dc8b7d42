import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { Json, JsonObject } from '../../../domain/json.ts'
import type { Report } from '../../../domain/report/report.ts'
import { minutesOf } from './duration-fields.ts'
import type { ReportFormValues } from './form-values.ts'
import { placeOf } from './place-fields.ts'

/** Fields that some kind has and others don't: a report that changes its kind leaves behind those of the old one. */
const fieldsOfKinds: readonly string[] = [
  'minutes',
  'place',
  'themes',
  'administrativeThemes',
  'procedureName',
  'equipment',
  'beneficiary',
  'autonomy',
  'oriented',
  'orientation',
  'unmetNeeds',
  'title',
  'level',
  'participants',
  'anonymous',
  'activity',
  'audience',
  'type',
  'otherType',
  'initiative',
  'animationThemes',
  'otherTheme',
  'name',
  'organisers',
  'scale',
  'natures',
  'otherNature',
  'partners',
]

/**
 * A report as its form says it, not yet judged; what isn't known is absent. `before` is the report that is edited:
 * fields that this build doesn't know, the day of filing and the mark of an import stay (I18).
 */
export function wholeBody(
  values: ReportFormValues,
  own: JsonObject,
  { today, before }: { today: CalendarDay; before?: JsonObject | undefined },
): JsonObject {
  const notes = values.notes.trim()
  const kept = Object.entries(before ?? {}).filter(([field]) => !fieldsOfKinds.includes(field))
  return present({
    ...Object.fromEntries(kept),
    kind: values.kind,
    date: values.date || null,
    ...own,
    notes: notes || null,
    notesShared: notes !== '' && values.notesShared,
    tags: someOf(values.tags),
    structureTags: someOf(values.structureTags),
    filedOn: before?.['filedOn'] ?? today,
  })
}

/** Fields of the two kinds that are of people helped. What doesn't go with the rest is left out. */
export function mediationBody(values: ReportFormValues, before?: JsonObject): JsonObject {
  const isAdministrative = values.themes.includes('aide_aux_demarches_administratives')
  return {
    minutes: minutesOf(values),
    place: placeOf(values, before?.['place']),
    themes: values.themes,
    administrativeThemes: isAdministrative ? someOf(values.administrativeThemes) : null,
    procedureName: (isAdministrative && values.procedureName.trim()) || null,
    equipment: someOf(values.equipment),
  }
}

/** What every kind has, in the form. */
export function commonValues(report: Report) {
  return {
    kind: report.kind,
    date: report.date,
    notes: report.notes ?? '',
    notesShared: report.notesShared,
    tags: [...(report.tags ?? [])],
    structureTags: [...(report.structureTags ?? [])],
  }
}

/** An object's own fields, where a value is one. */
export function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

export function present(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

export function someOf(codes: readonly string[]): string[] | null {
  return codes.length === 0 ? null : [...codes]
}

export function answerOf(answer: boolean | undefined): '' | 'oui' | 'non' {
  if (answer === undefined) return ''
  return answer ? 'oui' : 'non'
}
