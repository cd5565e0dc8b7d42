import { valueAt, type Json, type JsonObject } from '../../domain/json.ts'
import { reportKindLabels, type Report } from '../../domain/report/report.ts'

/**
 * The report that a document's body holds, without judging it: bodies were validated when they were saved, and codes
 * of a newer version are shown as they are (domain.md). Undefined while essential fields aren't there: of a kind that
 * this build doesn't know, or with only its last changes on the device so far.
 */
export function reportIn(body: JsonObject): Report | undefined {
  const kind = valueAt(body, 'kind')
  const isWhole =
    typeof kind === 'string' &&
    kind in reportKindLabels &&
    typeof valueAt(body, 'date') === 'string' &&
    typeof valueAt(body, 'minutes') === 'number' &&
    Array.isArray(valueAt(body, 'themes')) &&
    hasKind(valueAt(body, 'place')) &&
    hasKind(valueAt(body, 'beneficiary'))
  // Everything that the type promises to be there was looked at; codes may be newer than the type.
  return isWhole ? (body as unknown as Report) : undefined
}

function hasKind(value: Json | undefined): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['kind'] === 'string'
  )
}
