import type { StructureId } from '../../domain/ids.ts'
import type { CoopDatabase } from './database.ts'

/** What is kept of a structure for reading without network. */
export const structureViews = [
  'activities',
  'figures',
  'absences',
  'questions',
  'anomalies',
  'months',
  'reports',
  'readings',
  'reminders',
  'community',
  'time',
  'missions',
] as const
export type StructureView = (typeof structureViews)[number]

/** Under which key a view is kept: any view that is named here is forgotten with the structure. */
export function structureViewKey(view: StructureView, id: StructureId): string {
  return `${prefixOf(view)}${id}`
}

function prefixOf(view: StructureView): string {
  return `structure-${view}:`
}

/** Takes away the views of structures that are kept here, for those that aren't read any more. */
export async function forgetStructures(
  db: CoopDatabase,
  isForgotten: (id: string) => boolean,
): Promise<void> {
  for (const prefix of structureViews.map(prefixOf)) {
    const keys = await db.meta.where('k').startsWith(prefix).primaryKeys()
    await db.meta.bulkDelete(keys.filter((key) => isForgotten(key.slice(prefix.length))))
  }
}
