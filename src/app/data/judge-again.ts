import type { ScopeId } from '../../domain/ids.ts'
import { isRefusedByContract, opsJudgedAgain } from '../../domain/sync/judged-again.ts'
import type { CoopDatabase } from './database.ts'
import type { DeviceTools } from './device-tools.ts'
import { boundsOf } from './document-tables.ts'
import { WorkingSet } from './working-set.ts'

/**
 * Puts what was refused for want of a contract back into the queue, in the transaction that brings other contracts: a
 * renewal that is entered late must not cost anybody a second typing (sync.md 3.7).
 */
export async function judgeAgain(db: CoopDatabase, scope: ScopeId, tools: DeviceTools): Promise<void> {
  const refused = await db.outbox
    .where('[scope+id]')
    .between(...boundsOf(scope))
    .filter(isRefusedByContract)
    .toArray()
  if (refused.length === 0) return
  const set = await WorkingSet.load(db, refused)
  for (const op of refused) {
    const document = set.get(op)
    set.set(
      document,
      opsJudgedAgain(document.ops, () => tools.newOpId()),
    )
  }
  await set.flush()
}
