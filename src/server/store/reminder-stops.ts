import { personIdSchema, type PersonId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** Since when somebody wants no reminder by mail; null where they are sent. */
export async function stoppedAt(db: Db, person: PersonId): Promise<string | null> {
  const row = await db
    .selectFrom('reminder_mail')
    .select('stopped_at')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.stopped_at ?? null
}

/** Stops somebody's messages at a moment, or has them sent again; stopped twice, the first moment stays. */
export async function setStopped(db: Db, person: PersonId, at: string | null): Promise<void> {
  await db
    .insertInto('reminder_mail')
    .values({ person_id: person, stopped_at: at })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet((eb) => ({
        stopped_at: at === null ? null : eb.fn.coalesce('reminder_mail.stopped_at', eb.val(at)),
      })),
    )
    .execute()
}

/** Keeps of a link's secret what recognises it. */
export async function writeStopLink(
  tx: Db,
  link: { tokenHash: string; person: PersonId; at: string },
): Promise<void> {
  const { tokenHash, person, at } = link
  await tx
    .insertInto('reminder_stop_link')
    .values({ token_hash: tokenHash, person_id: person, made_at: at })
    .execute()
}

/** Whose messages a link stops; undefined for one that is unknown or forgotten. */
export async function personOfStopLink(db: Db, tokenHash: string): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('reminder_stop_link')
    .select('person_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row && personIdSchema.parse(row.person_id)
}

export async function forgetStopLinksBefore(db: Db, before: string): Promise<void> {
  await db.deleteFrom('reminder_stop_link').where('made_at', '<', before).execute()
}
