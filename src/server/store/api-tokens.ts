import type { Selectable } from 'kysely'
import {
  apiTokenSchema,
  type ApiToken,
  type ApiTokenId,
  type NewApiToken,
} from '../../domain/open-data/api-token.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { PersonId } from '../../domain/ids.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'
import type { ApiTokenTable } from './tables/published-tables.ts'

/** Whose tokens somebody of the State sees: a department's, or all of them where it is null. */
export interface TokenRemit {
  readonly department: string | null
}

export interface KeptToken {
  readonly id: ApiTokenId
  readonly tokenHash: string
  readonly asked: NewApiToken
  readonly by: PersonId
  readonly at: string
}

export async function keepToken(db: Db, { id, tokenHash, asked, by, at }: KeptToken): Promise<ApiToken> {
  const { name, purpose, datasets, department, lastDay } = asked
  const row = await db
    .insertInto('api_token')
    .values({
      token_id: id,
      token_hash: tokenHash,
      name,
      purpose,
      datasets: asJson(datasets),
      department,
      made_by: by,
      made_at: at,
      last_day: lastDay,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return tokenOf(row)
}

/** The last made first. */
export async function tokensOf(db: Db, { department }: TokenRemit): Promise<ApiToken[]> {
  let query = db.selectFrom('api_token').selectAll().orderBy('made_at', 'desc').orderBy('token_id')
  if (department !== null) query = query.where('department', '=', department)
  return (await query.execute()).map(tokenOf)
}

/** Ends a token at once; false where the remit has none such. */
export async function revokeToken(db: Db, remit: TokenRemit, id: ApiTokenId, at: string): Promise<boolean> {
  let query = db
    .updateTable('api_token')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.cast<string>(eb.val(at), 'timestamptz')) }))
    .where('token_id', '=', id)
  if (remit.department !== null) query = query.where('department', '=', remit.department)
  return (await query.returning('token_id').executeTakeFirst()) !== undefined
}

/** The token that a hash is of, as long as it is valid; notes that it was used today. */
export async function validToken(
  db: Db,
  tokenHash: string,
  today: CalendarDay,
): Promise<ApiToken | undefined> {
  const row = await db
    .selectFrom('api_token')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where('last_day', '>=', today)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.last_used_on !== today)
    await db
      .updateTable('api_token')
      .set({ last_used_on: today })
      .where('token_id', '=', row.token_id)
      .execute()
  return tokenOf(row)
}

function tokenOf(row: Selectable<ApiTokenTable>): ApiToken {
  return apiTokenSchema.parse({
    id: row.token_id,
    name: row.name,
    purpose: row.purpose,
    datasets: row.datasets,
    department: row.department,
    lastDay: row.last_day,
    madeAt: row.made_at,
    lastUsedOn: row.last_used_on,
    revokedAt: row.revoked_at,
  })
}
