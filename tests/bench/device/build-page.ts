import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** In a process of its own: a build leaves NODE_ENV behind, and a server that comes after would be in production. */
export function buildPage(source: string, outDir: string): void {
  const script = join(import.meta.dirname, 'run-build.ts')
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script, source, outDir], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`${source} could not be built`)
}
