import type * as z from 'zod/mini'
import type { CoopDatabase } from './database.ts'

/** An answer of the server, kept for the same question without network. */
interface KeptAnswer {
  readonly query: string
  readonly figures: unknown
}

/** How many views of one page are kept unless said, the last ones read: the month, the year, and those beside them. */
const mostKept = 4

/**
 * Keeps a view in the person's own database, so that signing out takes it away.
 * @param most how many views are kept under this key
 */
export async function keepAnswer(
  db: CoopDatabase,
  key: string,
  kept: KeptAnswer,
  most = mostKept,
): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const others = (await keptAnswers(db, key)).filter(({ query }) => query !== kept.query)
    await db.meta.put({ k: key, value: [kept, ...others].slice(0, most) })
  })
}

/** The view that answers the same question, where it is kept; one of another build's shape is none. */
export async function readKeptAnswer<T>(
  db: CoopDatabase,
  key: string,
  query: string,
  schema: z.ZodMiniType<T>,
): Promise<T | undefined> {
  const kept = (await keptAnswers(db, key)).find((answer) => answer.query === query)
  return kept && schema.safeParse(kept.figures).data
}

/** How the views of one kind are kept: as the answer to which question, under which key, and how many. */
export interface KeptViews<Q, A> {
  readonly key: (question: Q) => string
  readonly query: (question: Q) => string
  readonly schema: z.ZodMiniType<A>
  readonly most?: number
}

/** Keeps views of one kind in the person's own database, and gives back the one that answers a question. */
export function keptViews<Q, A>({ key, query, schema, most = mostKept }: KeptViews<Q, A>) {
  return {
    keep: (db: CoopDatabase, question: Q, figures: A): Promise<void> =>
      keepAnswer(db, key(question), { query: query(question), figures }, most),
    readKept: (db: CoopDatabase, question: Q): Promise<A | undefined> =>
      readKeptAnswer(db, key(question), query(question), schema),
  }
}

/** Every view that is kept under a key, the last one read first. */
export async function keptAnswersOf<T>(
  db: CoopDatabase,
  key: string,
  schema: z.ZodMiniType<T>,
): Promise<T[]> {
  return (await keptAnswers(db, key)).flatMap(({ figures }) => schema.safeParse(figures).data ?? [])
}

async function keptAnswers(db: CoopDatabase, key: string): Promise<KeptAnswer[]> {
  const value = (await db.meta.get(key))?.value
  // An earlier build kept one alone.
  const list: unknown[] = Array.isArray(value) ? value : []
  return list.filter(
    (one): one is KeptAnswer => typeof one === 'object' && one !== null && 'query' in one && 'figures' in one,
  )
}
