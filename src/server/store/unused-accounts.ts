import { sql } from 'kysely'
import { personIdSchema, type PersonId } from '../../domain/ids.ts'
import type { Db, Tables } from './tables.ts'

/**
 * Where it is said of somebody that they have a right, ask for one, or did something that is told with their name: an
 * account that none of these knows is of no use to anybody. A table that points at persons has its line here; sessions
 * alone go with the account.
 */
export const rowsOfPersons: readonly (readonly [table: keyof Tables, column: string])[] = [
  ['assignment', 'person_id'],
  ['membership', 'person_id'],
  ['team_coordinator', 'person_id'],
  ['state_remit', 'person_id'],
  ['training_body_account', 'person_id'],
  ['access_request', 'person_id'],
  ['access_request', 'settled_by'],
  ['invitation', 'invited_by'],
  ['invitation', 'settled_by'],
  ['public_link', 'person_id'],
  ['anomaly_settlement', 'by_person'],
  ['anomaly_withdrawal', 'by_person'],
  ['api_token', 'made_by'],
  ['sync_grant', 'user_id'],
  ['seal', 'by_person'],
  ['seal_line', 'person_id'],
  ['reminder', 'to_person'],
  ['reminder', 'advisor_id'],
  ['month_reminder', 'to_person'],
  ['reminder_answer', 'advisor_id'],
  ['reminder_answer', 'by_person'],
  ['reminder_mail', 'person_id'],
  ['reminder_stop_link', 'person_id'],
  ['post_fact', 'by_person'],
  ['contract_offer', 'offered_by'],
  ['contract_offer', 'settled_by'],
  ['kit_fact', 'by_person'],
  ['trainee', 'entrusted_by'],
  ['trainee', 'ended_by'],
  ['training_fact', 'by_person'],
  ['community_event_fact', 'by_person'],
  ['community_mark', 'by_person'],
  ['calendar_link', 'person_id'],
]

/** The same in tables that are spread by scope. */
const rowsInScopes: readonly (readonly [table: keyof Tables, column: string])[] = [
  ['report_opening', 'reader_id'],
  ['list_reading', 'reader_id'],
]

/**
 * Accounts that signing in made before an instant, and that have nothing: no right, no request, no invitation that can
 * be accepted, nothing said or read in their name, and no session that is open. Who was announced by a file stays.
 */
export async function unusedAccounts(
  db: Db,
  { madeBefore, now }: { madeBefore: string; now: string },
): Promise<PersonId[]> {
  const { rows } = await sql<{ id: string }>`
    select p.person_id as id from person p
    where p.created_at < ${madeBefore} and p.bound_at = p.created_at
      and not exists (
        select 1 from web_session s where s.person_id = p.person_id and s.expires_at > ${now})
      and not exists (
        select 1 from invitation i
        where i.email_key in (p.email_key, p.vouched_email_key) and i.outcome is null and i.expires_at > ${now})
      and not exists (
        select 1 from contract_offer o
        where o.email_key in (p.email_key, p.vouched_email_key) and o.outcome is null and o.expires_at > ${now})
      and not exists (
        -- What members say to advisors; who pushes from a device has an assignment.
        select 1 from doc_history h
        where h.scope_id is not null and h.by_user = p.person_id and h.device_id is null)
      and ${sql.join(rowsOfPersons.map(isIn), sql` and `)}
      and ${sql.join(rowsInScopes.map(isInScopes), sql` and `)}
    order by p.person_id`.execute(db)
  return rows.map(({ id }) => personIdSchema.parse(id))
}

function isIn([table, column]: (typeof rowsOfPersons)[number]) {
  return sql`not exists (select 1 from ${sql.table(table)} x where x.${sql.ref(column)} = p.person_id)`
}

function isInScopes([table, column]: (typeof rowsInScopes)[number]) {
  return sql`not exists (
    select 1 from ${sql.table(table)} x where x.scope_id is not null and x.${sql.ref(column)} = p.person_id)`
}

/** Forgets an account with its sessions and the devices that it was used on. */
export async function deleteAccount(tx: Db, person: PersonId): Promise<void> {
  await tx.deleteFrom('web_session').where('person_id', '=', person).execute()
  await tx.deleteFrom('device').where('user_id', '=', person).execute()
  await tx.deleteFrom('person').where('person_id', '=', person).execute()
}
