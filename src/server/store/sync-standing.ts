import { sql } from 'kysely'
import type { DeviceId, Epoch, PersonId, ScopeId, StructureId } from '../../domain/ids.ts'
import type { ContractDates } from '../../domain/sync/decide.ts'
import type { Db } from './tables.ts'
import { webSessionOf, type WebSession, type WebSessionRow, type WebSessions } from './web-sessions.ts'

/** What the server knows of who asks: its own epoch, the device, and every scope granted to the person. */
export interface Standing {
  readonly epoch: Epoch
  readonly oldestProtocol: number
  /** Undefined for a device that was never seen. */
  readonly device: KnownDevice | undefined
  /** Complete, in ascending order of scope: what isn't in it isn't granted. */
  readonly grants: readonly ScopeGrant[]
}

export interface KnownDevice {
  readonly person: PersonId
  readonly app: string | null
  readonly cursors: Readonly<Record<string, number>> | null
  readonly queued: number | null
  readonly queuedByScope: Readonly<Record<string, number>> | null
  readonly lastSeen: string | null
  readonly revoked: boolean
}

export interface ScopeGrant {
  readonly scope: ScopeId
  readonly canWrite: boolean
  /** Name of the host structure. */
  readonly label: string
  readonly contracts: readonly ContractDates[]
  /** Undefined where the scope is nobody's post. */
  readonly post: ScopePost | undefined
}

export interface ScopePost {
  readonly role: string
  readonly structureId: StructureId
  readonly structureCommune: string | null
}

export async function readStanding(db: Db, person: PersonId, device: DeviceId | null): Promise<Standing> {
  const { rows } = await sql<StandingRow>`
    select ${standingColumns}
    from sync_meta m
    left join device d on d.device_id = ${device}
    left join sync_grant g on g.user_id = ${person}
    left join assignment a on a.scope_id = g.scope_id
    left join structure st on st.structure_id = a.structure_id
    order by g.scope_id`.execute(db)
  const [first] = rows
  if (!first) throw new Error('The store has no identity: its migrations have not run')
  return standingOf(first, rows)
}

/**
 * Sessions that sync, each with the standing of its person and of the device that it is bound to, in one statement:
 * what polls that find nothing new need to know of who asks.
 */
export async function findSyncSessions(
  db: Db,
  tokenHashes: readonly string[],
  at: string,
): Promise<WebSessions> {
  const { rows } = await sql<StandingRow & WebSessionRow & { token_hash: string }>`
    select w.token_hash, w.person_id, w.last_seen_at, w.device_id, ${standingColumns}
    from web_session w cross join sync_meta m
    left join device d on d.device_id = w.device_id
    left join sync_grant g on g.user_id = w.person_id
    left join assignment a on a.scope_id = g.scope_id
    left join structure st on st.structure_id = a.structure_id
    where w.token_hash = any(${tokenHashes}::text[]) and w.expires_at > ${at}
    order by w.token_hash, g.scope_id`.execute(db)
  const found = new Map<string, WebSession & { standing: Standing }>()
  for (const row of rows) {
    const known = found.get(row.token_hash)
    const standing = known
      ? { ...known.standing, grants: [...known.standing.grants, ...grantsOf(row)] }
      : standingOf(row, [row])
    found.set(row.token_hash, { ...webSessionOf(row), standing })
  }
  return found
}

const standingColumns = sql`m.epoch, m.min_client, d.user_id, d.app_version, d.cursors, d.queued, d.queued_by_scope, d.last_seen,
      d.revoked_at, g.scope_id, g.can_write, st.name, st.structure_id, st.commune, a.role,
      (select jsonb_agg(jsonb_build_object('starts', c.starts, 'ends', c.ends) order by c.starts)
        from contract c where c.scope_id = g.scope_id) as contracts`

function standingOf(first: StandingRow, rows: readonly StandingRow[]): Standing {
  return {
    epoch: first.epoch,
    oldestProtocol: first.min_client,
    device: deviceOf(first),
    grants: rows.flatMap(grantsOf),
  }
}

/** Ids as the database spells them: lower case, like the domain's. */
interface StandingRow {
  epoch: Epoch
  min_client: number
  user_id: PersonId | null
  app_version: string | null
  cursors: Record<string, number> | null
  queued: number | null
  queued_by_scope: Record<string, number> | null
  last_seen: string | null
  revoked_at: string | null
  scope_id: ScopeId | null
  can_write: boolean | null
  name: string | null
  structure_id: StructureId | null
  commune: string | null
  role: string | null
  contracts: ContractDates[] | null
}

function deviceOf(row: StandingRow): KnownDevice | undefined {
  if (row.user_id === null) return undefined
  const { user_id: person, app_version: app, cursors, queued, last_seen: lastSeen } = row
  const { queued_by_scope: queuedByScope } = row
  return { person, app, cursors, queued, queuedByScope, lastSeen, revoked: row.revoked_at !== null }
}

function grantsOf(row: StandingRow): ScopeGrant[] {
  if (row.scope_id === null) return []
  const { scope_id: scope, can_write: canWrite, name, contracts } = row
  return [
    { scope, canWrite: canWrite === true, label: name ?? '', contracts: contracts ?? [], post: postOf(row) },
  ]
}

function postOf({ role, structure_id: structureId, commune }: StandingRow): ScopePost | undefined {
  if (role === null || structureId === null) return undefined
  return { role, structureId, structureCommune: commune }
}
