import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { appVersionPlugin } from './src/build/app-version.ts'
import { communesIndexPlugin } from './src/build/communes-index.ts'
import { compressAssetsPlugin } from './src/build/compress-assets.ts'
import { firstVisitChunk } from './src/build/first-visit-chunk.ts'
import { publicBilanPlugin } from './src/build/public-bilan.ts'
import { webManifest } from './src/build/web-manifest.ts'

const root = import.meta.dirname

/** How long each plugin took is nothing to whoever starts the app. */
const quiet = { bundlerTimings: false }

export default defineConfig({
  plugins: [
    react(),
    appVersionPlugin(root),
    communesIndexPlugin(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/worker',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: webManifest,
      manifestFilename: 'app.webmanifest',
      injectManifest: {
        // The plugin's own globs miss svg, the manifest and the communes' index.
        globPatterns: ['**/*.{html,js,css,svg,webmanifest}', 'assets/communes-*', 'icons/icon-192.png'],
        maximumFileSizeToCacheInBytes: 3_000_000,
        // The plugin's types are those of the bundler that Vite had before.
        rollupOptions: { checks: quiet } as object,
      },
    }),
    publicBilanPlugin(root),
    compressAssetsPlugin(),
  ],
  resolve: {
    // The package's own entry is ES5, for browsers that can't run the rest of the app: a tenth larger.
    alias: [
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      // The package's own starts workers that our policy refuses.
      { find: /^fflate$/, replacement: join(root, 'src', 'app', 'data', 'files', 'zip-without-workers.ts') },
    ],
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Two in a hundred smaller than the bundler's own, and a minute matters less here than a kilobyte on each phone.
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 2 } },
    modulePreload: {
      polyfill: false,
      // The names of all that lazy pages import would weigh a kilobyte on the first visit; once installed, all of it is here.
      resolveDependencies: (_, names, { hostType }) =>
        hostType === 'html' ? names : names.filter((name) => name.endsWith('.css')),
    },
    rolldownOptions: {
      checks: quiet,
      output: {
        codeSplitting: {
          groups: [
            // What changes less often than the app: a device keeps it from one build to the next. Not what reads and
            // writes files and calendars: a first visit does neither. With zod's settings, made before any schema.
            {
              name: 'libraries',
              test: /node_modules\/(?!workbox|ical\.js|uqr|papaparse|fflate|saxen|(read|write)-excel-file|@noble\/hashes\/(sha2|_u64))|\/configure-zod\.ts$/,
              priority: 1,
            },
            { name: firstVisitChunk(join(root, 'src', 'app', 'main.tsx')) },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      { test: { name: 'house', include: ['tests/house/**/*.test.ts'], testTimeout: 30_000 } },
      // Pure functions leave nothing behind: their files share a process, which halves their time.
      {
        test: {
          name: 'domain',
          include: ['tests/{domain,build,released}/**/*.test.ts'],
          setupFiles: ['tests/same-seed.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          environment: 'jsdom',
          include: ['tests/{app,worker}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/same-seed.ts', 'tests/app/setup.ts'],
          testTimeout: 60_000,
          // One Dexie for our code and for its hooks, as in a build: two don't hear each other's changes.
          server: { deps: { inline: ['dexie', 'dexie-react-hooks'] } },
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          setupFiles: ['tests/same-seed.ts'],
          globalSetup: ['tests/server/before-all.ts'],
          // The embedded database is WebAssembly, which is translated at once, and again for speed in the long run.
          execArgv: ['--liftoff-only'],
          // Their files share a process, and in it the stores, which take seconds to open.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          testTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/browser/demonstration-folder.ts'],
          // Their files share a process, and in it what drives the browser, which takes a second to read.
          isolate: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // How long is waited for what comes about by itself; without it a second, which is short beside another file.
          expect: { poll: { timeout: 20_000 } },
          // Two at a time: a person who waits for an answer leaves a core idle. More would make each wait for its turn.
          maxWorkers: 2,
        },
      },
    ],
  },
})
