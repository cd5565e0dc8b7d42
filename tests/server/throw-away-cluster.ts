import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

export interface ThrowAwayCluster {
  /** Connection string of one of its databases. */
  urlOf(database: string): string
  /** Ends every process of it at once, as a power cut would (SIGKILL), and starts it again from what is on the disk. */
  crash(): Promise<void>
  /** The numbers of its processes as they are now. */
  processes(): number[]
  stop(): Promise<void>
}

export interface ClusterOptions {
  /** Written through to the disk at each commit, as in production; otherwise speed comes before safety. */
  durable?: boolean
}

/** The program and group numbers of an account that isn't root's; {} when we aren't root. */
type RunAs = { uid: number; gid: number } | Record<string, never>

/**
 * Starts the cluster again for each line of its standard input, once what it started before has ended. Ends and
 * removes it when its standard input closes, which happens too when the tests are killed: nothing outlives a run.
 */
const guardian =
  '"$@" & child=$!; while read -r _; do wait "$child"; "$@" & child=$!; done; kill -QUIT "$child"; wait "$child"; rm -rf "$CLUSTER_FOLDER"'

/** What costs safety and not only time: whatever is written may be thrown away. */
const careless = ['fsync=off', 'full_page_writes=off', 'autovacuum=off']

/**
 * A cluster in a temporary folder that only its owner can enter, reached by a unix socket there. It notes when each
 * transaction committed, so that tests can compare that order with others.
 */
export async function startThrowAwayCluster(
  programs: string,
  { durable = false }: ClusterOptions = {},
): Promise<ThrowAwayCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'espace-coop-pg-'))
  const runAs = unprivileged()
  if (runAs.uid !== undefined) chownSync(folder, runAs.uid, runAs.gid)
  const data = join(folder, 'data')
  const make = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C']
  if (!durable) make.push('--no-sync')
  await promisify(execFile)(join(programs, 'initdb'), make, { ...runAs, cwd: folder })

  const settings = ['listen_addresses=', 'max_connections=200', 'track_commit_timestamp=on']
  if (!durable) settings.push(...careless)
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
    crash: () => crash(keeper, data),
    processes: () => processesOf(data),
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
    const listen = (chunk: Buffer): void => {
      if (said.length < 10_000) said += chunk.toString()
      if (/ready to accept connections/.test(said)) done(resolve)
      // While it recovers it refuses who connects, which is no failure to start.
      else if (/FATAL(?!:\s+(the database system is|terminating connection))/.test(said)) done(fail)
    }
    const done = (settle: () => void): void => {
      keeper.off('exit', fail)
      keeper.stderr?.off('data', listen)
      keeper.stderr?.resume()
      settle()
    }
    keeper.stderr?.on('data', listen)
  })
}

async function crash(keeper: ChildProcess, data: string): Promise<void> {
  // Stopped first: otherwise it would start others, or these would hear of its end and leave in order.
  signal(firstProcessOf(data), 'SIGSTOP')
  const all = processesOf(data)
  for (const one of all.toReversed()) signal(one, 'SIGKILL')
  while (all.some(isRunning)) await pause(5)
  const ready = untilReady(keeper)
  keeper.stdin?.write('again\n')
  await ready
}

function firstProcessOf(data: string): number {
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** The cluster's first process, which watches over the others, and those. */
function processesOf(data: string): number[] {
  const first = firstProcessOf(data)
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = table.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return [first, ...pairs.flatMap(([pid, parent]) => (pid !== undefined && parent === first ? [pid] : []))]
}

function signal(pid: number, which: NodeJS.Signals): void {
  try {
    process.kill(pid, which)
  } catch (error) {
    // It may have ended by itself meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** One that has ended and whose parent hasn't heard of it yet holds nothing any more. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}

function stop(keeper: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    keeper.once('exit', () => resolve())
    keeper.stdin?.end()
  })
}
