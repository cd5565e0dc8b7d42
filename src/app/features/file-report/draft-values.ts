import { scopeIdSchema, type DocumentId } from '../../../domain/ids.ts'
import type { Json, JsonObject } from '../../../domain/json.ts'
import type { Draft } from '../../data/drafts.ts'
import { blankValues, type ReportFormValues } from './report-form.ts'

export interface DraftFacts {
  id: DocumentId
  values: ReportFormValues
  /** The report that is edited, as it was when the person began: the save is compared with it. */
  before: JsonObject | undefined
  updatedAt: number
}

/** What is typed, as the device keeps it. */
export function draftOf({ id, values, before, updatedAt }: DraftFacts): Draft {
  return {
    id,
    // The form opens with a structure and never offers none.
    scope: scopeIdSchema.parse(values.scope),
    kind: 'report',
    values: before ? { ...values, before } : { ...values },
    editing: before !== undefined,
    updatedAt,
  }
}

/** The report that a draft edits, as it was when the person began. */
export function beforeOfDraft({ values: { before } }: Draft): JsonObject | undefined {
  return typeof before === 'object' && before !== null && !Array.isArray(before) ? before : undefined
}

/**
 * What a draft holds, whatever build wrote it: an answer that is missing or of another shape is no answer, and the rest
 * is kept.
 */
export function valuesOfDraft(kept: JsonObject): ReportFormValues {
  const entries = Object.entries(blankValues).map(([name, blank]) => [name, sameShape(kept[name], blank)])
  // Each entry is of the shape that the blank form has under its name.
  return Object.fromEntries(entries) as ReportFormValues
}

function sameShape(value: Json | undefined, blank: string | boolean | readonly string[]): Json {
  if (Array.isArray(blank))
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  return typeof value === typeof blank && value !== undefined ? value : (blank as string | boolean)
}
