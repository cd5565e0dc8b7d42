import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Installs what the benches compare with, where it isn't there yet: never in the main installation. */
export function installPeers(): void {
  const folder = import.meta.dirname
  if (existsSync(join(folder, 'node_modules', 'pouchdb-browser', 'package.json'))) return
  const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--silent'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the peers of the bench could not be installed')
}
