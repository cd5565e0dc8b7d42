import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import { encodeCommunes } from '../domain/territory/communes-index.ts'
import { parseOfficialCommunes } from '../domain/territory/official-communes.ts'

const virtualModule = 'virtual:communes-index'
/** The leading zero byte keeps other plugins away (Rollup's convention for virtual modules). */
const resolvedModule = `\0${virtualModule}`

/** The index of France's communes, made from the official file of the installed package. */
export async function buildCommunesIndex(): Promise<string> {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
  return encodeCommunes(parseOfficialCommunes(JSON.parse(await readFile(file, 'utf8'))))
}

/**
 * Gives the app the address of the index, as `communesIndexUrl` of `virtual:communes-index`: a hashed asset in a
 * build, made at the first request by the development server.
 */
export function communesIndexPlugin(): Plugin {
  let servedAt = ''
  let served: Promise<string> | undefined
  return {
    name: 'espace-coop:communes-index',
    configResolved(config) {
      servedAt = config.command === 'serve' ? `${config.base}@communes-index.txt` : ''
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url?.split('?')[0] !== servedAt) return next()
        served ??= buildCommunesIndex()
        served.then((index) => {
          response.setHeader('content-type', 'text/plain; charset=utf-8')
          return response.end(index)
        }, next)
      })
    },
    resolveId: (id) => (id === virtualModule ? resolvedModule : undefined),
    async load(id) {
      if (id !== resolvedModule) return undefined
      if (servedAt) return `export const communesIndexUrl = ${JSON.stringify(servedAt)}`
      const asset = this.emitFile({ type: 'asset', name: 'communes.txt', source: await buildCommunesIndex() })
      return `export const communesIndexUrl = import.meta.ROLLUP_FILE_URL_${asset}`
    },
  }
}
