import { scopeIdSchema, type DocumentId } from '../../../domain/ids.ts'
import type { Json, JsonObject } from '../../../domain/json.ts'
import type { Draft } from '../../data/drafts.ts'
import { reportKinds } from '../../../domain/report/kinds.ts'
import { blankValues, type ParticipantValue, type ReportFormValues } from './form-values.ts'

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
    values: { ...plain(values), ...(before && { before }) },
    editing: before !== undefined,
    updatedAt,
  }
}

/** Texts and lists are JSON; only the interface's lack of an index signature hides it. */
function plain(values: ReportFormValues): JsonObject {
  return { ...values, participants: values.participants.map((participant) => ({ ...participant })) }
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
  const values = Object.fromEntries(entries) as ReportFormValues
  return {
    ...values,
    kind: reportKinds.find((kind) => kind === kept['kind']) ?? blankValues.kind,
    participants: participantsIn(kept['participants']),
  }
}

type Blank = ReportFormValues[keyof ReportFormValues]

function sameShape(value: Json | undefined, blank: Blank): Json {
  if (Array.isArray(blank)) return Array.isArray(value) ? value.filter(isText) : []
  if (typeof blank === 'object') return onlyTexts(value)
  return typeof value === typeof blank && value !== undefined ? value : blank
}

function participantsIn(value: Json | undefined): ParticipantValue[] {
  const kept = Array.isArray(value) ? value.map(onlyTexts) : []
  return kept.flatMap(({ id, commune = '', gender = '', ageRange = '', status = '' }) =>
    id === undefined ? [] : [{ id, commune, gender, ageRange, status }],
  )
}

function onlyTexts(value: Json | undefined): Record<string, string> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const entries = Object.entries(isObject ? value : {})
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => isText(entry[1])))
}

function isText(value: Json): value is string {
  return typeof value === 'string'
}
