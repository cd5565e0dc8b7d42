import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { monthAnomaliesSchema } from '../../../src/domain/access/month-anomalies.ts'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { buildApp } from '../../../src/server/http/build-app.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import { durableCluster, newDatabase } from '../../drills/drill-cluster.ts'
import { aConfiguration, anExternalIssuer } from '../../server/test-configuration.ts'
import { signedIn } from '../../server/test-app.ts'
import { median, milliseconds, printFigures, timesOf } from '../figures.ts'
import { benchedMonth, benchedNow, fillStructure, readBodies } from './filled-structure.ts'

const rounds = 9

/** How long a structure's month of 5,000 reports takes. */
export async function benchAnomalies(): Promise<void> {
  const cluster = await durableCluster()
  try {
    if (cluster) await benchMonth('PostgreSQL', await newDatabase(cluster))
    await benchMonth('the embedded database', undefined)
  } finally {
    await cluster?.stop()
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
