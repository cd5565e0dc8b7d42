import type { ServerProcess } from '../../browser/server-process.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import { silentLog } from '../../server/databases.ts'

/** What the server holds of the reports of a drill. */
export interface ServerNotes {
  /** Notes of the documents that aren't deleted, one for each document. */
  readonly notes: readonly string[]
  /** Ops that made more than one row of history (I3). */
  readonly opsTwice: number
}

/** Stops the server, since its database has room for one process, and reads what it left. */
export async function notesOnServer(server: ServerProcess, prefix: string): Promise<ServerNotes> {
  await server.stop()
  const store = await openStore({ databaseUrl: undefined, folder: server.folder, log: silentLog })
  try {
    const documents = await store.db.selectFrom('doc').select(['state', 'body']).execute()
    const history = await store.db.selectFrom('doc_history').select('op_id').execute()
    const ops = history.flatMap(({ op_id }) => op_id ?? [])
    return {
      notes: documents
        .filter(({ state }) => state === 'live')
        // A body is the JSON of a report.
        .flatMap(({ body }) => (body as { notes?: string } | null)?.notes ?? [])
        .filter((note) => note.startsWith(prefix)),
      opsTwice: ops.length - new Set(ops).size,
    }
  } finally {
    await store.close()
  }
}
