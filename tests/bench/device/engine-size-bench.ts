import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { kilobytes, printFigures, timesOf } from '../figures.ts'
import { installPeers } from '../peers/install-peers.ts'
import { buildPage } from './build-page.ts'

const limit = 60_000

/** What the sync engine and Dexie weigh on the way to a browser, beside pouchdb-browser, built in the same way. */
export async function benchEngineSize(): Promise<void> {
  installPeers()
  const ours = await gzippedBytes(join(import.meta.dirname, 'engine-entry', 'engine.ts'))
  const peer = await gzippedBytes(join(import.meta.dirname, '..', 'peers', 'page', 'peer-alone.ts'))
  printFigures('The engine’s code, minified, by gzip', [
    {
      what: 'sync engine and Dexie, against pouchdb-browser',
      target: `at most ${kilobytes(limit)}`,
      measured: kilobytes(ours),
      reference: kilobytes(peer),
      ratio: timesOf(ours, peer),
      met: ours <= limit,
    },
  ])
}

async function gzippedBytes(entry: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-bench-'))
  try {
    buildPage(entry, folder)
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'))
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file))))
    return texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
