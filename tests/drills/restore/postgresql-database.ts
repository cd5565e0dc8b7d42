import { execFile } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { openStore } from '../../../src/server/store/open-store.ts'
import { silentLog } from '../../server/databases.ts'
import { findPostgresql } from '../../server/find-postgresql.ts'
import type { ThrowAwayCluster } from '../../server/throw-away-cluster.ts'
import type { DrilledDatabase } from './drilled-database.ts'

/** A database of a cluster: dumped by pg_dump while the server works on it, dropped, and put back by pg_restore. */
export function postgresqlDatabase(cluster: ThrowAwayCluster, url: string, folder: string): DrilledDatabase {
  const dump = join(folder, 'backup.dump')
  // Such an address names a folder in place of a host, which URL refuses.
  const name = /@\/(\w+)\?/.exec(url)?.[1] ?? ''
  return {
    url,
    async backUp(andThen) {
      await run('pg_dump', ['--format=custom', `--file=${dump}`, url])
      const store = await openStore({ databaseUrl: url, folder, log: silentLog })
      try {
        await andThen(store)
      } finally {
        await store.close()
      }
    },
    async loseAndRestore() {
      await administer(cluster, [`drop database ${name} with (force)`, `create database ${name}`])
      await run('pg_restore', ['--exit-on-error', '--no-owner', `--dbname=${url}`, dump])
    },
  }
}

async function run(program: string, parameters: readonly string[]): Promise<void> {
  const programs = findPostgresql()
  if (programs === undefined) throw new Error('there is no PostgreSQL')
  // A folder of the PATH may have links to some of its programs only.
  const folder = dirname(await realpath(join(programs, 'postgres')))
  await promisify(execFile)(join(folder, program), [...parameters])
}

async function administer(cluster: ThrowAwayCluster, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: cluster.urlOf('postgres') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
