import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Folders of which each version of PostgreSQL has its own below. */
const versionedFolders = ['/usr/lib/postgresql', '/Library/PostgreSQL', '/opt/homebrew/opt', '/usr/local/opt']

/** The oldest version that the store accepts. */
const oldest = 15

/** The folder of the programs of the newest PostgreSQL on this machine, or undefined when there is none. */
export function findPostgresql(): string | undefined {
  const found = candidateFolders()
    .filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
    .map((folder) => ({ folder, version: versionIn(folder) }))
    .filter(({ version }) => version >= oldest)
  return found.sort((one, other) => other.version - one.version)[0]?.folder
}

function candidateFolders(): string[] {
  const versioned = versionedFolders.flatMap((parent) =>
    existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name, 'bin')) : [],
  )
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/pgsql/bin', ...versioned]
}

function versionIn(folder: string): number {
  const said = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/(\d+)(\.|\w|$)/.exec(said)?.[1] ?? 0)
}
