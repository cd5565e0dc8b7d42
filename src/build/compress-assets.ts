import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(html|js|css|svg|json|webmanifest|txt)$/
/** Under this a response fits in one packet either way. */
const smallest = 512

/**
 * Writes a `.br` and a `.gz` beside every file of the build that compresses, so that the server need not do it again
 * for each visitor. After every other plugin: the service worker is itself written at the end of a build.
 */
export function compressAssetsPlugin(): Plugin {
  let folder = ''
  return {
    name: 'espace-coop:compress-assets',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler(error) {
        if (!error) await compressFolder(folder)
      },
    },
  }
}

/** Compresses what a folder and those under it hold; gives the paths of the files that now have both beside them. */
export async function compressFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && compressible.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const compressed = await Promise.all(paths.map(async (path) => ((await compressFile(path)) ? [path] : [])))
  return compressed.flat().sort()
}

async function compressFile(path: string): Promise<boolean> {
  const content = await readFile(path)
  if (content.length < smallest) return false
  const [br, gz] = await Promise.all([brotli(content), promisify(gzip)(content, { level: 9 })])
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
  return true
}

/** Brotli at its best quality: slow, once a build. */
export function brotli(content: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
}
