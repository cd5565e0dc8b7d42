import type { CalendarDay } from '../../../src/domain/calendar-day.ts'
import { epochSchema, type Epoch, type PersonId, type ScopeId } from '../../../src/domain/ids.ts'
import { maxOpsTogether } from '../../../src/domain/sync/limits.ts'
import type { Clock } from '../../../src/server/clock-and-ids.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { headsReader } from '../../../src/server/store/sync-changes.ts'
import type { BackgroundWork } from '../../../src/server/sync/background-work.ts'
import type { ErasedEntry, ErasedLog } from '../../../src/server/sync/erased-log.ts'
import { scopeTurns } from '../../../src/server/sync/scope-turns.ts'
import type { SyncService } from '../../../src/server/sync/sync-service.ts'
import { aPersonId, aScopeId, aStructureId, aUuid } from '../../builders/an-id.ts'
import { day } from '../../builders/decision-facts.ts'
import { silentLog, testEpoch } from '../databases.ts'

import { testBackground } from './test-background.ts'

/** A server of the protocol over a store of the tests, at an hour that the test moves. */
export interface SyncWorld extends SyncService {
  /** The hour, which is 23 November 2026 at 15:00 UTC at first. */
  now: Date
  readonly erasedLog: ErasedLog & { readonly entries: ErasedEntry[] }
  readonly background: BackgroundWork & { readonly failures: string[] }
  readonly epoch: Epoch
}

export function aSyncWorld(store: Store): SyncWorld {
  const failures: string[] = []
  const log = { ...silentLog, warn: (facts: object) => failures.push(JSON.stringify(facts)) }
  const entries: ErasedEntry[] = []
  const clock: Clock = () => world.now
  const world: SyncWorld = {
    store,
    now: new Date('2026-11-23T15:00:00.000Z'),
    clock,
    ids: { newId: aUuid, newToken: aUuid },
    log,
    erasedLog: {
      entries,
      append: async (more) => void entries.push(...more),
      read: async () => entries,
    },
    background: Object.assign(testBackground(log), { failures }),
    turns: scopeTurns(maxOpsTogether),
    heads: headsReader(store),
    servedApp: undefined,
    epoch: epochSchema.parse(testEpoch),
  }
  return world
}

/** Days are told by the test that is about them. */
export interface ScopeFields {
  readonly person?: PersonId
  readonly contracts?: readonly { starts: CalendarDay; ends: CalendarDay | null }[]
  readonly structureName?: string
}

/** An advisor at a structure, with a write grant and an open-ended contract unless said otherwise. */
export async function aScope(
  { store, now }: SyncWorld,
  fields: ScopeFields = {},
): Promise<{ scope: ScopeId; person: PersonId }> {
  const { person = aPersonId(), structureName = 'Mairie de Saint-Girons' } = fields
  const contracts = fields.contracts ?? [{ starts: day('2025-01-06'), ends: null }]
  const [scope, structure] = [aScopeId(), aStructureId()]
  const at = now.toISOString()
  await store.db
    .insertInto('person')
    .values({
      person_id: person,
      email: `${person}@exemple.fr`,
      email_key: `${person}@exemple.fr`,
      created_at: at,
    })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute()
  await store.db
    .insertInto('structure')
    .values({ structure_id: structure, name: structureName, created_at: at })
    .execute()
  await store.db
    .insertInto('assignment')
    .values({ scope_id: scope, person_id: person, structure_id: structure, role: 'advisor' })
    .execute()
  await store.db.insertInto('sync_scope').values({ scope_id: scope, kind: 'advisor' }).execute()
  await grant({ store }, scope, person)
  for (const dates of contracts) {
    await store.db
      .insertInto('contract')
      .values({ scope_id: scope, contract_id: aUuid(), ...dates })
      .execute()
  }
  return { scope, person }
}

export async function grant(
  { store }: Pick<SyncWorld, 'store'>,
  scope: ScopeId,
  person: PersonId,
  canWrite = true,
): Promise<void> {
  await store.db
    .insertInto('sync_grant')
    .values({ scope_id: scope, user_id: person, can_write: canWrite })
    .execute()
}

export async function withdraw({ store }: SyncWorld, scope: ScopeId, person: PersonId): Promise<void> {
  await store.db
    .deleteFrom('sync_grant')
    .where('scope_id', '=', scope)
    .where('user_id', '=', person)
    .execute()
}
