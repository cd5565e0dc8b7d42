import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DrilledServer } from '../drilled-server.ts'
import type { DrilledDatabase } from './drilled-database.ts'

/** The database in a server's folder: one process has it, so the folder is copied while the server is stopped. */
export function embeddedDatabase({ server, whileStopped }: DrilledServer, folder: string): DrilledDatabase {
  const copy = join(folder, 'backup')
  return {
    url: undefined,
    async backUp(andThen) {
      await server.stop()
      await cp(server.folder, copy, { recursive: true })
      await whileStopped(andThen)
      await server.start()
    },
    async loseAndRestore() {
      await rm(server.folder, { recursive: true })
      await cp(copy, server.folder, { recursive: true })
    },
  }
}
