import type { PermittedActivity } from '../access/permitted-activity.ts'
import type { DocumentId } from '../ids.ts'
import type { JsonObject } from '../json.ts'

/**
 * A report as its structure may see it. The place of activity is said by its id, and neither its name nor its commune
 * nor the advisor's name is in it: a place that is renamed changes no report.
 */
export interface SealedReport extends Omit<PermittedActivity, NamedElsewhere> {
  readonly placeId: DocumentId | null
  /** As the report itself says it: only where it took place in no place of activity. */
  readonly commune: string | null
}

type NamedElsewhere = 'advisorName' | 'placeName' | 'communeName'

/** By which fields a report is sealed: another number as soon as the list below changes, so that older seals still read. */
export const sealedForm = 1

/** The fields of a report that are sealed. A permitted field that is in neither list doesn't compile. */
const sealedFields = {
  id: true,
  kind: true,
  title: true,
  participants: true,
  level: true,
  activity: true,
  eventType: true,
  otherType: true,
  organisers: true,
  scale: true,
  structureTags: true,
  date: true,
  minutes: true,
  placeKind: true,
  placeId: true,
  commune: true,
  themes: true,
  administrativeThemes: true,
  procedureName: true,
  equipment: true,
  autonomy: true,
  oriented: true,
  orientation: true,
  unmetNeeds: true,
  sharedNote: true,
  filedOn: true,
  // Said once by the line that the report is in.
  advisorId: false,
} as const satisfies Record<keyof SealedReport, boolean>

/** The same value for the same report, whatever the order of its lists; what it doesn't say isn't there. */
export function sealedFieldsOf(report: SealedReport): JsonObject {
  const fields: JsonObject = {}
  for (const [field, isSealed] of Object.entries(sealedFields)) {
    // The names of the fields are those of the type.
    const value = report[field as keyof SealedReport]
    if (!isSealed || value === null) continue
    if (typeof value !== 'object') fields[field] = value
    else if (value.length > 0) fields[field] = [...value].sort()
  }
  return fields
}
