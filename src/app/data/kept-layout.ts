import type { Layout } from '../../domain/exchange/match-columns.ts'
import type { Meanings } from '../../domain/exchange/other-ways.ts'
import type { CoopDatabase } from './database.ts'

/** What a person said of the files of another tool: once is enough. It stays on this device. */
export interface KeptLayout {
  readonly signature: string
  readonly layout: Layout
  readonly meanings: Meanings
  readonly kind?: string | undefined
  readonly place?: string | undefined
}

export async function keptLayout(db: CoopDatabase, signature: string): Promise<KeptLayout | undefined> {
  return db.layout.get(signature)
}

export async function keepLayout(db: CoopDatabase, layout: KeptLayout): Promise<void> {
  await db.layout.put(layout)
}
