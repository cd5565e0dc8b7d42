import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { monthAnomaliesSchema } from '../../../src/domain/access/month-anomalies.ts'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { buildApp } from '../../../src/server/http/build-app.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import { injectedFaults, measureRules } from '../../builders/anomalies/measure-rules.ts'
import { durableCluster, newDatabase } from '../../drills/drill-cluster.ts'
import { aConfiguration, anExternalIssuer } from '../../server/test-configuration.ts'
import { signedIn } from '../../server/test-app.ts'
import { median, milliseconds, printFigures, timesOf, type Figure } from '../figures.ts'
import { benchedMonth, benchedNow, fillStructure, readBodies } from './filled-structure.ts'

/** Advisors of whom a year is invented, to see what the rules find in it. */
const advisors = 15
const rounds = 9

/** What the rules find and what they leave, by kind; then how long a structure's month of 5,000 reports takes. */
export async function benchAnomalies(): Promise<void> {
  printRates()
  const cluster = await durableCluster()
  try {
    if (cluster) await benchMonth('PostgreSQL', await newDatabase(cluster))
    await benchMonth('the embedded database', undefined)
  } finally {
    await cluster?.stop()
  }
}

function printRates(): void {
  const { clean, found } = measureRules(advisors)
  printFigures(`Faults put into invented months of ${advisors} advisors`, [
    ...injectedFaults.map(({ kind, what }): Figure => {
      const count = found.get(kind) ?? { injected: 0, found: 0 }
      return rate(
        `${kind}: ${what}`,
        count.found,
        count.injected,
        0.95,
        `${clean.byKind.get(kind) ?? 0} clean`,
      )
    }),
    rate('months of which nothing is to be said, pointed out', clean.flagged, clean.months, -0.02, '–'),
  ])
}

/** At least a share; at most, where it is negative. */
function rate(what: string, count: number, of: number, target: number, reference: string): Figure {
  const share = count / of
  const sign = target < 0 ? 'at most' : 'at least'
  return {
    what,
    target: `${sign} ${Math.abs(target) * 100} %`,
    measured: `${(share * 100).toFixed(1)} %`,
    reference,
    ratio: `${count} of ${of}`,
    met: target < 0 ? share <= -target : share >= target,
  }
}

async function benchMonth(where: string, databaseUrl: string | undefined): Promise<void> {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const store = await openStore({ log: silent, ...(databaseUrl === undefined ? {} : { databaseUrl }) })
  const clock = () => benchedNow
  const app = await buildApp({
    configuration: aConfiguration(anExternalIssuer),
    clock,
    ids: randomIds,
    store,
  })
  try {
    const filled = await fillStructure(store)
    const headers = await signedIn(app, cast.chantal.id)
    const url = `/api/structures/${townHall.id}/months/${benchedMonth}/anomalies`
    const [own, bare]: [number[], number[]] = [[], []]
    let found = 0
    for (let round = 0; round <= rounds; round += 1) {
      const [answer, took] = await timed(() => app.inject({ url, headers }))
      found = monthAnomaliesSchema.parse(answer.json()).anomalies.length
      const [, tookBare] = await timed(() => readBodies(store))
      // The first round warms up.
      if (round > 0) {
        own.push(took)
        bare.push(tookBare)
      }
    }
    printFigures(
      `A month of ${filled.ofMonth} reports, ${filled.advisors} advisors, ${filled.reports} reports in a year, on ${where}`,
      [
        {
          what: `what deserves a look (${found} findings), over HTTP`,
          target: 'at most 500 ms',
          measured: milliseconds(median(own)),
          reference: `${milliseconds(median(bare))} (the month’s bodies, one statement)`,
          ratio: timesOf(median(own), median(bare)),
          met: median(own) <= 500,
        },
      ],
    )
  } finally {
    await app.close()
    await store.close()
  }
}

async function timed<T>(run: () => PromiseLike<T>): Promise<[T, number]> {
  const start = performance.now()
  const value = await run()
  return [value, performance.now() - start]
}
