import type { CoopDatabase } from './database.ts'
import type { LocalDocument } from './local-document.ts'
import { nameOf, peopleOfRows } from './people-of-rows.ts'

/** Names of everybody followed, by the id of each of their pages; whoever was erased has none. */
export async function peopleNamesHere(db: CoopDatabase): Promise<ReadonlyMap<string, string>> {
  return namesOfRows(await db.beneficiary.toArray())
}

export function namesOfRows(rows: readonly LocalDocument[]): ReadonlyMap<string, string> {
  return new Map(
    peopleOfRows(rows).flatMap(({ pages, person }) => pages.map(({ id }) => [id, nameOf(person)] as const)),
  )
}
