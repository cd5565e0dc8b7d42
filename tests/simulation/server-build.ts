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
import { inTransaction } from '../../src/server/store/transaction.ts'
import { purgeTombstones } from '../../src/server/sync/purge.ts'
import { pushOps } from '../../src/server/sync/push-ops.ts'
import { recentAnswer } from '../../src/server/sync/recent-documents.ts'
import { scopeTurns } from '../../src/server/sync/scope-turns.ts'
import { deleteServerDocument, writeServerDocument } from '../../src/server/sync/write-server-document.ts'

/** What the server of the simulation runs: the server's own handlers. Bundled by `builds.ts`, like `app-build.ts`. */
export const server = {
  SqlError,
  backgroundWork,
  collections,
  deleteServerDocument,
  errorCatalogue,
  headsReader,
  inTransaction,
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
  writeServerDocument,
}

export type ServerBuild = typeof server
