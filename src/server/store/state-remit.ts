import type { PersonId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** What a person reads for the State now: a department, or the nation where it is null. Undefined for anybody else. */
export async function stateRemit(
  db: Db,
  person: PersonId,
): Promise<{ readonly department: string | null } | undefined> {
  return db.selectFrom('state_remit').select('department').where('person_id', '=', person).executeTakeFirst()
}
