import { mkdtemp, rm } from 'node:fs/promises'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CodedError } from '../../../src/domain/errors.ts'
import { monthsOf } from '../../../src/domain/statistics/month-number.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import { CopyProcess } from '../../../src/server/figures/copy-process.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { durableCluster, newDatabase } from '../../drills/drill-cluster.ts'
import { silentLog } from '../../server/databases.ts'
import { Random } from '../../simulation/random.ts'
import { median, percentile, printFigures, timesOf, type Figure } from '../figures.ts'
import { pushOf, requireApplied } from '../server/asks.ts'
import { startPushedServer } from '../server/pushed-server.ts'
import { load, send } from '../server/load.ts'
import { countedByDatabase, fillDatabase } from './filled-database.ts'

/* The columnar copy beside a PostgreSQL that is written to. `COPY_ADVISORS=20000` makes it the ten million reports of three years. */

const advisors = Number(process.env['COPY_ADVISORS'] ?? 1000)
const reportsEach = 500
const nation = 10_000_000
const rounds = 5
/** Two of its rests at least. */
const seconds = 16
/** All that anybody filed or pushes here. A month of nothing is read too: a century of them would take seconds. */
const everything = { from: '2020-01-01', to: '2029-12-31' } as Period
/** As it is run: started from its sources, it would count through what the loader puts around each function. */
const program = new URL('../../../dist-server/start-copy-process.js', import.meta.url)

export async function benchCopy(): Promise<void> {
  const cluster = await durableCluster()
  if (!cluster) {
    console.log(
      '\nThe columnar copy on PostgreSQL is left out: there is no version 15 or later on this machine.',
    )
    return
  }
  const databaseUrl = await newDatabase(cluster)
  const store = await openStore({ databaseUrl, log: silentLog })
  try {
    await fillDatabase(store, { advisors, reportsEach })
    printFigures(`The columnar copy of ${advisors} advisors with ${reportsEach} reports each`, [
      ...(await rebuilt(store, databaseUrl)),
      ...(await besidePushes(store, databaseUrl)),
    ])
  } finally {
    await store.close()
    await cluster.stop()
  }
}

async function rebuilt(store: Store, databaseUrl: string): Promise<Figure[]> {
  const copy = await newCopy(databaseUrl)
  const began = performance.now()
  const { activities, minutes } = await totals(copy)
  const took = (performance.now() - began) / 1000
  await copy.remove()
  const expected = await countedByDatabase(store)
  const perSecond = (activities ?? 0) / took
  const isSame = activities === expected.activities && minutes?.total === expected.minutes
  return [
    {
      what: `made from nothing: ${(activities ?? 0).toLocaleString('en')} reports in ${took.toFixed(0)} s; ten million, at that rate`,
      target: 'under 600 s',
      measured: `${(nation / perSecond).toFixed(0)} s`,
      reference: `${perSecond.toFixed(0)} a second`,
      ratio: '–',
      met: nation / perSecond < 600,
    },
    {
      what: 'activities and minutes, beside those that the database counts',
      target: 'the same',
      measured: `${activities} and ${minutes?.total}`,
      reference: `${expected.activities} and ${expected.minutes}`,
      ratio: '–',
      met: isSame,
    },
  ]
}

/** How far behind a push it is, and what pushes lose by it. */
async function besidePushes(store: Store, databaseUrl: string): Promise<Figure[]> {
  const copy = await newCopy(databaseUrl)
  const server = await startPushedServer(databaseUrl)
  const rate = async () => {
    const ask = (client: number) => pushOf(server.people[client % server.people.length] ?? raise(), 1)
    return (await load(server.origin, 16, seconds, ask, requireApplied)).perSecond
  }
  const lags: number[] = []
  const rates = { without: [] as number[], beside: [] as number[] }
  try {
    await totals(copy)
    const random = new Random(9)
    const agent = new Agent({ keepAlive: true })
    for (let time = 0; time < 20; time += 1) {
      await pause(random.below(4000))
      const before = (await totals(copy)).activities ?? 0
      const pushed = performance.now()
      requireApplied(await send(agent, server.origin, pushOf(server.people[0] ?? raise(), 1)))
      while (((await totals(copy)).activities ?? 0) <= before) await pause(50)
      lags.push((performance.now() - pushed) / 1000)
    }
    agent.destroy()
    for (let round = 0; round <= rounds; round += 1) {
      const beside = await rate()
      // Held still rather than ended: one that has just started isn't what runs beside those who push.
      copy.signal('SIGSTOP')
      const without = await rate()
      copy.signal('SIGCONT')
      const { activities } = await countedByDatabase(store)
      while (((await totals(copy)).activities ?? 0) < activities) await pause(500)
      // The first round warms up.
      if (round > 0) rates.beside.push(beside)
      if (round > 0) rates.without.push(without)
    }
  } finally {
    await server.close()
    await copy.remove()
  }
  const [beside, without] = [median(rates.beside), median(rates.without)]
  const lag = percentile(lags, 0.95)
  return [
    {
      what: 'behind a push, p95',
      target: 'at most 10 s',
      measured: `${lag.toFixed(1)} s`,
      reference: '–',
      ratio: '–',
      met: lag <= 10,
    },
    {
      what: 'pushes of 16 clients, beside those without the copy',
      target: 'at least 0.95 ×',
      measured: `${beside.toFixed(0)} a second`,
      reference: `${without.toFixed(0)} a second`,
      ratio: timesOf(beside, without),
      met: beside >= 0.95 * without,
    },
  ]
}

/** The copy's process over a folder of its own. */
async function newCopy(databaseUrl: string) {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-copy-'))
  const copy = new CopyProcess({ databaseUrl, folder, logLevel: 'warn', log: silentLog, program })
  return {
    ask: (period: Period) =>
      copy.ask('state-figures', {
        months: monthsOf(period),
        today: period.to,
        department: undefined,
        values: [],
      }),
    signal: (signal: 'SIGSTOP' | 'SIGCONT') => process.kill(copy.pid ?? raise(), signal),
    async remove() {
      await copy.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Of all that is in it, as soon as it can be had. */
async function totals(copy: Awaited<ReturnType<typeof newCopy>>) {
  for (;;) {
    try {
      return (await copy.ask(everything)).value.totals
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'unavailable') throw error
      await pause(500)
    }
  }
}

function raise(): never {
  throw new Error('the bench has nobody who pushes, or no copy beside')
}
