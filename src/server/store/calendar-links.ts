import { personIdSchema, type PersonId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** Keeps the hash of a person's link; the one before it opens nothing any more. */
export async function writeCalendarLink(
  db: Db,
  { person, tokenHash, at }: { person: PersonId; tokenHash: string; at: string },
): Promise<void> {
  await db
    .insertInto('calendar_link')
    .values({ person_id: person, token_hash: tokenHash, made_at: at })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ token_hash: tokenHash, made_at: at }),
    )
    .execute()
}

export async function deleteCalendarLink(db: Db, person: PersonId): Promise<void> {
  await db.deleteFrom('calendar_link').where('person_id', '=', person).execute()
}

/** When a person's link was made; null where they have none. */
export async function calendarLinkMadeAt(db: Db, person: PersonId): Promise<string | null> {
  const row = await db
    .selectFrom('calendar_link')
    .select('made_at')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.made_at ?? null
}

/** Whose link that is; undefined for one that is unknown or closed. */
export async function personOfCalendarLink(db: Db, tokenHash: string): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('calendar_link')
    .select('person_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row && personIdSchema.parse(row.person_id)
}
