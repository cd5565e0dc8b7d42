import type { DocumentHistory } from '../../../../domain/access/report-history.ts'
import { sameJson, type Json, type JsonObject } from '../../../../domain/json.ts'

/** One thing that became of a report: what it was before, and what it was made. */
export interface HistoryStep {
  rev: number
  at: number
  kind: 'filed' | 'changed' | 'deleted' | 'restored' | 'erased'
  changes: readonly { field: string; before: Json; after: Json }[]
  deviceId: string | null
}

/** Fields that say nothing to a person. */
const unsaid: ReadonlySet<string> = new Set(['filedOn', 'kind', 'imported'])

/** The steps of a history, the last first. */
export function historySteps(revisions: DocumentHistory['revisions']): HistoryStep[] {
  let body: JsonObject = {}
  let state = 'none'
  const steps = revisions.map(({ rev, at, fields, state: next, deviceId }): HistoryStep => {
    const changes = Object.entries(fields)
      .filter(([field, after]) => !unsaid.has(field) && !sameJson(body[field], after))
      .map(([field, after]) => ({ field, before: body[field] ?? null, after }))
    const kind = kindOf(state, next ?? 'live')
    body = { ...body, ...fields }
    state = next ?? 'live'
    return { rev, at: Date.parse(at), kind, changes: kind === 'filed' ? [] : changes, deviceId }
  })
  return steps.toReversed()
}

function kindOf(before: string, now: string): HistoryStep['kind'] {
  if (now === 'erased') return 'erased'
  if (now === 'deleted') return 'deleted'
  if (before === 'none') return 'filed'
  return before === 'deleted' ? 'restored' : 'changed'
}
