import type * as z from 'zod/mini'
import type { CoopDatabase } from './database.ts'

/** An answer of the server, kept for the same question without network. */
interface KeptAnswer {
  readonly query: string
  readonly figures: unknown
}

/** Keeps the last view in the person's own database, so that signing out takes it away. */
export async function keepAnswer(db: CoopDatabase, key: string, kept: KeptAnswer): Promise<void> {
  await db.meta.put({ k: key, value: kept })
}

/** The last view, where it answers the same question; one of another build's shape is none. */
export async function readKeptAnswer<T>(
  db: CoopDatabase,
  key: string,
  query: string,
  schema: z.ZodMiniType<T>,
): Promise<T | undefined> {
  const row = await db.meta.get(key)
  // Whatever it holds is judged by its schema.
  const kept = row?.value as Partial<KeptAnswer> | undefined
  return kept?.query === query ? schema.safeParse(kept.figures).data : undefined
}
