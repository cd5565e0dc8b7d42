import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import { kindsOfAdvisor, kindsOfCoordinator, type ReportKind } from '../../../domain/report/kinds.ts'

/** Kinds of activity that a person files in a scope, the most frequent first. */
export function kindsOfScope(scope: Pick<OwnScope, 'role'> | undefined): readonly ReportKind[] {
  return scope?.role === 'coordinator' ? kindsOfCoordinator : kindsOfAdvisor
}

export function firstKindOf(scope: Pick<OwnScope, 'role'>): ReportKind {
  return kindsOfScope(scope)[0] ?? 'individuel'
}
