import { Device } from '../../browser/device.ts'
import { isInstalled, openForm, signIn } from '../../browser/person.ts'
import { ServerProcess } from '../../browser/server-process.ts'
import { kilobytes, printFigures, type Figure } from '../figures.ts'
import { usableAfter, watchForSaveButton } from '../when-usable.ts'
import { brotliBytesOf } from './bytes-on-the-wire.ts'
import { chunksBehind } from './chunks-behind.ts'
import { noteTraffic, type Fetched } from './page-traffic.ts'

const firstVisitLimit = 150_000
const communesLimit = 230_000

/** What a first visit costs, up to a form that can be saved, and what the device keeps for the next ones. */
export async function benchTransfer(): Promise<void> {
  const server = await ServerProcess.start()
  const device = await Device.open()
  try {
    const fetched = await visitForTheFirstTime(device, server.origin)
    const precached = await precachedFiles(device, server.origin)
    printVisit(fetched, precached, await onlyToSend(fetched, server.origin))
    printLargest('fetched before the form was usable', fetched)
    printLargest('precached', precached)
  } finally {
    await device.remove()
    await server.remove()
  }
}

async function visitForTheFirstTime(device: Device, origin: string): Promise<Fetched[]> {
  const { context, page } = device
  const fetched = await noteTraffic(context, page, origin)
  await watchForSaveButton(page)
  await signIn(page, origin, 'Awa')
  await openForm(page)
  await usableAfter(page)
  // The demonstration's issuer stands on the same origin; in life it is another site's.
  return fetched().filter(({ path }) => !path.startsWith('/demo'))
}

async function precachedFiles(device: Device, origin: string): Promise<Fetched[]> {
  await isInstalled(device.page)
  const urls = await device.page.evaluate(async () => {
    const names = await caches.keys()
    const caching = names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))
    return (await Promise.all(caching)).flat()
  })
  return Promise.all(
    urls.map(async (url) => {
      const path = new URL(url).pathname
      return { path, type: 'precached', bytes: await brotliBytesOf(`${origin}${path}`) }
    }),
  )
}

/**
 * What sends and receives is asked for once the first page is drawn, and the form doesn't wait for it: whether it is
 * there before the form depends on how quick the visitor is.
 */
async function onlyToSend(fetched: readonly Fetched[], origin: string): Promise<Set<string>> {
  const engine = fetched.find(({ path }) => path.startsWith('/assets/sync-engine-'))?.path
  if (engine === undefined) return new Set()
  const page = await (await fetch(origin)).text()
  const ofPage = new Set(Array.from(page.matchAll(/<script[^>]* src="([^"]+)"/g), ([, path]) => path))
  return new Set(Array.from(await chunksBehind(origin, engine)).filter((path) => !ofPage.has(path)))
}

function printVisit(
  all: readonly Fetched[],
  precached: readonly Fetched[],
  sending: ReadonlySet<string>,
): void {
  const fetched = all.filter(({ path }) => !sending.has(path))
  const [html, css, js] = ['Document', 'Stylesheet', 'Script'].map((type) =>
    sum(fetched.filter((one) => one.type === type)),
  ) as [number, number, number]
  const communes = precached.filter(({ path }) => path.includes('communes'))
  printFigures('Transfer, compressed as the server sends it', [
    line('HTML + CSS + JS up to a usable form', html + css + js, firstVisitLimit),
    line('  of which HTML', html),
    line('  of which CSS', css),
    line('  of which JS', js),
    line('and to send, which the form doesn’t wait for', sum(all.filter(({ path }) => sending.has(path)))),
    line('communes index', sum(communes), communesLimit),
    line(`precached in all, ${precached.length} files`, sum(precached)),
  ])
  const early = fetched.filter(({ path }) => path.includes('communes'))
  console.log(`  communes index before it was used: ${early.length === 0 ? 'not loaded' : 'LOADED'}`)
}

function printLargest(what: string, files: readonly Fetched[]): void {
  console.log(`  ${what}:`)
  for (const { path, type, bytes } of files.toSorted((a, b) => b.bytes - a.bytes).slice(0, 16)) {
    console.log(`    ${kilobytes(bytes).padStart(10)}  ${path} (${type})`)
  }
}

function line(what: string, bytes: number, limit?: number): Figure {
  return {
    what,
    target: limit === undefined ? '–' : `at most ${kilobytes(limit)}`,
    measured: kilobytes(bytes),
    reference: '–',
    ratio: '–',
    met: limit === undefined ? null : bytes > 0 && bytes <= limit,
  }
}

function sum(files: readonly Fetched[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0)
}
