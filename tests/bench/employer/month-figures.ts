import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { monthAnomaliesSchema } from '../../../src/domain/access/month-anomalies.ts'
import { monthToVouchSchema } from '../../../src/domain/access/structure-months.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { median, milliseconds, timesOf, type Figure } from '../figures.ts'
import { readMonthOnce, vouchingStructure } from './filled-structures.ts'

const rounds = 5
const month = '2026-10'

/** What deserves a look in a month of some five thousand reports, and sealing it, beside reading them once. */
export async function monthFigures(
  { db }: Store,
  origin: string,
  headers: Readonly<Record<string, string>>,
): Promise<Figure[]> {
  const months = `${origin}/api/structures/${vouchingStructure}/months`
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const mutation = { 'x-espace-coop': '1', 'content-type': 'application/json' }
    const answer = await fetch(`${months}/${path}`, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { ...headers, ...(body !== undefined && mutation) },
    })
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const [looking, sealing, bare]: [number[], number[], number[]] = [[], [], []]
  let [reports, findings] = [0, 0]
  for (let round = 0; round <= rounds; round += 1) {
    // A month that didn't change since isn't vouched for twice.
    await sql`truncate seal, seal_line`.execute(db)
    const [found, tookLooking] = await timed(() => ask(`${month}/anomalies`))
    findings = monthAnomaliesSchema.parse(found).anomalies.length
    const { seen } = monthToVouchSchema.parse(await ask(month))
    const [, tookSealing] = await timed(() =>
      ask(`${month}/seals`, { id: randomUUID(), seen, reservations: [] }),
    )
    const [read, tookBare] = await timed(() =>
      readMonthOnce(db, vouchingStructure, `${month}-01`, `${month}-31`),
    )
    reports = read
    // The first round warms up.
    if (round === 0) continue
    looking.push(tookLooking)
    sealing.push(tookSealing)
    bare.push(tookBare)
  }
  const line = (what: string, own: readonly number[], most: number): Figure => ({
    what: `${what}, ${reports} reports`,
    target: `at most ${most} ms`,
    measured: milliseconds(median(own)),
    reference: `${milliseconds(median(bare))} (the month’s bodies, one statement)`,
    ratio: timesOf(median(own), median(bare)),
    met: median(own) <= most,
  })
  return [
    line(`what deserves a look (${findings} findings)`, looking, 500),
    line('sealing it', sealing, 1000),
  ]
}

async function timed<T>(run: () => PromiseLike<T>): Promise<[T, number]> {
  const start = performance.now()
  const value = await run()
  return [value, performance.now() - start]
}
