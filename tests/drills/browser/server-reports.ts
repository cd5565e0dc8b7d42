import { openStore } from '../../../src/server/store/open-store.ts'
import type { ServerProcess } from '../../browser/server-process.ts'
import { silentLog } from '../../server/databases.ts'

/** The body of a report as the server holds it. */
export interface ServerReport {
  readonly notes?: string
  readonly equipment?: readonly string[]
  /** Of a later version (later-tree.ts). */
  readonly weather?: string
}

export interface ServerReports {
  /** Of the documents that aren't deleted, one for each document. */
  readonly reports: readonly ServerReport[]
  /** Ops that made more than one row of history (I3). */
  readonly opsTwice: number
}

/** Stops the server, since its database has room for one process, and reads what it left of the notes of a test. */
export async function reportsOnServer(server: ServerProcess, prefix: string): Promise<ServerReports> {
  await server.stop()
  const store = await openStore({ databaseUrl: undefined, folder: server.folder, log: silentLog })
  try {
    const documents = await store.db.selectFrom('doc').select(['state', 'body']).execute()
    const history = await store.db.selectFrom('doc_history').select('op_id').execute()
    const ops = history.flatMap(({ op_id }) => op_id ?? [])
    const live = documents.filter(({ state }) => state === 'live')
    return {
      // A body is the JSON of a report.
      reports: live
        .map(({ body }) => (body ?? {}) as ServerReport)
        .filter(({ notes }) => notes?.startsWith(prefix)),
      opsTwice: ops.length - new Set(ops).size,
    }
  } finally {
    await store.close()
  }
}

export function notesOf(reports: readonly ServerReport[]): string[] {
  return reports.flatMap(({ notes }) => notes ?? [])
}
