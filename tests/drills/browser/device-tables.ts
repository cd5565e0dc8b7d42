import type { Page } from 'playwright-core'

/** What a device holds, read without the app's own code. */
export interface DeviceTables {
  /** Notes of the reports that are there and not deleted. */
  readonly reports: readonly string[]
  /** Notes of the drafts. */
  readonly drafts: readonly string[]
  /** Notes of the reports that wait to be sent. */
  readonly waiting: readonly string[]
}

/** Chromium never answers who opens a database while it throws the site's data away: fails, to be asked again. */
const patienceMs = 5_000

/** Reads the tables of the one person who uses this browser; all empty where there is no database. */
export function readDeviceTables(page: Page): Promise<DeviceTables> {
  return page.evaluate<DeviceTables>(`Promise.race([${readInPage}, ${refuseLate}])`)
}

const refuseLate = `new Promise((_, refuse) => {
  setTimeout(() => refuse(new Error('IndexedDB did not answer within ${patienceMs} ms')), ${patienceMs})
})`

/** Runs in the page. As text: what turns TypeScript into JavaScript here adds names that a page doesn't know. */
const readInPage = `(async () => {
  const name = (await indexedDB.databases()).find((one) => one.name.startsWith('coop-'))?.name
  if (name === undefined) return { reports: [], drafts: [], waiting: [] }
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const database = await settled(indexedDB.open(name))
  try {
    const transaction = database.transaction(['report', 'draft', 'outbox'])
    const rows = (table) => settled(transaction.objectStore(table).getAll())
    const [reports, drafts, ops] = await Promise.all([rows('report'), rows('draft'), rows('outbox')])
    const queued = new Set(ops.map(({ id }) => id))
    const live = reports.filter(({ state }) => state === 'live')
    return {
      reports: live.flatMap(({ body }) => body.notes ?? []),
      drafts: drafts.flatMap(({ values }) => values.notes ?? []),
      waiting: live.filter(({ id }) => queued.has(id)).flatMap(({ body }) => body.notes ?? []),
    }
  } finally {
    database.close()
  }
})()`
