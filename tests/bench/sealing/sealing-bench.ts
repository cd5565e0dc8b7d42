import { sql } from 'kysely'
import { monthToVouchSchema, structureMonthsSchema } from '../../../src/domain/access/structure-months.ts'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import { buildApp } from '../../../src/server/http/build-app.ts'
import { signerInMemory } from '../../../src/server/seals/signer.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aUuid } from '../../builders/an-id.ts'
import { durableCluster, newDatabase } from '../../drills/drill-cluster.ts'
import { mutation, signedIn } from '../../server/test-app.ts'
import { aConfiguration, anExternalIssuer } from '../../server/test-configuration.ts'
import { benchedMonth, benchedNow, fillStructure, readBodies } from '../anomalies/filled-structure.ts'
import { median, milliseconds, printFigures, timesOf } from '../figures.ts'

const rounds = 5
const most = 1000

/** How long it takes to seal a month of 5,000 reports, and to read where a structure's months stand. */
export async function benchSealing(): Promise<void> {
  const cluster = await durableCluster()
  try {
    if (cluster) await benchOn('PostgreSQL', await newDatabase(cluster))
    await benchOn('the embedded database', undefined)
  } finally {
    await cluster?.stop()
  }
}

async function benchOn(where: string, databaseUrl: string | undefined): Promise<void> {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const store = await openStore({ log: silent, ...(databaseUrl === undefined ? {} : { databaseUrl }) })
  const app = await buildApp({
    configuration: aConfiguration(anExternalIssuer),
    clock: () => benchedNow,
    ids: randomIds,
    signer: signerInMemory(),
    store,
  })
  try {
    const filled = await fillStructure(store)
    const { sealing, listing, bare } = await measure(app, store)
    printFigures(`A month of ${filled.ofMonth} reports, ${filled.advisors} advisors, on ${where}`, [
      figureOf('sealing it, over HTTP', sealing, bare),
      figureOf('where the structure’s months stand, one vouched for', listing, bare),
    ])
  } finally {
    await app.close()
    await store.close()
  }
}

async function measure(app: App, store: Store) {
  const headers = await signedIn(app, cast.chantal.id)
  const months = `/api/structures/${townHall.id}/months`
  const [sealing, listing, bare]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round <= rounds; round += 1) {
    await sql`truncate seal, seal_line`.execute(store.db)
    const read = await app.inject({ url: `${months}/${benchedMonth}`, headers })
    const { seen } = monthToVouchSchema.parse(read.json())
    const payload = { id: aUuid(), seen, reservations: [] }
    const request = mutation(`${months}/${benchedMonth}/seals`, { payload })
    const [, tookSealing] = await timed(async () => {
      const answer = await app.inject({ ...request, headers: { ...request.headers, ...headers } })
      monthToVouchSchema.parse(answer.json())
    })
    const [, tookListing] = await timed(async () => {
      structureMonthsSchema.parse((await app.inject({ url: months, headers })).json())
    })
    const [, tookBare] = await timed(() => readBodies(store))
    // The first round warms up.
    if (round === 0) continue
    sealing.push(tookSealing)
    listing.push(tookListing)
    bare.push(tookBare)
  }
  return { sealing, listing, bare }
}

function figureOf(what: string, own: readonly number[], bare: readonly number[]) {
  return {
    what,
    target: `at most ${most} ms`,
    measured: milliseconds(median(own)),
    reference: `${milliseconds(median(bare))} (the month’s bodies, one statement)`,
    ratio: timesOf(median(own), median(bare)),
    met: median(own) <= most,
  }
}

async function timed<T>(run: () => PromiseLike<T>): Promise<[T, number]> {
  const start = performance.now()
  const value = await run()
  return [value, performance.now() - start]
}
