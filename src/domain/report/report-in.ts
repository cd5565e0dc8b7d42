import { valueAt, type Json, type JsonObject } from '../json.ts'
import { reportKinds, type ReportKind } from './kinds.ts'
import type { Report } from './report.ts'

/**
 * The report that a document's body holds, without judging it: bodies were validated when they were saved, and codes
 * of a newer version are shown as they are (domain.md). Undefined while essential fields aren't there: of a kind that
 * this build doesn't know, or with only its last changes on the device so far.
 */
export function reportIn(body: JsonObject): Report | undefined {
  const kind = reportKinds.find((known) => known === valueAt(body, 'kind'))
  const isWhole = kind && isText(valueAt(body, 'date')) && needs[kind].every((has) => has(body))
  // Everything that the type promises to be there was looked at; codes may be newer than the type.
  return isWhole ? (body as unknown as Report) : undefined
}

type Has = (body: JsonObject) => boolean

const minutes: Has = (body) => typeof valueAt(body, 'minutes') === 'number'
const themes: Has = (body) => Array.isArray(valueAt(body, 'themes'))
const place: Has = (body) => isText(objectIn(body, 'place')['kind'])
const participants: Has = (body) =>
  (Array.isArray(valueAt(body, 'participants')) || valueAt(body, 'participants') === undefined) &&
  (typeof objectIn(body, 'anonymous')['total'] === 'number' || valueAt(body, 'anonymous') === undefined)

/** What each kind can't be read without. */
const needs: Readonly<Record<ReportKind, readonly Has[]>> = {
  individuel: [minutes, themes, place, (body) => isText(objectIn(body, 'beneficiary')['kind'])],
  collectif: [minutes, themes, place, participants],
  hors_accompagnement: [minutes, (body) => isText(valueAt(body, 'activity'))],
  animation: [
    minutes,
    (body) => isText(valueAt(body, 'type')) && Array.isArray(valueAt(body, 'animationThemes')),
    (body) => Object.keys(objectIn(body, 'audience')).length > 0,
  ],
  evenement: [
    minutes,
    (body) => isText(valueAt(body, 'name')) && isText(valueAt(body, 'type')),
    (body) => Array.isArray(valueAt(body, 'organisers')),
  ],
  partenariat: [
    (body) => isText(valueAt(body, 'name')),
    (body) => Array.isArray(valueAt(body, 'natures')) && Array.isArray(valueAt(body, 'partners')),
  ],
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string'
}

function objectIn(body: JsonObject, field: string): JsonObject {
  const value = valueAt(body, field)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
