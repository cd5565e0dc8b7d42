import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'

const versionFileSchema = z.object({ app: z.string() })

/** Version of the built app in a folder, as the build wrote it; undefined where nothing was built. */
export async function servedAppVersion(appFolder: string): Promise<string | undefined> {
  try {
    return versionFileSchema.parse(JSON.parse(await readFile(join(appFolder, 'version.json'), 'utf8'))).app
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
