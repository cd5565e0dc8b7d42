import type { ScopeId } from '../../domain/ids.ts'
import type { CoopDatabase } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'

/**
 * What the person is to read of a scope that changed under them (I15):
 * - withdrawn: it left this device, with `left` reports, and `unsent` documents are kept aside;
 * - returned: it was given back, and what was kept aside goes out;
 * - closed: the names of its people left this device, `left` of them, and `unsent` pages were never sent.
 */
export interface ScopeNews {
  readonly kind: 'withdrawn' | 'returned' | 'closed'
  readonly scope: ScopeId
  /** What the person knows the scope by; empty where the server never said. */
  readonly label: string
  /** By the device's clock, in ms. */
  readonly at: number
  readonly left: number
  readonly unsent: number
  /** Said once under the header; *Synchronisation* goes on saying it. */
  readonly isRead: boolean
}

/** How many are kept: one for each scope, the newest first. */
const kept = 10

export async function readScopeNews(db: CoopDatabase): Promise<readonly ScopeNews[]> {
  return (await readMeta(db, 'scopeNews')) ?? []
}

/** Takes the place of what was said of the scope before. */
export async function tellOfScope(db: CoopDatabase, news: Omit<ScopeNews, 'isRead'>): Promise<void> {
  const others = (await readScopeNews(db)).filter(({ scope }) => scope !== news.scope)
  await writeMeta(db, 'scopeNews', [{ ...news, isRead: false }, ...others].slice(0, kept))
}

/** What was said of a scope doesn't hold any more. */
export async function untellOfScope(
  db: CoopDatabase,
  scope: ScopeId,
  kind: ScopeNews['kind'],
): Promise<void> {
  const all = await readScopeNews(db)
  const left = all.filter((news) => news.scope !== scope || news.kind !== kind)
  if (left.length < all.length) await writeMeta(db, 'scopeNews', left)
}

/** The person has read what there is. */
export async function scopeNewsRead(db: CoopDatabase): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const all = await readScopeNews(db)
    if (all.every(({ isRead }) => isRead)) return
    const read = all.map((news) => ({ ...news, isRead: true }))
    await writeMeta(db, 'scopeNews', read)
  })
}
