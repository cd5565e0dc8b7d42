import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

/*
 * The server as it is run, made by `npm run build` of its sources: a file for it, one for the thread of the embedded
 * database, one for the process of the figures' copy and those of the threads that read and count for it, into
 * `dist-server`. Started from its sources, which are read and translated one by one, it would be ready seconds later.
 */

const root = join(import.meta.dirname, '..', '..')
const sources = join(root, 'src', 'server')
const folder = join(root, 'dist-server')

await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: folder,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      // All but the first by the names under which the sources start them.
      input: {
        main: join(sources, 'main.ts'),
        'start-embedded-worker': join(sources, 'store', 'embedded-worker.ts'),
        'start-copy-process': join(sources, 'figures', 'copy-process-main.ts'),
        'start-counting-worker': join(sources, 'columnar-copy', 'counting-worker.ts'),
        'start-reading-worker': join(sources, 'columnar-copy', 'reading-worker.ts'),
      },
      // All in one folder: what a source starts or reads beside itself is beside whatever file it has become part of.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
await copyFile(join(sources, 'http', 'remove-worker.js'), join(folder, 'remove-worker.js'))
