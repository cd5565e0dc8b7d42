import { readerOfType } from './database-values.ts'
import type { TextRows } from './embedded-protocol.ts'
import { startEmbeddedThread } from './embedded-thread.ts'
import type { EmbeddedThread } from './embedded-thread.ts'
import type { Answer, Engine, EngineConnection } from './engine.ts'
import { ConnectionLost } from './sql-error.ts'
import type { StoreLog } from './store-log.ts'
import { turnstile } from './turnstile.ts'
import type { TurnstileLimits } from './turnstile.ts'

export interface EmbeddedEngineHandle extends Engine {
  /** Ends it at once and for good: the folder belongs to another process. */
  abandon(reason: string): void
}

/**
 * The embedded database behind one connection: a transaction has it to itself until it ends. When its thread dies,
 * the next one to take the connection starts it again from the folder, as PostgreSQL recovers from a crash; what was
 * in memory only is lost, and stays so.
 */
export async function openEmbedded(
  folder: string | undefined,
  connections: TurnstileLimits,
  log: StoreLog,
): Promise<EmbeddedEngineHandle> {
  const places = turnstile({ ...connections, places: 1 })
  let thread = await startEmbeddedThread(folder)
  let abandoned = folder === undefined

  async function aliveThread(): Promise<EmbeddedThread> {
    if (thread.isAlive()) return thread
    if (abandoned) throw new ConnectionLost('the embedded database has ended')
    log.error({}, 'The embedded database stopped and is started again')
    thread = await startEmbeddedThread(folder).catch((error: unknown) => {
      throw new ConnectionLost(error)
    })
    return thread
  }

  return {
    async take() {
      const leave = await places.enter()
      try {
        return held(await aliveThread(), leave)
      } catch (error) {
        leave()
        throw error
      }
    },
    end() {
      abandoned = true
      return thread.close()
    },
    abandon(reason) {
      abandoned = true
      thread.kill(reason)
    },
  }
}

function held(thread: EmbeddedThread, leave: () => void): EngineConnection {
  return {
    async run(sql, values) {
      return readRows(await thread.run(sql, values))
    },
    release(broken) {
      if (broken) thread.kill('its connection was broken')
      leave()
    },
  }
}

function readRows({ command, rowCount, fields, rows }: TextRows): Answer {
  const columns = fields.map(({ name, oid }) => ({ name, read: readerOfType(oid) }))
  return { command, rowCount, rows: rows.map((row) => readRow(columns, row)) }
}

function readRow(
  columns: { name: string; read: (text: string) => unknown }[],
  row: (string | null)[],
): Record<string, unknown> {
  const entries = columns.map(({ name, read }, index) => {
    const text = row[index] ?? null
    return [name, text === null ? null : read(text)]
  })
  return Object.fromEntries(entries) as Record<string, unknown> // fromEntries forgets that keys are strings
}
