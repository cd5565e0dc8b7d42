import { sql } from 'kysely'
import * as z from 'zod/mini'
import { documentIdSchema, scopeIdSchema, type ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import type { Db } from './tables.ts'

const headSchema = z.object({
  scope: scopeIdSchema,
  seq: z.coerce.number(),
  horizon: z.coerce.number(),
  /** Of the host structure, by INSEE code. */
  commune: z.nullable(z.string()),
})

/** Where an advisor's scope stands, and in which commune it counts what has no place. */
export type CountedHead = z.infer<typeof headSchema>

/** Where every advisor's scope stands. */
export async function countedHeads(db: Db): Promise<CountedHead[]> {
  const { rows } = await sql`
    select s.scope_id as scope, s.seq, s.horizon, t.commune
    from sync_scope s
    join assignment a on a.scope_id = s.scope_id
    left join structure t on t.structure_id = a.structure_id
    order by s.scope_id`.execute(db)
  return rows.map((row) => headSchema.parse(row))
}

const changeSchema = z.object({
  id: documentIdSchema,
  collection: z.enum(['report', 'beneficiary', 'place']),
  state: z.enum(['live', 'deleted', 'erased']),
  /** An object, as it was written: it was read by its schema when it came in. */
  body: z.custom<JsonObject>((body) => typeof body === 'object' && body !== null),
})

/**
 * A document that figures read: of a report all but its note, of a person's page what it was merged into, of a place its
 * name and where it is. A report that isn't live has no body.
 */
export type CountedChange = z.infer<typeof changeSchema>

/** A scope, and from which number of it on documents are asked for. */
export interface AskedChanges {
  readonly scope: ScopeId
  readonly after: number
}

const changesSchema = z.object({
  scope: scopeIdSchema,
  seq: z.coerce.number(),
  changes: z.nullable(z.array(changeSchema)),
})

export interface ScopeChanges {
  /** The number that the scope had then. */
  readonly seq: number
  readonly changes: readonly CountedChange[]
}

/** Documents of some scopes after a number of each, as one moment has them. A scope that is gone is not in it. */
export async function countedChanges(
  db: Db,
  asked: readonly AskedChanges[],
): Promise<ReadonlyMap<ScopeId, ScopeChanges>> {
  const { rows } = await sql`
    select s.scope_id as scope, s.seq, (
      select json_agg(json_build_object('id', d.id, 'collection', d.collection, 'state', d.state, 'body',
        case when d.state <> 'live' and d.collection = 'report' then '{}'
          when d.collection = 'report' then d.body - 'notes'
          when d.collection = 'beneficiary' then jsonb_build_object('mergedInto', d.body -> 'mergedInto')
          else jsonb_build_object('name', d.body -> 'name', 'commune', d.body -> 'commune') end))
      from doc d where d.scope_id = asked.scope and d.seq > asked.after
        and d.collection in ('report', 'beneficiary', 'place')) as changes
    from unnest(${asked.map(({ scope }) => scope)}::uuid[], ${asked.map(({ after }) => after)}::bigint[]) as asked(scope, after)
    join sync_scope s on s.scope_id = asked.scope`.execute(db)
  return new Map(
    rows.map((row) => {
      const { scope, seq, changes } = changesSchema.parse(row)
      return [scope, { seq, changes: changes ?? [] }]
    }),
  )
}
