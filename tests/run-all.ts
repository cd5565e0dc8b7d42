import { spawnSync } from 'node:child_process'
import { findChromium } from './browser/find-chromium.ts'

/** One part of `npm test`. */
interface Part {
  name: string
  command: string
}

const always: Part[] = [
  { name: 'types, lint and format', command: 'npm run --silent check:types && npm run --silent check:lint' },
  {
    name: 'house, domain, app and server',
    command: 'vitest run --project house --project domain --project app --project server --maxWorkers=100%',
  },
  { name: 'simulation and mutants', command: 'vitest run --project simulation --maxWorkers=100%' },
  { name: 'build', command: 'npm run --silent build' },
]
const inBrowser: Part = { name: 'a real browser', command: 'vitest run --project e2e' }

const started = Date.now()
const browser = await findChromium({ install: true })
for (const part of always) run(part)
if (browser) run(inBrowser)
else if (process.env['ESPACE_COOP_REQUIRE_CHROMIUM']) fail('There is no Chromium, and this run requires one.')
else
  console.log('\nLeft out: the tests in a real browser, for want of a Chromium (CHROMIUM_PATH can name one).')
console.log(`\nnpm test: all that ran passed, in ${secondsSince(started)} s.`)

function run({ name, command }: Part): void {
  const before = Date.now()
  console.log(`\n— ${name}`)
  const environment = browser ? { ...process.env, CHROMIUM_PATH: browser } : process.env
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: environment })
  if (status !== 0) fail(`— ${name}: failed after ${secondsSince(before)} s`)
  console.log(`— ${name}: passed in ${secondsSince(before)} s`)
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

function secondsSince(start: number): number {
  return Math.round((Date.now() - start) / 1000)
}
