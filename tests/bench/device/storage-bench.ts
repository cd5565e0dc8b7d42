import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Device } from '../../browser/device.ts'
import { kilobytes, printFigures, timesOf, type Figure } from '../figures.ts'
import { installPeers } from '../peers/install-peers.ts'
import { callPage, countOf, filesOf, onDevice, personOf, startContestants } from './contestants.ts'

const limit = 1.3

/** What ten thousand reports take on the disk of a device, beside IndexedDB alone and PouchDB. */
export async function benchStorage(): Promise<void> {
  installPeers()
  const { openOurs, openPeer, close } = await startContestants()
  try {
    const files = filesOf('bruno')
    const ours = await onDevice(openOurs('bruno'), (device) =>
      bytesAfter(device, 'firstSync', personOf('bruno'), 'stored'),
    )
    const same = await onDevice(openOurs('bruno'), (device) =>
      bytesAfter(device, 'putFetched', 'stored', files),
    )
    const raw = await onDevice(openOurs('bruno'), (device) => bytesAfter(device, 'putRaw', 'stored', files))
    const peer = await onDevice(openPeer(), (device) =>
      bytesAfter(device, 'firstSync', 'bruno', 'stored', 500),
    )
    printFigures(`Storage of ${countOf('bruno')} reports on the device, as Chromium left it on the disk`, [
      line('against IndexedDB alone, same documents and indexes', ours, same, limit),
      line('against IndexedDB alone, one index by day', ours, raw),
      line('against PouchDB', ours, peer),
    ])
  } finally {
    await close()
  }
}

/**
 * Bytes in the profile's folder of IndexedDB. The database is closed and opened again first, since what was written
 * last still stands in a log, uncompressed.
 */
async function bytesAfter(device: Device, name: string, ...parameters: unknown[]): Promise<number> {
  const address = device.page.url()
  await callPage(device.page, name, ...parameters)
  for (let visit = 0; visit < 2; visit += 1) {
    await device.close()
    const page = await device.open()
    await page.goto(address)
    await callPage(page, 'openStored')
  }
  await device.close()
  return bytesUnder(join(device.profile, 'Default', 'IndexedDB'))
}

async function bytesUnder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

function line(what: string, measured: number, reference: number, most?: number): Figure {
  return {
    what,
    target: most === undefined ? '–' : `at most ${most} ×`,
    measured: kilobytes(measured),
    reference: kilobytes(reference),
    ratio: timesOf(measured, reference),
    met: most === undefined ? null : measured <= most * reference,
  }
}
