import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import type { AppBuild } from './app-build.ts'
import type { ServerBuild } from './server-build.ts'

/** A change of the product's own text, for one run of the simulation: the product itself has no switch. */
export interface Replacement {
  /** Path in the repository. */
  readonly file: string
  /** Text that stands there exactly once: when it doesn't any more, the build fails and says so. */
  readonly find: string
  readonly replace: string
}

/** The two sides of the protocol as one of their versions has them. */
export interface Builds {
  readonly app: AppBuild
  readonly server: ServerBuild
}

const root = join(import.meta.dirname, '..', '..')
// In node_modules, so that what the bundles import is found, and nothing is written among the sources.
const folder = join(root, 'node_modules', '.cache', 'simulation')

/** Builds both sides with some changes and loads them, each as a module graph of its own. */
export async function loadBuilds(changes: readonly Replacement[] = []): Promise<Builds> {
  const applied = new Set<Replacement>()
  // Those who load a build know which entry it is of.
  const { app } = (await side('app-build.ts', 'src/server/', changes, applied)) as { app: AppBuild }
  const { server } = (await side('server-build.ts', 'src/app/', changes, applied)) as { server: ServerBuild }
  const unused = changes.find((change) => !applied.has(change))
  if (unused) throw new Error(`${unused.file} is in neither build: its change does nothing`)
  return { app, server }
}

const asTheyAre = new Map<string, Promise<unknown>>()

/** One side, built anew only where a change may touch it. */
function side(
  entry: string,
  otherSide: string,
  changes: readonly Replacement[],
  applied: Set<Replacement>,
): Promise<unknown> {
  const own = changes.filter(({ file }) => !file.startsWith(otherSide))
  if (own.length > 0) return load(entry, own, applied)
  const known = asTheyAre.get(entry) ?? load(entry, [], applied)
  asTheyAre.set(entry, known)
  return known
}

async function load(
  entry: string,
  changes: readonly Replacement[],
  applied: Set<Replacement>,
): Promise<unknown> {
  const text = await bundle(join(import.meta.dirname, entry), changes, applied)
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 24)
  const path = join(folder, `${hash}.mjs`)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, text)
    renameSync(draft, path)
  }
  return import(/* @vite-ignore */ pathToFileURL(path).href)
}

async function bundle(
  entry: string,
  changes: readonly Replacement[],
  applied: Set<Replacement>,
): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [changed(changes, applied)],
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    ssr: { noExternal: ['dexie'] },
    build: { ssr: entry, write: false, minify: false, target: 'node20', emptyOutDir: false },
  })
  const [output] = [result].flat()
  const chunks = output && 'output' in output ? output.output : []
  const [chunk] = chunks
  if (chunk?.type !== 'chunk' || chunks.length !== 1) throw new Error(`${entry} is not one bundle`)
  return chunk.code
}

function changed(changes: readonly Replacement[], applied: Set<Replacement>): Plugin {
  return {
    name: 'changed-sources',
    enforce: 'pre',
    transform(code, id) {
      const own = changes.filter(({ file }) => id === join(root, file))
      if (own.length === 0) return undefined
      return own.reduce((text, change) => {
        applied.add(change)
        return replaceOnce(text, change)
      }, code)
    },
  }
}

/** Where the text isn't there once, the change is out of date. */
export function replaceOnce(text: string, { file, find, replace }: Replacement): string {
  const parts = text.split(find)
  if (parts.length !== 2) {
    throw new Error(`${file} holds this text ${parts.length - 1} times instead of once:\n${find}`)
  }
  return parts.join(replace)
}
