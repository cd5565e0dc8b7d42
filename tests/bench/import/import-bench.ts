import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { Device } from '../../browser/device.ts'
import { hasOwnReports, isInstalled, signIn } from '../../browser/person.ts'
import { ServerProcess } from '../../browser/server-process.ts'
import { milliseconds, printFigures } from '../figures.ts'

const lines = 10_000
const slowdown = 4

/** A file of 10,000 lines on a phone four times slower than this machine, beside a bare write of as many rows. */
export async function benchImport(): Promise<void> {
  const file = join(tmpdir(), `espace-coop-import-${process.pid}.csv`)
  const device = await Device.open()
  try {
    await writeFile(file, csvOf(lines))
    await install(device)
    await measure(device.page, file)
  } finally {
    await device.remove()
    await rm(file, { force: true })
  }
}

/** Signs in and takes the server away: what is measured is the device alone. */
async function install({ page }: Device): Promise<void> {
  const server = await ServerProcess.start()
  try {
    await signIn(page, server.origin, 'Awa')
    await isInstalled(page)
    await hasOwnReports(page)
    await page.addInitScript(watchLongTasks)
    await page.goto(`${server.origin}/plus/reprendre`)
    await page.getByLabel('Fichier à reprendre').waitFor()
  } finally {
    await server.remove()
  }
}

async function measure(page: Page, file: string): Promise<void> {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  page.setDefaultTimeout(180_000)
  const reading = await timed(async () => {
    await page.getByLabel('Fichier à reprendre').setInputFiles(file)
    await page.getByRole('button', { name: 'Voir ce qui viendra' }).click()
    await page.getByRole('button', { name: /^Reprendre 10/ }).waitFor()
  })
  const bringing = await timed(async () => {
    await page.getByRole('button', { name: /^Reprendre 10/ }).click()
    await page.getByText(/Repris\s: 10/).waitFor()
  })
  const longest = await page.evaluate(() =>
    Math.max(0, ...((globalThis as { longTasks?: number[] }).longTasks ?? [])),
  )
  const bare = await page.evaluate(writeBare, lines)
  const total = reading + bringing
  printFigures(`Import of ${lines} lines, Chromium slowed ${slowdown} times`, [
    {
      what: 'from the file to the last line kept',
      target: 'under 20 s',
      measured: milliseconds(total),
      reference: `${milliseconds(bare)} (bare rows, one transaction)`,
      ratio: `${(total / bare).toFixed(1)} ×`,
      met: total < 20_000,
    },
    {
      what: 'of which the preview',
      target: '–',
      measured: milliseconds(reading),
      reference: '–',
      ratio: '–',
      met: null,
    },
    {
      what: 'longest task of the page',
      target: 'at most 200 ms',
      measured: milliseconds(longest),
      reference: '–',
      ratio: '–',
      met: longest <= 200,
    },
  ])
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

function csvOf(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2026, 10, 20) - (index % 300) * 86_400_000).toISOString().slice(0, 10)
    return `${day};1h30;À distance;E-mail|Bureautique;F;72;Retraité;Ligne ${index} du fichier`
  })
  return ['Date;Durée;Lieu;Thématiques;Sexe;Âge;Statut;Commentaire', ...rows].join('\r\n')
}

/** In the page. */
function watchLongTasks(): void {
  const seen: number[] = []
  Object.assign(globalThis, { longTasks: seen })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.push(duration)
  }).observe({ type: 'longtask' })
}

/** In the page: as many rows of the same size, with nothing of ours around them. */
function writeBare(count: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bare-rows', 1)
    opening.addEventListener('upgradeneeded', () => {
      opening.result.createObjectStore('row', { keyPath: 'id' }).createIndex('order', 'order')
    })
    opening.addEventListener('success', () => {
      const start = performance.now()
      const transaction = opening.result.transaction('row', 'readwrite', { durability: 'strict' })
      for (let id = 0; id < count; id += 1) {
        transaction.objectStore('row').put({ id, order: String(id), text: 'x'.repeat(600) })
      }
      transaction.addEventListener('complete', () => resolve(performance.now() - start))
      transaction.addEventListener('error', () =>
        reject(transaction.error ?? new Error('the rows were not written')),
      )
    })
  })
}
