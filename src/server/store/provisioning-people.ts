import { personIdSchema, type PersonId } from '../../domain/ids.ts'
import { emailKey } from './people.ts'
import type { Db } from './tables.ts'

export async function personByEmail(db: Db, email: string): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('person')
    .select('person_id')
    .where('email_key', '=', emailKey(email))
    .executeTakeFirst()
  return row && personIdSchema.parse(row.person_id)
}

/** Announces a person, or brings their names up to date; says whether they are new. */
export async function putPerson(
  db: Db,
  person: { id: PersonId; email: string; givenName: string | null; familyName: string | null },
  at: string,
): Promise<boolean> {
  const row = await db
    .insertInto('person')
    .values({
      person_id: person.id,
      email: person.email,
      email_key: emailKey(person.email),
      given_name: person.givenName,
      family_name: person.familyName,
      created_at: at,
    })
    .onConflict((conflict) =>
      conflict.column('email_key').doUpdateSet((eb) => ({
        given_name: eb.fn.coalesce('excluded.given_name', 'person.given_name'),
        family_name: eb.fn.coalesce('excluded.family_name', 'person.family_name'),
      })),
    )
    .returning('person_id')
    .executeTakeFirstOrThrow()
  return row.person_id === person.id
}

/** Gives a person the State's view of a department, or of the nation; says whether that is new. */
export async function putStateRemit(db: Db, person: PersonId, department: string | null): Promise<boolean> {
  const known = await db
    .selectFrom('state_remit')
    .select('person_id')
    .where('person_id', '=', person)
    .executeTakeFirst()
  await db
    .insertInto('state_remit')
    .values({ person_id: person, department })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ department }))
    .execute()
  return known === undefined
}

/** Makes a person an account of a training body, which is made with its first one; says whether that is new. */
export async function putTrainingBodyAccount(
  db: Db,
  { person, name, newBody }: { person: PersonId; name: string; newBody: string },
): Promise<boolean> {
  await db
    .insertInto('training_body')
    .values({ body_id: newBody, name })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const known = await db
    .selectFrom('training_body_account')
    .select('person_id')
    .where('person_id', '=', person)
    .executeTakeFirst()
  await db
    .insertInto('training_body_account')
    .values({ person_id: person, name })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ name }))
    .execute()
  return known === undefined
}
