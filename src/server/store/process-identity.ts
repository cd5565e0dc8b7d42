import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * What tells one process from every other, also after a restart: a process number alone is soon given to another.
 */
export interface ProcessIdentity {
  pid: number
  /** When it started, in the terms of its machine; empty where the system doesn't say. */
  started: string
  /** The boot of the machine and the space in which `pid` means something: containers have one each. */
  place: string
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) ?? '', place: ownPlace() }
}

/** Whether that process runs now; `unknown` when its number belongs to another machine, boot or container. */
export function liveness(other: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  if (other.place !== ownPlace()) return 'unknown'
  const started = startOf(other.pid)
  if (started === undefined) return 'dead'
  return started === '' || started === other.started ? 'alive' : 'dead'
}

function ownPlace(): string {
  if (process.platform !== 'linux') return hostname()
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`
}

/** When a process started; empty when the system doesn't say, undefined when there is no such process. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return startOnLinux(pid)
  if (!answersSignal(pid)) return undefined
  return process.platform === 'win32' ? '' : startByPs(pid)
}

/** Field 22 of /proc/<pid>/stat, counted from after the name, which may hold anything (proc(5)). */
function startOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' || state === 'X' ? undefined : fields[18]
  } catch (error) {
    // Hidden, as another account's is on a hardened machine, is not gone.
    if (isMissing(error)) return answersSignal(pid) ? '' : undefined
    throw error
  }
}

function startByPs(pid: number): string {
  const env = { ...process.env, LC_ALL: 'C' } // the same words whoever asks
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env }).stdout.trim()
}

function answersSignal(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')
}
