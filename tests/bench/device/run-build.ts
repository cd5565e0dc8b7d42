import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { build } from 'vite'

/* Builds the page in a folder, or a script, as the app is built: the same libraries, for the same browsers. */

const [source, outDir] = process.argv.slice(2)
if (!source || !outDir) throw new Error('run-build.ts SOURCE DESTINATION')
const isPage = statSync(source).isDirectory()
await build({
  configFile: false,
  root: isPage ? source : dirname(source),
  logLevel: 'warn',
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    ...(isPage ? {} : { rolldownOptions: { input: source } }),
  },
})
