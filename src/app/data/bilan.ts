import type { CoopDatabase } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'

/** What an advisor chose of their own *bilan d’activité*: kept on this device, for the next one to begin from. */
export interface BilanChoices {
  readonly title: string
  /** Their own words, under the title. */
  readonly words: string
  /** Names of the blocks that are shown. */
  readonly blocks: readonly string[]
}

export async function readBilan(db: CoopDatabase): Promise<BilanChoices | null> {
  return (await readMeta(db, 'bilan')) ?? null
}

export function keepBilan(db: CoopDatabase, choices: BilanChoices): Promise<void> {
  return writeMeta(db, 'bilan', choices)
}
