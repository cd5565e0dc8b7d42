import type { StructureId } from '../../domain/ids.ts'
import type { CoopDatabase } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'

/** What a person chose of a *bilan d’activité*: kept on this device, for the next one to begin from. */
export interface BilanChoices {
  readonly title: string
  /** Their own words, under the title. */
  readonly words: string
  /** Names of the blocks that are shown. */
  readonly blocks: readonly string[]
}

/** Which bilan the choices are of: an advisor’s own, or one of a structure that the person reads. */
export type BilanKey = 'bilan' | `bilan:${string}`

/** Each model of a structure’s bilan has a title and words of its own. */
export function structureBilanKey(structureId: StructureId, model: string): BilanKey {
  return `bilan:${structureId}:${model}`
}

export async function readBilan(db: CoopDatabase, key: BilanKey = 'bilan'): Promise<BilanChoices | null> {
  return (await readMeta(db, key)) ?? null
}

export function keepBilan(db: CoopDatabase, key: BilanKey, choices: BilanChoices): Promise<void> {
  return writeMeta(db, key, choices)
}
