import { spawnSync } from 'node:child_process'
import { findChromium } from './browser/find-chromium.ts'

/** One part of `npm test`: what it holds, and the command. */
interface Part {
  name: string
  command: string
  environment?: Record<string, string>
}

const parts: Part[] = [
  { name: 'types, lint, format', command: 'npm run --silent check:types && npm run --silent check:lint' },
  {
    name: 'house, domain, app and server',
    command: 'vitest run --project house --project domain --project app --project server',
  },
  { name: 'build', command: 'npm run --silent build' },
  { name: 'a real browser', command: 'vitest run --project e2e' },
]

const started = Date.now()
const browser = await findChromium({ install: true })
for (const part of parts) run(part)
console.log(`\nnpm test: everything passed in ${Math.round((Date.now() - started) / 1000)} s.`)

function run({ name, command }: Part): void {
  const before = Date.now()
  console.log(`\n— ${name}`)
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: environment() })
  console.log(
    `— ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - before) / 1000)} s`,
  )
  if (status !== 0) process.exit(status ?? 1)
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, ...(browser ? { CHROMIUM_PATH: browser } : {}) }
}
