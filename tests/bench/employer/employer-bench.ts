import {
  facetsOfActivity,
  permittedFacetOf,
  permittedFacets,
  type PermittedValue,
} from '../../../src/domain/access/activity-filter.ts'
import { activitySorts } from '../../../src/domain/access/activity-sort.ts'
import { permittedActivityPageSchema } from '../../../src/domain/access/permitted-activity.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { signIn } from '../../drills/sign-in.ts'
import { silentLog } from '../../server/databases.ts'
import { median, milliseconds, percentile, printFigures, timesOf, type Figure } from '../figures.ts'
import { onFilledDatabase } from '../filling/on-filled-database.ts'
import { startBenchedServer, type BenchedServer } from '../server/benched-server.ts'
import {
  advisorsOfFile,
  exportedStructure,
  fillStructures,
  readMonthOnce,
  readStructure,
  type Filling,
} from './filled-structures.ts'
import { monthFigures } from './month-figures.ts'

/*
 * What an employer waits for, over HTTP: its list by every filter and in every order, what deserves a look in a month and
 * its seal, and the file of a whole structure. `EMPLOYER_ADVISORS=20000` makes it the ten million reports of three years.
 */

const filling: Filling = {
  advisors: Number(process.env['EMPLOYER_ADVISORS'] ?? 1_000),
  reportsEach: 500,
  ofStructure: 40,
  ofVouching: 68,
}
const rounds = Number(process.env['EMPLOYER_ROUNDS'] ?? 5)
const now = new Date('2026-11-23T10:00:00.000Z')
const patience = 100
const memoryAllowed = 256 * 2 ** 20

export async function benchEmployer(): Promise<void> {
  const isDone = await onFilledDatabase(now, (client) => fillStructures(client, filling, now), measure)
  if (!isDone)
    console.log('\nWhat an employer reads is left out: there is no PostgreSQL 15 or later on this machine.')
}

async function measure(databaseUrl: string): Promise<void> {
  const { advisors, reportsEach, ofStructure } = filling
  const store = await openStore({ databaseUrl, log: silentLog })
  const server = await startBenchedServer({ databaseUrl, now: now.getTime() })
  try {
    const headers = { cookie: await signIn(store, cast.chantal.id, now) }
    printFigures(
      `The list of a structure of ${ofStructure} advisors, among ${advisors * reportsEach} reports of ${advisors} advisors`,
      await listFigures(store, server, headers),
    )
    printFigures(
      'A month of a structure, in the same database',
      await monthFigures(store, server.origin, headers),
    )
    printFigures('The file of a structure, as CSV', await fileFigures(server, headers))
  } finally {
    await server.close()
    await store.close()
  }
}

type Headers = Readonly<Record<string, string>>

async function listFigures(store: Store, { origin }: BenchedServer, headers: Headers): Promise<Figure[]> {
  const list = `${origin}/api/structures/${readStructure}/activities`
  const ask = async (query: string) => (await fetch(`${list}?${query}`, { headers })).text()
  const some = permittedActivityPageSchema.parse(JSON.parse(await ask('limit=200')))
  const questions = [
    ...activitySorts.map((sort) => ({ what: `in order of ${sort}`, query: `tri=${sort}` })),
    { what: 'of a month', query: 'du=2026-10-01&au=2026-10-31' },
    ...permittedFacets.flatMap((facet) => {
      const value = valueOf(facet, some.items.flatMap(facetsOfActivity))
      return value === undefined
        ? []
        : [{ what: `by ${facet}`, query: new URLSearchParams([[facet, value]]).toString() }]
    }),
    {
      what: 'by four filters, by duration',
      query: 'type=individuel&theme=email&note=sans&duree=30&duree=60&tri=duree',
    },
  ]
  const reference: number[] = []
  const times = new Map(questions.map(({ what }) => [what, [] as number[]]))
  for (let round = 0; round <= rounds; round += 1) {
    const bare = await timed(() => readMonthOnce(store.db, readStructure, '2026-10-01', '2026-10-31'))
    if (round > 0) reference.push(bare)
    for (const { what, query } of questions) {
      const took = await timed(() => ask(query))
      // The first round warms up.
      if (round > 0) times.get(what)?.push(took)
    }
  }
  const month = median(reference)
  const all = [...times.values()].flat()
  const line = (what: string, values: readonly number[]): Figure => {
    const p95 = percentile(values, 0.95)
    return {
      what,
      target: `p95 at most ${patience} ms`,
      measured: milliseconds(p95),
      reference: `${milliseconds(month)} (the month’s reports, read once)`,
      ratio: timesOf(p95, month),
      met: p95 <= patience,
    }
  }
  return [
    line(`every filter and order (${questions.length}, ${rounds} times each)`, all),
    ...[...times].map(([what, values]) => line(what, values)),
  ]
}

function valueOf(facet: string, values: readonly PermittedValue[]): string | undefined {
  const found = values.find((value) => permittedFacetOf(value) === facet)
  return found?.slice(facet.length + 1)
}

async function fileFigures(server: BenchedServer, headers: Headers): Promise<Figure[]> {
  const url = `${server.origin}/api/structures/${exportedStructure}/activities.csv`
  const { now: before } = await server.memory()
  let bytes = 0
  const took = await timed(async () => {
    const { body } = await fetch(url, { headers })
    for await (const piece of body ?? []) bytes += (piece as Uint8Array).length // what a body is made of
  })
  const { most } = await server.memory()
  const rows = advisorsOfFile(filling) * filling.reportsEach
  return [
    {
      what: `${rows} rows, ${(bytes / 2 ** 20).toFixed(0)} MB: memory of the server while it is made`,
      target: 'at most 256 MB more',
      measured: megabytes(most - before),
      reference: `${megabytes(before)} (before)`,
      ratio: timesOf(most, before),
      met: most - before <= memoryAllowed,
    },
    {
      what: 'time',
      target: '–',
      measured: `${(took / 1000).toFixed(1)} s`,
      reference: '–',
      ratio: `${Math.round(rows / (took / 1000))} rows a second`,
      met: null,
    },
  ]
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MB`
}

async function timed(run: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}
