import { Agent } from 'node:http'
import { pullAnswerSchema } from '../../../src/domain/sync/wire.ts'
import { durableCluster, newDatabase } from '../../drills/drill-cluster.ts'
import { naiveLog } from '../../drills/ordering/naive-log.ts'
import { race } from '../../drills/ordering/race.ts'
import { syncLog } from '../../drills/ordering/sync-log.ts'
import type { ThrowAwayCluster } from '../../server/throw-away-cluster.ts'
import { median, printFigures, timesOf, type Figure } from '../figures.ts'
import { newReport, pollOf, pushOf, requireApplied } from './asks.ts'
import { startPushedServer, type PushedServer } from './pushed-server.ts'
import { load, send } from './load.ts'
import { followCrowd } from './hot-scope.ts'
import { pgbenchInserts } from './pgbench.ts'

const clients = 16
const crowded = 64
const rounds = 5
const seconds = 1.5

/**
 * The server of the protocol on a PostgreSQL that writes through (sync.md section 5, W5 to W8), over HTTP and with
 * sessions as devices have them, beside one bare statement for each request to the same process.
 */
export async function benchServer(): Promise<void> {
  const cluster = await durableCluster()
  if (!cluster) {
    console.log('\nThe server on PostgreSQL is left out: there is no version 15 or later on this machine.')
    return
  }
  try {
    const databaseUrl = await newDatabase(cluster)
    const server = await startPushedServer(databaseUrl)
    try {
      await benchPushes(server, databaseUrl)
      await benchHotScope(server)
      await benchIdlePoll(server)
    } finally {
      await server.close()
    }
    await benchMissed(cluster)
  } finally {
    await cluster.stop()
  }
}

/** Rates of several loads, taken in turn, so that what else the machine does falls on all of them. */
async function inTurn<K extends string>(loads: Record<K, () => Promise<number>>): Promise<Record<K, number>> {
  // The keys are those of the argument.
  const names = Object.keys(loads) as K[]
  const rates = new Map<K, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const rate = await loads[name]()
      // The first round warms up.
      if (round > 0) rates.get(name)?.push(rate)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(rates.get(name) ?? [])])) as Record<K, number>
}

async function benchPushes(server: PushedServer, databaseUrl: string): Promise<void> {
  const { origin, bareOrigin, people } = server
  const push = (reports: number) => async () => {
    const whose = (client: number) => people[client % people.length] ?? raise()
    const ask = (client: number) => pushOf(whose(client), reports)
    return (await load(origin, clients, seconds, ask, requireApplied)).perSecond * reports
  }
  const insert = (at: string) => async () => {
    const ask = () => ({ path: '/bare/insert', body: JSON.stringify(newReport(undefined)) })
    return (await load(at, clients, seconds, ask)).perSecond
  }
  const rates = await inTurn({
    one: push(1),
    inserts: insert(origin),
    ten: push(10),
    bareInserts: insert(bareOrigin),
  })
  const { statements, roundTrips } = await trafficOfOnePush(server)
  const tps = await pgbenchInserts(databaseUrl, clients)
  printFigures('Pushes on PostgreSQL that writes through, 16 clients', [
    atLeast('one report each, reports a second', 0.4, rates.one, rates.inserts, 'inserts'),
    atLeast('ten reports each, reports a second', 2, rates.ten, rates.inserts, 'inserts'),
    atLeast('one each, beside a Fastify without guards', null, rates.one, rates.bareInserts, 'inserts'),
    {
      what: 'round trips to the database, a push',
      target: 'at most 4',
      measured: roundTrips.toFixed(2),
      reference: `${statements.toFixed(2)} statements`,
      ratio: '–',
      met: roundTrips <= 4,
    },
    ...(tps === undefined
      ? []
      : [atLeast('one each, beside pgbench without HTTP', null, rates.one, tps, 'tps')]),
  ])
  if (tps === undefined) console.log('  pgbench is not on this machine: its figure is left out.')
}

/** Of many pushes of one report, one after the other, with all that each begins. */
async function trafficOfOnePush(server: PushedServer) {
  const [who] = server.people
  if (!who) return raise()
  await server.traffic()
  const { requests } = await load(server.origin, 1, 0.5, () => pushOf(who, 1), requireApplied)
  const { statements, roundTrips } = await server.traffic()
  return { statements: statements / requests, roundTrips: roundTrips / requests }
}

async function benchHotScope(server: PushedServer): Promise<void> {
  const { origin, crowd } = server
  const follower = followCrowd(server)
  const push = (reports: number) => async () => {
    const ask = (client: number) => pushOf(crowd[client % crowd.length] ?? raise(), reports)
    const { perSecond } = await load(origin, crowded, seconds, ask, (answer) => {
      requireApplied(answer)
      follower.written(answer)
    })
    return perSecond * reports
  }
  const update = async () =>
    (await load(origin, crowded, seconds, () => ({ path: '/bare/update', body: '{}' }))).perSecond
  const rates = await inTurn({ one: push(1), updates: update, ten: push(10) })
  const { missed, written } = await follower.end()
  const line = (what: string, rate: number): Figure => ({
    ...atLeast(what, null, rate, rates.updates, 'updates of one row'),
    target: 'at least 500',
    met: rate >= 500,
  })
  printFigures('One hot scope, 64 writers and a reader who polls', [
    line('one report each, reports a second', rates.one),
    line('ten reports each, reports a second', rates.ten),
    {
      what: 'reports that the reader missed',
      target: '0',
      measured: `${missed} of ${written}`,
      reference: '–',
      ratio: '–',
      met: missed === 0,
    },
  ])
}

async function benchIdlePoll({ origin, bareOrigin, people }: PushedServer): Promise<void> {
  const agent = new Agent()
  const polls = await Promise.all(
    people.map(async (who) => {
      const first = pullAnswerSchema.parse(
        JSON.parse(
          await send(agent, origin, pollOf(who, Object.fromEntries(who.scopes.map((one) => [one, 0])))),
        ),
      )
      const heads = Object.fromEntries(first.grants.map(({ scope, head }) => [scope, head]))
      return pollOf(who, heads)
    }),
  )
  agent.destroy()
  const poll = async () =>
    (await load(origin, clients, seconds, (client) => polls[client % polls.length] ?? raise())).perSecond
  const read = (at: string) => async () => {
    const ask = (client: number) => {
      const scopes = people[client % people.length]?.scopes
      return { path: '/bare/read', body: JSON.stringify({ scopes }) }
    }
    return (await load(at, clients, seconds, ask)).perSecond
  }
  const rates = await inTurn({ poll, reads: read(origin), bareReads: read(bareOrigin) })
  printFigures('Idle poll of three scopes on PostgreSQL, 16 clients', [
    atLeast('polls a second', 0.5, rates.poll, rates.reads, 'indexed reads'),
    atLeast('the same, beside a Fastify without guards', null, rates.poll, rates.bareReads, 'indexed reads'),
  ])
}

async function benchMissed(cluster: ThrowAwayCluster): Promise<void> {
  const size = { writers: 16, rounds: 20 }
  const logs = [
    await syncLog(await newDatabase(cluster), { writers: size.writers, scopes: 3 }),
    await naiveLog(await newDatabase(cluster), 'bigserial', size.writers),
    await naiveLog(await newDatabase(cluster), 'now()', size.writers),
  ] as const
  const [ours, bigserial, clock] = [
    await race(logs[0], size),
    await race(logs[1], size),
    await race(logs[2], size),
  ]
  await Promise.all(logs.map((log) => log.close()))
  printFigures('Rows that a polling reader misses, 16 writers who pause before their commits', [
    {
      what: 'counter of the scope',
      target: '0',
      measured: `${ours.missed} of ${ours.written}`,
      reference: `${bigserial.missed} by bigserial, ${clock.missed} by now()`,
      ratio: '–',
      met: ours.missed === 0 && bigserial.missed > 0 && clock.missed > 0,
    },
  ])
}

function atLeast(
  what: string,
  share: number | null,
  measured: number,
  reference: number,
  of: string,
): Figure {
  return {
    what,
    target: share === null ? '–' : `at least ${share} ×`,
    measured: `${measured.toFixed(0)}/s`,
    reference: `${reference.toFixed(0)} ${of}/s`,
    ratio: timesOf(measured, reference),
    met: share === null ? null : measured >= share * reference,
  }
}

function raise(): never {
  throw new Error('the server of the bench has planted nobody')
}
