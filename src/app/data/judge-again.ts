import {
  contractsWord,
  isRefusedByContract,
  isTakenNow,
  opsJudgedAgain,
} from '../../domain/sync/judged-again.ts'
import type { Grant } from '../../domain/sync/wire.ts'
import type { CoopDatabase } from './database.ts'
import type { DeviceTools } from './device-tools.ts'
import { boundsOf } from './document-tables.ts'
import { WorkingSet } from './working-set.ts'

/**
 * Puts what was refused for want of a contract back into the queue, in the transaction that tells of one that holds its
 * day: a renewal that is entered late must not cost anybody a second typing (sync.md 3.7).
 */
export async function judgeAgain(db: CoopDatabase, grant: Grant, tools: DeviceTools): Promise<void> {
  const { scope, contracts, closed = false } = grant
  if (!contracts) return
  const word = contractsWord({ contracts, closed })
  const refused = await db.outbox
    .where('[scope+id]')
    .between(...boundsOf(scope))
    .filter((op) => isRefusedByContract(op, word))
    .toArray()
  if (refused.length === 0) return
  const set = await WorkingSet.load(db, refused)
  for (const op of refused) {
    const document = set.get(op)
    if (isTakenNow(document, { contracts, closed })) {
      set.set(
        document,
        opsJudgedAgain(document.ops, word, () => tools.newOpId()),
      )
    }
  }
  await set.flush()
}
