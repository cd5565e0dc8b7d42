import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { valueAt, type JsonObject } from '../../domain/json.ts'
import { namedIn } from '../../domain/report/accompaniments.ts'
import type { DocumentState } from '../../domain/sync/stored-document.ts'
import type { ServerVersion } from '../../domain/sync/pending-op.ts'
import { foldName } from '../../domain/territory/fold-name.ts'
import { reportIn } from '../../domain/report/report-in.ts'

/** A document as a row of its collection's table. `body` and `state` are what the person sees. */
export interface LocalDocument {
  readonly id: DocumentId
  readonly scope: ScopeId
  readonly collection: string
  readonly state: DocumentState
  readonly body: JsonObject
  /** Sort key of lists: the day of a report, the name of a place. */
  readonly order: string
  /** The beneficiaries whom a report names; absent where there are none. */
  readonly people?: readonly string[]
  /** 1 while an op of this document is in the outbox, rejected ones included. */
  readonly pending: 0 | 1
  /** The body last told by the server, kept only while ops are laid over it; without ops it is `body`. */
  readonly base?: JsonObject
  /** What the server last told; null for a document that it doesn't have. */
  readonly server: LocalServerVersion | null
}

export interface LocalServerVersion extends ServerVersion {
  /** This document's part of the scope's digest, in decimal (sync.md 3.6). */
  readonly h: string
}

/** Sort key of a document in the lists of its collection; empty where the body has none. */
export function orderOf(collection: string, body: JsonObject): string {
  switch (collection) {
    case 'report':
      return textAt(body, 'date')
    case 'appointment':
      return `${textAt(body, 'date')} ${textAt(body, 'starts')}`.trim()
    case 'beneficiary':
      return foldName(`${textAt(body, 'name')} ${textAt(body, 'firstName')}`)
    default:
      return textAt(body, 'name')
  }
}

/** The month that a report stands in, `YYYY-MM`, by its sort key. */
export function monthOf(order: string): string {
  return order.slice(0, 7)
}

/** The beneficiaries whom a report names, by the ids of their documents: what a person's history is found by. */
export function peopleOf(collection: string, body: JsonObject): string[] {
  if (collection !== 'report') return []
  const report = reportIn(body)
  return report ? [...namedIn(report)] : []
}

function textAt(body: JsonObject, field: string): string {
  const value = valueAt(body, field)
  return typeof value === 'string' ? value : ''
}
