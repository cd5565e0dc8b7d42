import { execFile, execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chownSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface ThrowAwayCluster {
  /** Connection string of one of its databases. */
  urlOf(database: string): string
  stop(): Promise<void>
}

/** The program and group numbers of an account that isn't root's; {} when we aren't root. */
type RunAs = { uid: number; gid: number } | Record<string, never>

/**
 * Ends and removes the cluster when its standard input closes, which happens too when the tests are killed: nothing
 * outlives a run.
 */
const guardian = '"$@" & child=$!; read -r _; kill -QUIT "$child"; wait "$child"; rm -rf "$CLUSTER_FOLDER"'

/**
 * A cluster in a temporary folder that only its owner can enter, reached by a unix socket there. Speed before safety:
 * what it holds is thrown away.
 */
export async function startThrowAwayCluster(programs: string): Promise<ThrowAwayCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'espace-coop-pg-'))
  const runAs = unprivileged()
  if (runAs.uid !== undefined) chownSync(folder, runAs.uid, runAs.gid)
  const data = join(folder, 'data')
  const make = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(join(programs, 'initdb'), make, { ...runAs, cwd: folder })

  const settings = [
    'listen_addresses=',
    'fsync=off',
    'full_page_writes=off',
    'max_connections=200',
    'autovacuum=off',
  ]
  const server = [
    join(programs, 'postgres'),
    '-D',
    data,
    '-k',
    folder,
    ...settings.flatMap((one) => ['-c', one]),
  ]
  const keeper = spawn('sh', ['-c', guardian, 'sh', ...server], {
    ...runAs,
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', CLUSTER_FOLDER: folder },
  })
  await untilReady(keeper)
  return {
    urlOf: (database) => `postgresql://postgres@/${database}?host=${encodeURIComponent(folder)}`,
    stop: () => stop(keeper),
  }
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): RunAs {
  if (process.getuid?.() !== 0) return {}
  for (const account of ['postgres', 'nobody']) {
    try {
      const idOf = (flag: string): number => Number(execFileSync('id', [flag, account], { encoding: 'utf8' }))
      return { uid: idOf('-u'), gid: idOf('-g') }
    } catch {
      continue // no such account here: the next one
    }
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no account named postgres or nobody')
}

function untilReady(keeper: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (): void => reject(new Error(`PostgreSQL didn't start: ${said}`))
    keeper.once('exit', fail)
    keeper.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
      if (said.includes('FATAL')) fail()
    })
  })
}

function stop(keeper: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    keeper.once('exit', () => resolve())
    keeper.stdin?.end()
  })
}
