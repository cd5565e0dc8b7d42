import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What goes into a build: a change in any of these is a new version. */
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/**
 * Version of the app's build: a hash of its sources, so that the same sources give the same service worker and nobody
 * is offered an update that changes nothing.
 */
function appVersion(root: string): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesUnder(join(root, source))))
    hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

/** Gives the version to the app as `__APP_VERSION__`, and to the server as `version.json` beside the build. */
export function appVersionPlugin(root: string): Plugin {
  const version = appVersion(root)
  return {
    name: 'espace-coop:app-version',
    config: () => ({ define: { __APP_VERSION__: JSON.stringify(version) } }),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'version.json', source: JSON.stringify({ app: version }) })
    },
  }
}

function filesUnder(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) =>
        entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)],
      )
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path]
    throw error
  }
}
