import type { CoopDatabase } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import type { CycleOutcome } from './cycle-step.ts'
import type { SyncPhase } from './sync-status.ts'

/** What people are told after a cycle. */
export function phaseOf(outcome: CycleOutcome): SyncPhase {
  if (outcome.kind === 'done') return 'idle'
  switch (outcome.reason) {
    case 'offline':
      return 'offline'
    case 'unauthenticated':
      return 'signed-out'
    case 'wrong-user':
    case 'revoked':
    case 'too-old':
      return outcome.reason
    case 'wait':
    case 'refused':
    case 'unreadable':
      return 'waiting'
  }
}

export async function setPhase(db: CoopDatabase, phase: SyncPhase): Promise<void> {
  if ((await readMeta(db, 'phase')) !== phase) await writeMeta(db, 'phase', phase)
}
