import type { ScopeId } from '../../domain/ids.ts'
import { contractsOfScope, type StoredContract } from '../store/post-assignments.ts'
import { saidContracts } from '../store/post-facts.ts'
import type { Db } from '../store/tables.ts'

/** The contracts of an assignment that no post says yet. */
export async function unsaidContracts(tx: Db, scope: ScopeId): Promise<StoredContract[]> {
  const said = await saidContracts(tx, scope)
  return (await contractsOfScope(tx, scope)).filter(({ id }) => !said.has(id))
}
