import type { PullAnswer } from '../../domain/sync/wire.ts'
import type { AskedPositions } from './apply-pull.ts'
import { newCursor, readsBlindly, type ScopeCursor } from './scope-cursor.ts'

/**
 * Where the cursors will stand once a page is applied; undefined where that isn't plain, because a scope begins or
 * ends a rebuild with it. Of use for what is asked next only: a cursor moves in the transaction of its page alone.
 */
export function positionsAfter(asked: AskedPositions, answer: PullAnswer): AskedPositions | undefined {
  const after = new Map<ScopeCursor['scope'], ScopeCursor>()
  for (const grant of answer.grants) {
    const { scope, reset } = grant
    const cursor = asked.get(scope) ?? newCursor(scope)
    const next = answer.next[scope]
    if (
      reset ||
      readsBlindly(cursor, grant) ||
      cursor.rebuild?.phase === 'wanted' ||
      (cursor.rebuild && next?.done)
    )
      return undefined
    after.set(scope, { ...cursor, since: Math.max(cursor.since, next?.seq ?? 0) })
  }
  return after
}
