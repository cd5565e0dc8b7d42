import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findPostgresql } from '../../server/find-postgresql.ts'

const body = JSON.stringify({ kind: 'individuel', minutes: 45, notes: 'x'.repeat(300) })
const insert = `insert into bare_doc (scope_id, id, collection, rev, seq, state, day, schema_v, body, updated_at)
  values (gen_random_uuid(), gen_random_uuid(), 'report', 1, 1, 'live', '2026-11-20', 2, '${body}', now());\n`

/** Inserts a second of the same row by pgbench, prepared, without HTTP; undefined where it isn't installed. */
export async function pgbenchInserts(databaseUrl: string, clients: number): Promise<number | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-pgbench-'))
  const script = join(folder, 'insert.sql')
  await writeFile(script, insert.replaceAll('\n  ', ' '))
  const words = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(clients),
    '-j',
    '2',
    '-T',
    '3',
    '-f',
    script,
    databaseUrl,
  ]
  try {
    for (const program of ['pgbench', join(findPostgresql() ?? '', 'pgbench')]) {
      const said = await promisify(execFile)(program, words).catch(() => undefined)
      const tps = /tps = ([\d.]+) \(without/.exec(said?.stdout ?? '')?.[1]
      if (tps !== undefined) return Number(tps)
    }
    return undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
