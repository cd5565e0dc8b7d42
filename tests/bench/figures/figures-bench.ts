import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { Device } from '../../browser/device.ts'
import { median, milliseconds, printFigures, timesOf, type Figure } from '../figures.ts'
import { filling, installFilled } from '../find/filled-device.ts'

const slowdown = 4
const rounds = 7
/** All that the device holds, and a year of it. */
const periods = { all: 'du=2010-01-01&au=2026-11-20', year: 'du=2025-11-21&au=2026-11-20' }

interface Timings {
  reference: number[]
  made: number
  first: number[]
  changed: Record<keyof typeof periods, number[]>
}

/** Chiffres on a phone four times slower than this machine that holds 20,000 reports. */
export async function benchFigures(): Promise<void> {
  const device = await Device.open()
  try {
    await device.page.addInitScript({ path: join(import.meta.dirname, 'in-page.js') })
    await installFilled(device)
    print(await measure(device.page))
  } finally {
    await device.remove()
  }
}

async function measure(page: Page): Promise<Timings> {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const origin = new URL(page.url()).origin
  const timings: Timings = { reference: [], made: 0, first: [], changed: { all: [], year: [] } }
  for (let round = 0; round <= rounds; round += 1) {
    // A new visit each time: nothing of the last one is in memory.
    await page.goto(origin)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    // Nobody taps before there is anything to read: the pages of the bar are read meanwhile.
    await inPage(page, 'whenIdle')
    const shown = await inPage<number>(page, 'tapUntilShown', 'a[href="/chiffres"]')
    // The first time makes the facts, which fill put there behind the app’s back.
    if (round === 0) timings.made = shown
    else timings.first.push(shown)
    if (round > 0) timings.reference.push(await inPage<number>(page, 'reduceBodies'))
  }
  for (const [name, query] of Object.entries(periods)) {
    await page.goto(`${origin}/chiffres?${query}`)
    await page.locator('main dl dd').first().waitFor()
    await page.getByText('Filtrer', { exact: true }).click()
    await page.getByText('Type d’activité', { exact: true }).click()
    for (let round = 0; round <= rounds; round += 1) {
      // Nobody taps again before what is far below has been drawn too.
      await inPage(page, 'whenIdle')
      const took = await inPage<number>(page, 'tapUntilChanged', 'Accompagnement individuel')
      // What is in the object is what was put there.
      if (round > 0) timings.changed[name as keyof typeof periods].push(took)
    }
  }
  return timings
}

/** Calls what `in-page.js` put there. */
function inPage<Result>(page: Page, name: string, argument: unknown = null): Promise<Result> {
  return page.evaluate<Result>(`figuresBench.${name}(${JSON.stringify(argument)})`)
}

function print({ reference, made, first, changed }: Timings): void {
  const bodies = median(reference)
  const against = (what: string, value: number, limit: number | undefined): Figure => ({
    what,
    target: limit === undefined ? '–' : `at most ${limit} ms`,
    measured: milliseconds(value),
    reference: milliseconds(bodies),
    ratio: timesOf(value, bodies),
    met: limit === undefined ? null : value <= limit,
  })
  printFigures(
    `${filling.reports} reports on the device, ${slowdown}× slower processor, offline; beside reading all bodies and reducing them`,
    [
      against('Chiffres, from the tap until the totals are painted', median(first), 300),
      {
        ...against('the same, beside the reference', median(first), undefined),
        target: 'at least 4 times faster',
        met: median(first) * 4 <= bodies,
      },
      against('a change of filter until it is painted, over a year', median(changed.year), 50),
      against('the same, over all that there is', median(changed.all), undefined),
      against('the facts made from nothing, and shown', made, undefined),
    ],
  )
}
