import type { CoopDatabase } from './database.ts'

/** Names of everybody followed, by id; whoever was erased has none. Without the schema: lists need no more. */
export async function peopleNamesHere(db: CoopDatabase): Promise<ReadonlyMap<string, string>> {
  const rows = await db.beneficiary.toArray()
  return new Map(
    rows.flatMap(({ id, state, body }) => {
      const [firstName, name] = [body['firstName'], body['name']]
      const isNamed = state === 'live' && typeof firstName === 'string' && typeof name === 'string'
      return isNamed ? [[id, `${firstName} ${name}`] as const] : []
    }),
  )
}
