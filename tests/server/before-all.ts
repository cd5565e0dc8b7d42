import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { root } from '../browser/server-process.ts'
import { makeDatabase } from './made-database.ts'
import { startCluster } from './postgresql-cluster.ts'

/* Run by vitest once, before the tests of the server: what they share, and what would take each of them seconds. */

let ends: (() => unknown)[] = []

export async function setup(project: TestProject): Promise<void> {
  // Side by side: each leaves a core idle now and then.
  ends = await Promise.all([startCluster(project), makeDatabase(project), buildServer()])
}

export async function teardown(): Promise<void> {
  await Promise.all(ends.map((end) => end()))
}

/** Those that kill the server and restore it run it as it is built. */
async function buildServer(): Promise<() => void> {
  await promisify(execFile)('npm', ['run', '--silent', 'build:server'], { cwd: root })
  return () => undefined
}
