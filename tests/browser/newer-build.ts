import { cp, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './server-process.ts'

/** A file that is named by what is in it, as a text mentions it. */
const hashedNames = /[\w.-]+-[\w-]{8}\.\w+/g

/**
 * A newer build, as after a change that touches every file: this one's, where files that are named by what is in them
 * have other names, and the service worker another revision of the others. For the minute that building would take.
 * Answers its folder.
 * @param version what it calls itself
 */
export async function makeNewerBuild(version: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-build-'))
  const assets = join(folder, 'assets')
  // Compressed files are made of what they stand beside; the server has an answer without them.
  const filter = (path: string) => !/\.(br|gz)$/.test(path)
  await cp(join(root, 'dist'), folder, { recursive: true, filter })
  const names = new Set(await readdir(assets))
  const older = versionIn(await readFile(join(folder, 'version.json'), 'utf8'))
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(html|js|css|json)$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const text = await readFile(path, 'utf8')
    const newer = text
      .replaceAll(hashedNames, (name) => (names.has(name) ? newName(name) : name))
      .replaceAll(/"revision":"(\w+)"/g, '"revision":"$1-newer"')
      .replaceAll(older, version)
    await writeFile(path, newer)
  }
  for (const name of names) await rename(join(assets, name), join(assets, newName(name)))
  return folder
}

function newName(name: string): string {
  return name.replace(/(\.\w+)$/, 'N$1')
}

function versionIn(file: string): string {
  const version = /"app":"([^"]+)"/.exec(file)?.[1]
  if (version === undefined) throw new Error('the build has no version: npm run build')
  return version
}
