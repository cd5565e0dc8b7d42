import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Page } from 'playwright-core'
import { schemaVersion } from '../../../src/domain/sync/limits.ts'
import type { DemonstrationAssignment } from '../../../src/server/demonstration/demonstration-assignments.ts'
import { Device, laptop } from '../../browser/device.ts'
import { freePort } from '../../browser/server-process.ts'
import { startScript, type BenchProcess } from './bench-process.ts'
import { buildPage } from './build-page.ts'
import { awa, benchReports, bruno, firstSyncReports, storedReports } from './generated-documents.ts'

/** The two servers that devices are compared against, each with its page; both have the same reports of two advisors. */
export interface Contestants {
  /** A new device, signed in as an advisor, on the page of the app's engine. */
  readonly openOurs: (advisor: Advisor) => Promise<Device>
  /** A new device on PouchDB's page. */
  readonly openPeer: () => Promise<Device>
  readonly close: () => Promise<void>
}

export type Advisor = 'awa' | 'bruno'

const advisors = {
  awa: { ...awa, count: firstSyncReports },
  bruno: { ...bruno, count: storedReports },
}

export async function startContestants(): Promise<Contestants> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-bench-'))
  const started: BenchProcess[] = []
  const close = async () => {
    for (const process of started) await process.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const [ours, peer] = [await freePort(), await freePort()]
    const [ourPage, peerPage] = [join(folder, 'page'), join(folder, 'peer-page')]
    buildPage(join(import.meta.dirname, 'coop-page'), ourPage)
    buildPage(join(import.meta.dirname, '..', 'peers', 'page'), peerPage)
    for (const advisor of ['awa', 'bruno'] as const) await writeFiles(ourPage, advisor)
    started.push(
      await startScript('tests/bench/device/coop-server.ts', {
        PORT: String(ours),
        DATA_FOLDER: join(folder, 'data'),
        APP_FOLDER: ourPage,
      }),
    )
    started.push(
      await startScript('tests/bench/peers/peer-server.ts', { PORT: String(peer), PAGE_FOLDER: peerPage }),
    )
    return {
      openOurs: (advisor) => openOurs(`http://localhost:${ours}`, advisor),
      openPeer: () => openPage(`http://localhost:${peer}/`),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function openOurs(origin: string, advisor: Advisor): Promise<Device> {
  const device = await openPage(`${origin}/auth/sign-in?return=%2F`)
  const { page } = device
  await page.getByRole('button', { name: new RegExp(advisors[advisor].person.givenName) }).click()
  await page.waitForURL(`${origin}/`)
  return device
}

async function openPage(address: string): Promise<Device> {
  const device = await Device.open({ viewport: laptop })
  await device.page.goto(address)
  return device
}

/** Calls a function that a bench's page put on its window. */
export async function callPage<Result>(
  page: Page,
  name: string,
  ...parameters: readonly unknown[]
): Promise<Result> {
  await page.waitForFunction(`${JSON.stringify(name)} in window`)
  return page.evaluate<Result>(`window[${JSON.stringify(name)}](...${JSON.stringify(parameters)})`)
}

const pageOfDocuments = 500

/** Addresses of the files that hold an advisor's documents, for whoever fetches and puts them. */
export function filesOf(advisor: Advisor): string[] {
  const pages = Math.ceil(advisors[advisor].count / pageOfDocuments)
  return Array.from({ length: pages }, (_, page) => `/documents-${advisor}-${page}.json`)
}

/** As a server would give them: the fields of the wire and the key of the list, compressed as its answers are. */
async function writeFiles(folder: string, advisor: Advisor): Promise<void> {
  const { count, ...assignment } = advisors[advisor]
  const rows = wireRows(assignment, count)
  for (const [page, file] of filesOf(advisor).entries()) {
    const text = JSON.stringify(rows.slice(page * pageOfDocuments, (page + 1) * pageOfDocuments))
    await writeFile(join(folder, file), text)
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4 }
    await writeFile(join(folder, `${file}.br`), brotliCompressSync(text, { params }))
  }
}

function wireRows(assignment: DemonstrationAssignment, count: number): object[] {
  return benchReports(assignment, count).map(({ id, body }, index) => ({
    scope: assignment.scope,
    collection: 'report',
    id,
    rev: 1,
    seq: index + 1,
    state: 'live',
    schema: schemaVersion,
    body,
    order: body['date'],
  }))
}

/** The person whose device it is. */
export function personOf(advisor: Advisor): string {
  return advisors[advisor].person.id
}

export function countOf(advisor: Advisor): number {
  return advisors[advisor].count
}

/** Runs something on a device that is thrown away afterwards. */
export async function onDevice<Result>(
  opening: Promise<Device>,
  run: (device: Device) => Promise<Result>,
): Promise<Result> {
  const device = await opening
  try {
    return await run(device)
  } finally {
    await device.remove()
  }
}
