import { median, milliseconds, printFigures, timesOf, type Figure } from '../figures.ts'
import { installPeers } from '../peers/install-peers.ts'
import {
  callPage,
  countOf,
  filesOf,
  onDevice,
  personOf,
  startContestants,
  type Contestants,
} from './contestants.ts'
import type { FirstSync } from './first-sync.ts'

const rounds = 3

/** A new device's first sync of two years of reports, in Chromium, and the push after a day offline. */
export async function benchFirstSync(): Promise<void> {
  installPeers()
  const contestants = await startContestants()
  try {
    const found = await runInTurn(waysOf(contestants))
    printFirstSync(found)
    printPush(await pushOurs(contestants), await pushPeer(contestants))
  } finally {
    await contestants.close()
  }
}

type WayName = 'ours' | 'bare' | 'peer' | 'peer, larger batches'
type Ways = Readonly<Record<WayName, () => Promise<FirstSync>>>
type Found = Readonly<Record<WayName, FirstSync[]>>

/** Each on a device that is new: nothing is cached, compiled or stored from an earlier round. */
function waysOf({ openOurs, openPeer }: Contestants): Ways {
  const peer = (batch: number) =>
    onDevice(openPeer(), ({ page }) => callPage<FirstSync>(page, 'firstSync', 'awa', 'first', batch))
  return {
    ours: () =>
      onDevice(openOurs('awa'), ({ page }) =>
        callPage<FirstSync>(page, 'firstSync', personOf('awa'), 'first'),
      ),
    bare: () =>
      onDevice(openOurs('awa'), ({ page }) =>
        callPage<FirstSync>(page, 'putFetched', 'first', filesOf('awa')),
      ),
    peer: () => peer(100),
    'peer, larger batches': () => peer(500),
  }
}

/** Each way is first in its turn: none always follows the same one. */
async function runInTurn(ways: Ways): Promise<Found> {
  const found: Found = { ours: [], bare: [], peer: [], 'peer, larger batches': [] }
  // The keys are those of the object above.
  const names = Object.keys(ways) as WayName[]
  for (let round = 0; round < rounds; round += 1) {
    for (const name of [...names.slice(round), ...names.slice(0, round)]) found[name].push(await ways[name]())
  }
  check(found)
  return found
}

/** Figures of what didn't take place would be worth nothing: all devices hold the same. */
function check(found: Found): void {
  const [first] = found.bare
  for (const one of Object.values(found).flat()) {
    if (one.reports !== countOf('awa')) throw new Error(`a device holds ${one.reports} reports`)
    if (one.newest.length !== first?.newest.length) throw new Error('a list is short')
  }
}

function printFirstSync(found: Found): void {
  const of = (name: WayName, time: 'listAfter' | 'endAfter') => median(found[name].map((one) => one[time]))
  const bestPeer = (time: 'listAfter' | 'endAfter') =>
    Math.min(of('peer', time), of('peer, larger batches', time))
  printFigures(`First sync of a new device, ${countOf('awa')} reports, median of ${rounds} devices each`, [
    line('newest reports in the list, against PouchDB', of('ours', 'listAfter'), bestPeer('listAfter'), 0.5),
    line('everything there, against PouchDB', of('ours', 'endAfter'), bestPeer('endAfter'), 0.5),
    line('everything there, against fetch and bulkPut', of('ours', 'endAfter'), of('bare', 'endAfter'), 2),
    line('PouchDB as it comes, against fetch and bulkPut', of('peer', 'endAfter'), of('bare', 'endAfter')),
    line(
      'PouchDB by 500, against fetch and bulkPut',
      of('peer, larger batches', 'endAfter'),
      of('bare', 'endAfter'),
    ),
  ])
}

const filed = 50

interface Push {
  requests: readonly string[]
  ms: number
}

async function pushOurs({ openOurs }: Contestants): Promise<Push> {
  return onDevice(openOurs('awa'), async ({ page }) => {
    await callPage(page, 'firstSync', personOf('awa'), 'first')
    const requests: string[] = []
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    return { ms: await callPage<number>(page, 'fileThenSend', personOf('awa'), 'first', filed), requests }
  })
}

async function pushPeer({ openPeer }: Contestants): Promise<Push> {
  return onDevice(openPeer(), async ({ page }) => {
    await callPage(page, 'firstSync', 'awa', 'first', 500)
    await callPage(page, 'sendFirst', 'awa', 'first')
    const requests: string[] = []
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    return { ms: await callPage<number>(page, 'fileThenSend', 'awa', 'first', filed), requests }
  })
}

function printPush(ours: Push, peer: Push): void {
  const pushes = ours.requests.filter((path) => path.endsWith('/push')).length
  printFigures(`Push of ${filed} reports after a day offline`, [
    {
      what: 'requests that send them, against PouchDB’s round trips',
      target: '1',
      measured: String(pushes),
      reference: String(peer.requests.length),
      ratio: timesOf(pushes, peer.requests.length),
      met: pushes === 1,
    },
    line('until all is sent and what changed is taken', ours.ms, peer.ms),
  ])
  console.log(`  ours: ${said(ours)}`)
  console.log(`  PouchDB: ${said(peer)}`)
}

/** What was asked for, and how often. */
function said({ requests }: Push): string {
  const counts = new Map<string, number>()
  for (const path of requests) {
    const name = path
      .replace(/_local\/.*/, '_local')
      .split('/')
      .slice(-2)
      .join('/')
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => `${count} × ${name}`).join(', ')
}

function line(what: string, measured: number, reference: number, limit?: number): Figure {
  return {
    what,
    target: limit === undefined ? '–' : `at most ${limit} ×`,
    measured: milliseconds(measured),
    reference: milliseconds(reference),
    ratio: timesOf(measured, reference),
    met: limit === undefined ? null : measured <= limit * reference,
  }
}
