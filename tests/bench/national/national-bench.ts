import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { epochSchema } from '../../../src/domain/ids.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { eachMonth, monthsOf } from '../../../src/domain/statistics/month-number.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import type { DepartmentCode } from '../../../src/domain/territory/departments.ts'
import { askPeopleVariants } from '../../../src/server/columnar-copy/ask-people-variants.ts'
import { slicesOf } from '../../../src/server/columnar-copy/month-slices.ts'
import { anonymousBetween, countStateMonths } from '../../../src/server/figures/count-state-months.ts'
import { stateFiguresOf, stateTraits } from '../../../src/server/figures/read-state-figures.ts'
import { openCopy, type ColumnarCopy } from '../../../src/server/columnar-copy/columnar-copy.ts'
import { copiedFacets, type CopiedValue } from '../../../src/server/columnar-copy/copied-activity.ts'
import { durableCluster, newDatabase } from '../../drills/drill-cluster.ts'
import { asked, type CopyQuestion } from '../../server/columnar-copy/asked-alone/asked-rows.ts'
import { Random } from '../../simulation/random.ts'
import { milliseconds, percentile, printFigures, timesOf, type Figure } from '../figures.ts'
import { fillSynthetic } from './synthetic-copy.ts'

/* Figures of the nation from the columnar copy: ten million invented reports of twenty thousand advisors. */

const activities = 10_000_000
const advisors = 20_000
const questions = 40

/** `BENCH_NATIONAL=embedded` measures the small copy alone: the large one takes a minute to fill. */
export async function benchNational(): Promise<void> {
  if (process.env['BENCH_NATIONAL'] !== 'embedded') await benchLarge()
  await benchEmbedded()
}

async function benchLarge(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-national-'))
  // PostgreSQL reads from it, under another account.
  await chmod(folder, 0o755)
  const copy = await openCopy(folder, epochSchema.parse('019ab000-0000-7000-8000-0000000000ee'))
  try {
    const filling = performance.now()
    await fillSynthetic(copy, { activities, advisors })
    console.log(`\n${activities} reports invented in ${((performance.now() - filling) / 1000).toFixed(0)} s`)
    const reference = await postgresqlTimes(copy, folder)
    const reading = performance.now()
    await slicesOf(copy, allMonths, today)
    console.log(`months read into memory in ${((performance.now() - reading) / 1000).toFixed(0)} s`)
    printFigures(
      `Figures over ${activities} reports of ${advisors} advisors, three years`,
      await figures(copy, reference),
    )
  } finally {
    copy.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** As many reports as an embedded database is for: the page of the nation, everything that it shows. */
async function benchEmbedded(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-embedded-'))
  const copy = await openCopy(folder, epochSchema.parse('019ab000-0000-7000-8000-0000000000ee'))
  try {
    await fillSynthetic(copy, { activities: 200_000, advisors: 400 })
    const nation = await pageTimes(copy, undefined)
    const department = await pageTimes(copy, '31')
    printFigures('Figures over 200000 reports, as beside an embedded database', [
      line('the page of the nation, any filters, p95', 300, nation.whole),
      line('what it shows first, p95', 300, nation.early),
      line('the page of a department, any filters, p95', 300, department.whole),
    ])
  } finally {
    copy.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds until activities are told, and until people are too. */
async function pageTimes(copy: ColumnarCopy, department: DepartmentCode | undefined) {
  const early: number[] = []
  const whole = await timesAsked(nationalQuestions(), async ({ period, values }) => {
    const began = performance.now()
    let isTold = false
    const tell = () => {
      isTold = true
      early.push(performance.now() - began)
    }
    await stateFiguresOf(copy, { months: monthsOf(period), today, department, values }, tell)
    if (!isTold) tell()
  })
  return { whole, early: early.slice(1) }
}

const today = calendarDaySchema.parse('2026-09-15')
const year: Period = { from: '2025-09-01', to: '2026-08-31' } as Period
const periods = [
  year,
  { from: '2026-06-01', to: '2026-06-30' },
  { from: '2026-04-01', to: '2026-06-30' },
  { from: '2024-09-01', to: '2025-08-31' },
] as Period[]
const filters: readonly CopiedValue[] = [
  'theme:email',
  'theme:sante',
  'type:0',
  'duree:1',
  'autonomie:0',
  'materiel:a1',
  'sexe:0',
  'demarche:b3',
]

const allMonths = eachMonth({ from: 2023 * 12 + 8, to: 2026 * 12 + 9 })

/** National views as people ask for them: any period, none to three filters, no two the same. */
function nationalQuestions(): CopyQuestion[] {
  const random = new Random(3)
  const all = new Map<string, CopyQuestion>()
  while (all.size < questions) {
    const drawn = Array.from(
      { length: random.below(4) },
      () => filters[random.below(filters.length)] ?? 'type:0',
    )
    const values = [...new Set(drawn)].sort()
    const period = periods[random.below(periods.length)] ?? year
    all.set(`${values.length === 0 ? period.from : ''} ${values.join(' ')}`, { period, values })
  }
  return [...all.values()]
}

async function figures(copy: ColumnarCopy, reference: readonly number[]): Promise<Figure[]> {
  // What a person waits for: all months of what is asked are held against each other (decision 012).
  const page = await pageTimes(copy, undefined)
  const offered = await peopleTimes(
    copy,
    periods.map((period) => ({ period, values: [] })),
  )
  const filtered = await peopleTimes(
    copy,
    nationalQuestions().filter(({ values }) => values.length > 0),
  )
  const usual = percentile(reference, 0.95)
  return [
    line(
      'totals and every breakdown of the nation, any filters, none asked before, p95, beside PostgreSQL for the period alone',
      300,
      page.early,
      usual,
    ),
    line('distinct people of a period that is offered, p95', 300, offered),
    line('distinct people of any months, by any filters and those with fewer values, p95', 1000, filtered),
    line('the whole page, p95', 1000, page.whole),
  ]
}

/** Of people alone: what activities say of the anonymous ones is known by then. */
async function peopleTimes(copy: ColumnarCopy, questions: readonly CopyQuestion[]): Promise<number[]> {
  const times: number[] = []
  for (const { period, values } of questions) {
    const question = { months: monthsOf(period), today, department: undefined }
    const counted = await countStateMonths(copy, { ...question, values })
    const anonymous = anonymousBetween(counted, question.months)
    const began = performance.now()
    await askPeopleVariants(copy, { ...question, variants: counted.variants, anonymous, traits: stateTraits })
    times.push(performance.now() - began)
  }
  return times
}

function line(what: string, most: number, times: readonly number[], beside?: number): Figure {
  const p95 = percentile(times, 0.95)
  return {
    what,
    target: `at most ${milliseconds(most)}`,
    measured: milliseconds(p95),
    reference: beside === undefined ? '–' : milliseconds(beside),
    ratio: beside === undefined ? '–' : timesOf(p95, beside),
    met: p95 <= most,
  }
}

function whole(period: Period): CopyQuestion {
  return { period, values: [] }
}

/** Milliseconds of each question, after one that warms the disk's cache. */
async function timesAsked(
  all: readonly CopyQuestion[],
  ask: (question: CopyQuestion) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = []
  for (const question of [whole(year), ...all]) {
    const began = performance.now()
    await ask(question)
    times.push(performance.now() - began)
  }
  return times.slice(1)
}

/** The same breakdowns over a compact table of a PostgreSQL that may use both cores; a few of the questions. */
async function postgresqlTimes(copy: ColumnarCopy, folder: string): Promise<number[]> {
  const cluster = await durableCluster()
  if (!cluster) return [Number.NaN]
  const file = join(folder, 'activity.csv')
  const columns = copiedFacets.map((facet) => `"${facet}"`).join(', ')
  await copy.writer.run(
    `copy (select n, scope, day, of_people, minutes, delay, accompaniments, ${columns} from activity) to '${file}' (header true)`,
  )
  const client = new Client({ connectionString: await newDatabase(cluster) })
  await client.connect()
  try {
    await client.query(`create table activity (n bigint, scope int, day date, of_people boolean, minutes int, delay int,
      accompaniments int, ${copiedFacets.map((facet) => `"${facet}" int`).join(', ')})`)
    await client.query(`copy activity from '${file}' csv header`)
    await client.query('create index on activity (day)')
    await client.query('vacuum analyze activity')
    await client.query("set work_mem = '256MB'")
    const times: number[] = []
    for (const question of nationalQuestions().slice(0, 6)) {
      const where = asked(copy, question, 'a')
      const began = performance.now()
      await client.query(`select count(*), sum(accompaniments), sum(minutes), grouping(${columns}), ${columns} from activity a
        where ${where} group by grouping sets (${copiedFacets.map((facet) => `("${facet}")`).join(', ')})`)
      times.push(performance.now() - began)
    }
    return times
  } finally {
    await client.end()
    await cluster.stop()
  }
}
