import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Device, laptop } from '../../browser/device.ts'
import { milliseconds, percentile, printFigures, timesOf, type Figure } from '../figures.ts'
import { serveFolder } from '../serve-folder.ts'
import type { SaveTimings } from './page/save-page.ts'

const saves = 300

/** Save of a report by the app's own code, in Chromium, beside IndexedDB alone (sync.md section 5, W1). */
export async function benchSave(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-bench-'))
  try {
    buildPage(folder)
    print(await measure(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** In a process of its own: a build leaves NODE_ENV behind, and a server that comes after would be in production. */
function buildPage(outDir: string): void {
  const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '..', 'bin', 'vite.js')
  const page = join(import.meta.dirname, 'page')
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', page, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
    { stdio: 'inherit' },
  )
  if (status !== 0) throw new Error('the page of the bench could not be built')
}

/** A profile on disk: in a private window IndexedDB lives in memory, and strict would mean nothing. */
async function measure(folder: string): Promise<SaveTimings> {
  // Isolated from other origins, a page's clock counts in steps of 5 µs rather than 100.
  const server = await serveFolder(folder, {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  })
  const device = await Device.open({ viewport: laptop })
  try {
    await device.page.goto(server.origin)
    await device.page.waitForFunction('"runSaves" in window')
    // The function is what save-page.ts put on the window.
    return await device.page.evaluate<SaveTimings>(`runSaves(${saves})`)
  } finally {
    await device.remove()
    await server.close()
  }
}

function print({ app, same, bare, reports, calls }: SaveTimings): void {
  const title = `Save of a report, ${app.length} of each way in turn, ${reports} reports on the device`
  printFigures(title, [
    figure('p50 against the same reads and writes', 0.5, app, same, 1.5),
    figure('p95 against the same reads and writes', 0.95, app, same, 1.5),
    figure('p50 against two bare puts', 0.5, app, bare, null),
    figure('p95 against two bare puts', 0.95, app, bare, null),
  ])
  console.log(`  one save: ${calls.join(', ')}`)
}

function figure(
  what: string,
  share: number,
  ours: readonly number[],
  theirs: readonly number[],
  limit: number | null,
): Figure {
  const [measured, reference] = [percentile(ours, share), percentile(theirs, share)]
  return {
    what,
    target: limit === null ? '–' : `at most ${limit} ×`,
    measured: milliseconds(measured),
    reference: milliseconds(reference),
    ratio: timesOf(measured, reference),
    met: limit === null ? null : measured <= limit * reference,
  }
}
