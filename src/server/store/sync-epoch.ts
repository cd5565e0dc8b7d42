import { sql } from 'kysely'
import type { Epoch } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

export async function readEpoch(db: Db): Promise<Epoch> {
  const { rows } = await sql<{ epoch: Epoch }>`select epoch from sync_meta`.execute(db)
  const [row] = rows
  if (!row) throw new Error('The store has no identity: its migrations have not run')
  return row.epoch
}

/** Gives the server's history another identity: every device rebuilds and sends again what it sent (sync.md 3.7). */
export async function setEpoch(db: Db, epoch: Epoch): Promise<void> {
  await sql`update sync_meta set epoch = ${epoch}`.execute(db)
}
