import type { Db } from './tables.ts'

/** Resolves once the database has answered; throws as any query does. */
export async function answers(db: Db): Promise<void> {
  await db.selectFrom('sync_meta').select('epoch').executeTakeFirstOrThrow()
}
