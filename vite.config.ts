import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', target: 'es2022', modulePreload: { polyfill: false } },
  test: {
    projects: [
      { test: { name: 'house', include: ['tests/house/**/*.test.ts'] } },
      { test: { name: 'domain', include: ['tests/{domain,build}/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'app', environment: 'jsdom', include: ['tests/{app,worker}/**/*.test.{ts,tsx}'], setupFiles: ['tests/app/setup.ts'] },
      },
      { test: { name: 'server', include: ['tests/server/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 } },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false } },
    ],
  },
})
