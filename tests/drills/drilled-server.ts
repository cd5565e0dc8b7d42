import { openStore } from '../../src/server/store/open-store.ts'
import type { Store } from '../../src/server/store/store.ts'
import { ServerProcess } from '../browser/server-process.ts'
import { silentLog } from '../server/databases.ts'
import { anExternalIssuer } from '../server/test-configuration.ts'
import { unlimitedRates } from './unlimited-rates.ts'

/** Nobody signs in by the issuer. */
const unlimited = { ...anExternalIssuer, ...unlimitedRates }

export interface DrilledServer {
  readonly server: ServerProcess
  /** Stops the server, since the embedded database has room for one process, and works on what it left. */
  readonly whileStopped: <T>(work: (store: Store) => Promise<T>) => Promise<T>
}

/**
 * The real server over a PostgreSQL, or over its embedded database where none is named; not started yet.
 *
 * @param environment what else the drill chooses
 * @param madeDatabase a folder with an embedded database that it begins with a copy of; without it, it makes its own
 */
export async function prepareDrilledServer(
  databaseUrl: string | undefined,
  environment: Record<string, string> = {},
  madeDatabase?: string,
): Promise<DrilledServer> {
  const all = {
    ...unlimited,
    ...environment,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  }
  const server = await ServerProcess.prepare(all, madeDatabase)
  return {
    server,
    async whileStopped(work) {
      await server.stop()
      const store = await openStore({ databaseUrl, folder: server.folder, log: silentLog })
      try {
        return await work(store)
      } finally {
        await store.close()
      }
    },
  }
}
