import type { OpId } from '../ids.ts'
import type { Op } from './op.ts'

/**
 * Whether an op only says that conflicts are settled: a patch of nothing. It changes no document, makes no revision
 * and revives nothing (sync.md 3.4, decide 9).
 */
export function isSettlement(op: Pick<Op, 'kind' | 'set' | 'resolves'>): boolean {
  return op.kind === 'patch' && Object.keys(op.set).length === 0 && conflictsSettledBy(op).length > 0
}

/** The conflicts that some ops settle together, each once. */
export function conflictsSettledBy(...ops: readonly Pick<Op, 'resolves'>[]): OpId[] {
  return [...new Set(ops.flatMap(({ resolves }) => resolves ?? []))]
}

/** The field of an op that settles these; none where there are none. */
export function settling(conflicts: readonly OpId[]): { resolves?: OpId[] } {
  return conflicts.length === 0 ? {} : { resolves: [...conflicts] }
}
