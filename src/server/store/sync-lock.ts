import { sql, type RawBuilder } from 'kysely'
import type { DeviceId, Epoch, PersonId, ScopeId } from '../../domain/ids.ts'
import type { LockedScope } from './scope-state.ts'
import type { Db } from './tables.ts'

/** By whom and from what a scope is asked for. */
export interface Claim {
  readonly person: PersonId
  /** One, or several of the person's whose pushes are decided together. */
  readonly devices: readonly DeviceId[]
  readonly epoch: Epoch | null
  readonly protocol: number
}

interface CounterRow {
  seq: number
  horizon: number
  digest: string
}

/**
 * Takes numbers from a scope's counter, which locks the scope until the commit: two copies of the same push wait for
 * each other here, and the order of commits is the order of numbers (sync.md 2.3). Undefined for anybody who has no
 * grant on it, or comes from another epoch, too old a protocol, a revoked device or another person's: a stranger
 * can't even make it wait.
 */
export async function lockScopeFor(
  tx: Db,
  scope: ScopeId,
  claim: Claim,
  numbers: number,
): Promise<LockedScope | undefined> {
  const { rows } = await sql<CounterRow>`
    update sync_scope s set seq = s.seq + ${numbers}
    from sync_grant g, sync_meta m
    where s.scope_id = ${scope} and ${claimHolds(scope, claim)}
    returning s.seq, s.horizon, s.digest`.execute(tx)
  return lockedScope(scope, rows)
}

/** A condition on `sync_grant g` and `sync_meta m`: the same for whoever reads, locks or writes a scope. */
export function claimHolds(scope: ScopeId, { person, devices, epoch, protocol }: Claim): RawBuilder<unknown> {
  return sql`g.scope_id = ${scope} and g.user_id = ${person}
      and m.epoch = ${epoch} and m.min_client <= ${protocol}
      and not exists (
        select 1 from device o
        where o.device_id = any(${devices}::uuid[]) and (o.user_id <> ${person} or o.revoked_at is not null))`
}

/** The same for the server itself: provisioning, purges, the replay of what was erased. */
export async function lockScope(tx: Db, scope: ScopeId, numbers: number): Promise<LockedScope | undefined> {
  const { rows } = await sql<CounterRow>`
    update sync_scope s set seq = s.seq + ${numbers}
    where s.scope_id = ${scope}
    returning s.seq, s.horizon, s.digest`.execute(tx)
  return lockedScope(scope, rows)
}

function lockedScope(scope: ScopeId, rows: readonly CounterRow[]): LockedScope | undefined {
  const [row] = rows
  return row && { scope, seq: row.seq, horizon: row.horizon, digest: BigInt(row.digest) }
}
