import { join } from 'node:path'
import { Device } from '../../browser/device.ts'
import { isInstalled, signIn, syncsNow } from '../../browser/person.ts'
import { ServerProcess } from '../../browser/server-process.ts'
import { median, milliseconds, percentile, printFigures, timesOf } from '../figures.ts'
import { serveFolder } from '../serve-folder.ts'
import { usableAfter, watchForSaveButton } from '../when-usable.ts'

const rounds = 9
const slowdown = 4
const limitMs = 1500

/** Cold start with no server at all, to a form that can be saved, on a phone as slow as a fourth of this machine. */
export async function benchColdStart(): Promise<void> {
  const device = await Device.open()
  try {
    const [app, bare] = [await installApp(device), await installBarePage(device)]
    await device.close()
    const times = { app: [] as number[], bare: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      times.app.push(await timeStart(device, `${app}/compte-rendu`))
      times.bare.push(await timeStart(device, bare))
    }
    print(times)
  } finally {
    await device.remove()
  }
}

/** Signs in, waits until two years of reports and the whole app are on the device, then takes the server away. */
async function installApp(device: Device): Promise<string> {
  const server = await ServerProcess.start()
  try {
    await signIn(device.page, server.origin, 'Awa')
    await isInstalled(device.page)
    await syncsNow(device.page, server.origin)
    await holdsTwoYears(device)
    return server.origin
  } finally {
    await server.remove()
  }
}

async function holdsTwoYears({ page }: Device): Promise<void> {
  const until = Date.now() + 60_000
  while ((await page.evaluate(countReports)) <= 1000) {
    if (Date.now() > until) throw new Error('two years of reports did not come')
  }
}

/** Runs in the page. */
async function countReports(): Promise<number> {
  const { name } = (await indexedDB.databases()).find((one) => one.name?.startsWith('coop-')) ?? {}
  if (name === undefined) return 0
  return new Promise<number>((resolve) => {
    const opening = indexedDB.open(name)
    opening.addEventListener('success', () => {
      const counting = opening.result.transaction('report').objectStore('report').count()
      counting.addEventListener('success', () => {
        opening.result.close()
        resolve(counting.result)
      })
    })
  })
}

async function installBarePage(device: Device): Promise<string> {
  const server = await serveFolder(join(import.meta.dirname, 'bare-page'), {})
  try {
    await device.page.goto(server.origin)
    await isInstalled(device.page)
    return server.origin
  } finally {
    await server.close()
  }
}

/** A new process of the browser each time, over the same profile. Only the page is slowed: Chromium can't slow its worker. */
async function timeStart(device: Device, address: string): Promise<number> {
  const page = await device.open()
  try {
    const protocol = await device.context.newCDPSession(page)
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await watchForSaveButton(page)
    await page.goto(address, { waitUntil: 'commit' })
    return await usableAfter(page)
  } finally {
    await device.close()
  }
}

function print({ app, bare }: { app: number[]; bare: number[] }): void {
  printFigures(
    `Cold start with no server to a usable form, ${slowdown}× slower processor, ${rounds} new processes each`,
    [
      {
        what: 'median against a bare page',
        target: `at most ${milliseconds(limitMs)}`,
        measured: milliseconds(median(app)),
        reference: milliseconds(median(bare)),
        ratio: timesOf(median(app), median(bare)),
        met: median(app) <= limitMs,
      },
      {
        what: 'slowest against a bare page’s',
        target: '–',
        measured: milliseconds(percentile(app, 1)),
        reference: milliseconds(percentile(bare, 1)),
        ratio: timesOf(percentile(app, 1), percentile(bare, 1)),
        met: null,
      },
    ],
  )
}
