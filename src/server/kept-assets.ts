import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Configuration } from './configuration.ts'

/** A build that this server has served, by the hash of the names of its assets. */
const keptBuildSchema = z.object({
  id: z.string(),
  files: z.array(z.string()),
  /** When another build took its place; null for the one served now. */
  replacedAt: z.nullable(z.iso.datetime()),
})
type KeptBuild = z.infer<typeof keptBuildSchema>

const dayMs = 86_400_000

/**
 * Keeps the assets of earlier builds, which a tab opened before a deployment still asks for (sync.md, P3): those of
 * the newest few, and of all that were replaced less than a month ago. Answers the folder that they are in.
 */
export async function keepAssets(
  { appFolder, dataFolder, assets }: Pick<Configuration, 'appFolder' | 'dataFolder' | 'assets'>,
  now: Date,
): Promise<string> {
  const folder = join(dataFolder, 'assets-history')
  const files = join(folder, 'files')
  await mkdir(files, { recursive: true })
  const current = await currentBuild(join(appFolder, 'assets'))
  for (const name of current.files) await copyFile(join(appFolder, 'assets', name), join(files, name))
  const builds = kept(withCurrent(await readBuilds(folder), current, now), assets, now)
  await writeBuilds(folder, builds)
  await removeOthers(files, new Set(builds.flatMap((build) => build.files)))
  return files
}

async function currentBuild(folder: string): Promise<KeptBuild> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
  files.sort()
  const id = createHash('sha256').update(files.join('\n')).digest('hex')
  return { id, files, replacedAt: null }
}

/** Newest first: the build served now, then those that it follows. */
function withCurrent(builds: readonly KeptBuild[], current: KeptBuild, now: Date): KeptBuild[] {
  const earlier = builds
    .filter(({ id }) => id !== current.id)
    .map((build) => ({ ...build, replacedAt: build.replacedAt ?? now.toISOString() }))
  return [current, ...earlier]
}

function kept(builds: readonly KeptBuild[], assets: Configuration['assets'], now: Date): KeptBuild[] {
  const since = now.getTime() - assets.keptDays * dayMs
  return builds.filter(
    ({ replacedAt }, index) =>
      index <= assets.keptBuilds || replacedAt === null || Date.parse(replacedAt) >= since,
  )
}

async function readBuilds(folder: string): Promise<KeptBuild[]> {
  try {
    return z.array(keptBuildSchema).parse(JSON.parse(await readFile(join(folder, 'builds.json'), 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Written beside, then renamed: a list cut short by a crash would forget every build. */
async function writeBuilds(folder: string, builds: readonly KeptBuild[]): Promise<void> {
  const path = join(folder, 'builds.json')
  await writeFile(`${path}.new`, JSON.stringify(builds, null, 1))
  await rename(`${path}.new`, path)
}

async function removeOthers(folder: string, wanted: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) if (!wanted.has(name)) await rm(join(folder, name))
}
