import react from '@vitejs/plugin-react'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'

/** Where the drawing of public links is, in the folder of the built application. */
const folder = 'public-bilan'

/**
 * Builds what draws the page of a public link, with the application's own components and styles, for the server to run:
 * whoever opens a link reads a page of a few kilobytes, without a script, drawn as its author saw it. Apart from the
 * application, so that neither has what only the other needs; after it, so that no device keeps it.
 */
export function publicBilanPlugin(root: string): Plugin {
  let outDir = ''
  return {
    name: 'espace-coop:public-bilan',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler(error) {
        if (!error) await buildDrawing(root, join(outDir, folder))
      },
    },
  }
}

async function buildDrawing(root: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      copyPublicDir: false,
      cssMinify: true,
      lib: {
        entry: join(root, 'src', 'app', 'shell', 'public-bilan', 'draw.tsx'),
        formats: ['es'],
        fileName: () => 'draw.js',
        cssFileName: 'style',
      },
    },
  })
}
