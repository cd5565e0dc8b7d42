import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { build, createServer, type Plugin } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { buildCommunesIndex, communesIndexPlugin } from '../../src/build/communes-index.ts'
import { compressAssetsPlugin } from '../../src/build/compress-assets.ts'
import { temporaryFolder } from './temporary-folder.ts'

const app = {
  'index.html': '<!doctype html><html lang="fr"><script type="module" src="/main.js"></script></html>',
  'main.js':
    "import { communesIndexUrl } from 'virtual:communes-index'\nglobalThis.communesIndexUrl = communesIndexUrl\n",
}
const workerText = '// what a service worker would hold\n'.repeat(40)

test('a build has the index as a hashed asset, its address, and everything compressed', async () => {
  const root = await temporaryFolder(app)
  const plugins = [compressAssetsPlugin(), communesIndexPlugin(), lateWorkerPlugin(join(root, 'dist'))]
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins,
    build: { modulePreload: { polyfill: false } },
  })
  const files = await readdir(join(root, 'dist'), { recursive: true })
  const index = files.find((file) => /^assets\/communes-[\w-]{8,}\.txt$/.test(file)) ?? ''
  const script = files.find((file) => /^assets\/index-[\w-]+\.js$/.test(file)) ?? ''

  expect(await readFile(join(root, 'dist', script), 'utf8')).toMatch(new RegExp(`["'\`]/${index}["'\`]`))
  const sent = brotliDecompressSync(await readFile(join(root, 'dist', `${index}.br`))).toString()
  expect(sent).toBe(await buildCommunesIndex())
  expect(files).toContain(`${index}.gz`)
  // Written at the very end of the build, as the service worker is.
  expect(brotliDecompressSync(await readFile(join(root, 'dist/sw.js.br'))).toString()).toBe(workerText)
}, 60_000)

test('an app that doesn’t use the index doesn’t carry it', async () => {
  const root = await temporaryFolder({ ...app, 'main.js': 'globalThis.nothing = 1\n' })
  await build({ root, configFile: false, logLevel: 'error', plugins: [communesIndexPlugin()] })
  const files = await readdir(join(root, 'dist'), { recursive: true })
  expect(files.filter((file) => file.includes('communes'))).toEqual([])
})

test('the development server gives the index at the address that it tells', async () => {
  const root = await temporaryFolder(app)
  const server = await createServer({
    root,
    base: '/espace/',
    configFile: false,
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    plugins: [communesIndexPlugin()],
    server: { port: 0, host: '127.0.0.1', hmr: false, ws: false, watch: null },
  })
  onTestFinished(() => server.close())
  await server.listen()
  const module = await server.transformRequest('virtual:communes-index')
  const address = /"(\/[^"]+)"/.exec(module?.code ?? '')?.[1] ?? ''
  expect(address).toMatch(/^\/espace\//)
  const response = await fetch(new URL(address, server.resolvedUrls?.local[0]))
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await response.text()).toBe(await buildCommunesIndex())
})

/** Stands for the plugin that writes the service worker once everything else is written. */
function lateWorkerPlugin(dist: string): Plugin {
  return {
    name: 'late-worker',
    enforce: 'post',
    closeBundle: { sequential: true, handler: () => writeFile(join(dist, 'sw.js'), workerText) },
  }
}
