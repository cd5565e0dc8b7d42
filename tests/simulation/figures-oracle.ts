import type { JsonObject } from '../../src/domain/json.ts'
import { canonical, hold } from './broken.ts'
import type { Disk } from './disk.ts'
import type { ScopeTables } from './server-tables.ts'
import { query } from './simulated-store.ts'

/** What a figure of the month is made of. */
interface Figures {
  reports: number
  accompaniments: number
  minutes: number
}

/**
 * At rest a scope's figures are the same on the device and on the server (I7). Counted twice and by nobody's code: by
 * the simulation's own SQL over the server's bodies, and row by row over what the device was told. What waits for a
 * correction counts on neither side.
 */
export async function checkFigures(name: string, disk: Disk, granted: readonly ScopeTables[]): Promise<void> {
  for (const { scope } of granted) {
    // Whoever wishes to erase a report and may not shows nothing of it, and the server still counts it.
    if (disk.outbox.some((op) => op.scope === scope && op.kind === 'erase')) continue
    const [here, there] = [figuresOn(disk, scope), await figuresOfServer(scope)]
    hold('I7', canonical(here) === canonical(there), () => {
      return `${name} counts ${canonical(here)} in ${scope}, and the server ${canonical(there)}`
    })
  }
}

function figuresOn({ documents }: Disk, scope: string): Figures {
  const told = documents.filter((row) => {
    return row.scope === scope && row.collection === 'report' && row.server?.state === 'live'
  })
  const bodies = told.map((row) => (row.pending === 1 ? (row.base ?? {}) : row.body))
  return {
    reports: told.length,
    accompaniments: sum(bodies, ({ kind }) => (kind === 'individuel' ? 1 : 0)),
    minutes: sum(bodies, ({ minutes }) => (typeof minutes === 'number' ? minutes : 0)),
  }
}

function sum(bodies: readonly JsonObject[], of: (body: JsonObject) => number): number {
  return bodies.reduce((total, body) => total + of(body), 0)
}

async function figuresOfServer(scope: string): Promise<Figures> {
  const [row] = await query(
    `select count(*) as reports, count(*) filter (where body->>'kind' = 'individuel') as accompaniments,
      coalesce(sum((body->>'minutes')::int), 0) as minutes
    from doc where scope_id = $1 and collection = 'report' and state = 'live'`,
    [scope],
  )
  const { reports, accompaniments, minutes } = row ?? {}
  return { reports: Number(reports), accompaniments: Number(accompaniments), minutes: Number(minutes) }
}
