import type { CoopDatabase } from './database.ts'
import type { LocalDocument } from './local-document.ts'
import { nameOf, peopleOfRows } from './people-of-rows.ts'

/**
 * Names of some of the people followed, by the id of each of their pages; whoever was erased has none. A list that
 * shows fifty reports doesn't read five thousand people: their own pages, and those that they were merged into.
 */
export async function namesOfPeople(
  db: CoopDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: LocalDocument[] = []
  const asked = new Set(ids)
  let wanted = [...asked].filter(Boolean)
  while (wanted.length > 0) {
    const read = await db.beneficiary.where('id').anyOf(wanted).toArray()
    rows.push(...read)
    const merged = read.flatMap(({ body: { mergedInto } }) =>
      typeof mergedInto === 'string' ? mergedInto : [],
    )
    wanted = merged.filter((id) => !asked.has(id))
    for (const id of wanted) asked.add(id)
  }
  return namesOfRows(rows)
}

export function namesOfRows(rows: readonly LocalDocument[]): ReadonlyMap<string, string> {
  return new Map(
    peopleOfRows(rows).flatMap(({ pages, person }) => pages.map(({ id }) => [id, nameOf(person)] as const)),
  )
}
