import { sql } from 'kysely'
import { median, milliseconds, percentile, timesOf, type Figure } from '../figures.ts'
import { largestDepartment } from './filled-nation.ts'
import { forTheState, headersOf, receive, responsables, timed, type Nation } from './nation.ts'

const rounds = Number(process.env['POSTS_ROUNDS'] ?? 20)
const askedStructures = 100

/** What the State and a structure wait for, over HTTP, beside one statement that reads the same rows. */
export async function boardFigures(nation: Nation): Promise<Figure[]> {
  return [
    await homeOfStructures(nation, 'home of a structure'),
    await figuresOfStructures(nation),
    await board(nation, { what: 'the State’s board of the nation', department: null, most: 300 }),
    await board(nation, {
      what: 'the State’s board of the largest department',
      department: largestDepartment,
      most: 100,
    }),
    await board(nation, {
      what: 'that of the nation, each time after something was said of a post',
      department: null,
      most: 300,
      before: () => saySomething(nation),
    }),
  ]
}

export async function homeOfStructures(nation: Nation, what: string): Promise<Figure> {
  const { origin, store } = nation
  const all = await responsables(nation)
  const [own, bare]: [number[], number[]] = [[], []]
  for (const { person, structure } of all.slice(0, askedStructures)) {
    const headers = await headersOf(nation, person)
    const ask = () => receive(`${origin}/api/structures/${structure}/commitments`, headers)
    const read = () =>
      sql`select f.post_id, f.said, d.id, d.body
        from post_fact f join assignment a on a.structure_id = f.structure_id
        left join doc d on d.scope_id = a.scope_id and d.collection = 'report' and d.day >= '2026-08-24'
        where f.structure_id = ${structure} and f.kind = 'notified'`.execute(store.db)
    own.push((await timed(ask))[1])
    bare.push((await timed(read))[1])
  }
  // The first ones warm up.
  return figureOf(what, 150, own.slice(10), bare.slice(10))
}

/** Each of a structure that nobody has read the figures of since the server's start. */
async function figuresOfStructures(nation: Nation): Promise<Figure> {
  const { origin, store } = nation
  const all = await responsables(nation)
  const [own, bare]: [number[], number[]] = [[], []]
  for (const { person, structure } of all.slice(0, askedStructures)) {
    const headers = await headersOf(nation, person)
    const days = 'du=2025-12-01&au=2026-11-30&avant-du=2024-12-01&avant-au=2025-11-30&pas=mois'
    const ask = () => receive(`${origin}/api/structures/${structure}/figures?${days}`, headers)
    const read = () =>
      sql`select d.id, d.body from assignment a join doc d on d.scope_id = a.scope_id and d.collection = 'report'
        where a.structure_id = ${structure}`.execute(store.db)
    own.push((await timed(ask))[1])
    bare.push((await timed(read))[1])
  }
  // The first ones warm up.
  return figureOf('figures of a structure, over a year', 50, own.slice(10), bare.slice(10))
}

interface AskedBoard {
  readonly what: string
  readonly department: string | null
  readonly most: number
  readonly before?: () => Promise<unknown>
}

/** As far as a board is concerned: whoever says something takes the next number of its post. */
function saySomething({ store }: Nation): Promise<unknown> {
  return sql`update post set fact_changes = fact_changes + 1
    where post_id = (select post from bench_scope order by random() limit 1)`.execute(store.db)
}

async function board(
  nation: Nation,
  { what, department, most, before = async () => undefined }: AskedBoard,
): Promise<Figure> {
  const { origin, store } = nation
  const headers = await headersOf(nation, await forTheState(nation, department))
  const query = department === null ? '' : `?departement=${department}`
  const [own, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    await before()
    const [, took] = await timed(() => receive(`${origin}/api/state/posts${query}`, headers))
    const [, tookBare] = await timed(() =>
      sql`select f.*, p.reference, p.department from post p join post_fact f on f.post_id = p.post_id
        where ${department}::text is null or p.department = ${department}::text`.execute(store.db),
    )
    // The first round warms up.
    if (round === 0) continue
    own.push(took)
    bare.push(tookBare)
  }
  return figureOf(what, most, own, bare)
}

/** How long something took at most in nineteen cases of twenty, beside one statement that reads the same rows. */
export function figureOf(
  what: string,
  most: number,
  own: readonly number[],
  bare: readonly number[],
): Figure {
  const p95 = percentile(own, 0.95)
  return {
    what: `${what}, median ${milliseconds(median(own))}`,
    target: `p95 at most ${most} ms`,
    measured: milliseconds(p95),
    reference: `${milliseconds(percentile(bare, 0.95))} (the same rows, one statement)`,
    ratio: timesOf(p95, percentile(bare, 0.95)),
    met: p95 <= most,
  }
}
