import { Kysely } from 'kysely'
import { errorCatalogue } from '../../src/domain/errors.ts'
import { collections } from '../../src/domain/sync/collections.ts'
import { maxOpsTogether } from '../../src/domain/sync/limits.ts'
import { pullRequestSchema, pushRequestSchema, recentQuerySchema } from '../../src/domain/sync/wire.ts'
import { toCoded } from '../../src/server/http/problem.ts'
import { SqlError } from '../../src/server/store/sql-error.ts'
import { headsReader } from '../../src/server/store/sync-changes.ts'
import { storeDialect } from '../../src/server/store/store-dialect.ts'
import type { Tables } from '../../src/server/store/tables.ts'
import { backgroundWork } from '../../src/server/sync/background-work.ts'
import { keepRaw } from '../../src/server/sync/keep-raw.ts'
import { openNewEpoch } from '../../src/server/sync/open-new-epoch.ts'
import { signDeviceOut } from '../../src/server/sync/own-devices.ts'
import { pullChanges } from '../../src/server/sync/pull-changes.ts'
import { purgeTombstones } from '../../src/server/sync/purge.ts'
import { pushOps } from '../../src/server/sync/push-ops.ts'
import { recentAnswer } from '../../src/server/sync/recent-documents.ts'
import { scopeTurns } from '../../src/server/sync/scope-turns.ts'

/** What the server of the simulation runs: the server's own handlers. Bundled by `builds.ts`, like `app-build.ts`. */
export const server = {
  SqlError,
  backgroundWork,
  collections,
  errorCatalogue,
  headsReader,
  keepRaw,
  maxOpsTogether,
  newKysely: (dialect: ReturnType<typeof storeDialect>) => new Kysely<Tables>({ dialect }),
  openNewEpoch,
  pullChanges,
  pullRequestSchema,
  purgeTombstones,
  pushOps,
  pushRequestSchema,
  recentAnswer,
  recentQuerySchema,
  scopeTurns,
  signDeviceOut,
  storeDialect,
  toCoded,
}

export type ServerBuild = typeof server
