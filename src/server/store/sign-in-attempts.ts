import type { Db } from './tables.ts'

/** What is to be found again when the issuer sends the person back. */
export interface SignInAttempt {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string
}

/** Remembers an attempt, and forgets those that are too old to be finished. */
export async function rememberSignInAttempt(
  db: Db,
  attempt: SignInAttempt,
  times: { at: string; expiresAt: string },
): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('expires_at', '<=', times.at).execute()
  await db
    .insertInto('sign_in_attempt')
    .values({
      state: attempt.state,
      nonce: attempt.nonce,
      code_verifier: attempt.codeVerifier,
      return_to: attempt.returnTo,
      expires_at: times.expiresAt,
    })
    .execute()
}

/** Finds an attempt by its state and removes it: each is good for one answer of the issuer. */
export async function takeSignInAttempt(
  db: Db,
  state: string,
  at: string,
): Promise<SignInAttempt | undefined> {
  const row = await db
    .deleteFrom('sign_in_attempt')
    .where('state', '=', state)
    .where('expires_at', '>', at)
    .returning(['nonce', 'code_verifier', 'return_to'])
    .executeTakeFirst()
  return row && { state, nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to ?? '/' }
}
