import { expect, onTestFinished, test } from 'vitest'
import { catalogueSchema, editionFileAddress } from '../../../src/domain/open-data/catalogue.ts'
import { daysOfYear } from '../../../src/domain/open-data/edition.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import { departmentOf } from '../../../src/domain/territory/departments.ts'
import { askCopy } from '../columnar-copy/asked-alone/ask-copy.ts'
import { RunningCopy } from '../../../src/server/columnar-copy/running-copy.ts'
import type { App } from '../../../src/server/http/app.ts'
import { withdrawEdition } from '../../../src/server/store/open-data-editions.ts'
import { silentLog } from '../databases.ts'
import { describeEachStore } from '../each-store.ts'
import { aClock, anApp } from '../test-app.ts'
import { plantCast } from '../test-cast.ts'
import { countsYears, plantMonths, plantYear } from './open-data-world.ts'

async function reads(app: App, name: string, edition = 1) {
  return app.inject({ url: editionFileAddress(edition, name) })
}

async function linesOf(app: App, name: string): Promise<string[][]> {
  const { body } = await reads(app, name)
  return body
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'))
}

function periodOf(text: string): Period {
  const [year = '', part] = text.split('-')
  const { from, to } = daysOfYear(Number(year))
  if (part === undefined) return { from, to }
  const first = part.startsWith('T') ? 3 * Number(part.slice(1)) - 2 : Number(part)
  const last = part.startsWith('T') ? first + 2 : first
  const lastDate = new Date(Date.UTC(Number(year), last, 0)).getUTCDate()
  const day = (month: number, date: number) =>
    `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  // Days of a period that was published.
  return { from: day(first, 1) as Period['from'], to: day(last, lastDate) as Period['to'] }
}

describeEachStore('editions of open data', (given) => {
  test('tell what the State’s figures count, of every row that is told', async () => {
    await plantYear(given())
    const app = await anApp(given())
    expect(await countsYears(app)).toEqual([2025])
    const [heads, ...totals] = await linesOf(app, 'totaux.csv')
    expect(heads).toEqual([
      'departement',
      'periode',
      'activites',
      'accompagnements',
      'minutes',
      'beneficiaires',
    ])
    expect(totals.length).toBe(3 * 12 - 2 * 2)
    const copy = new RunningCopy({ store: given(), folder: undefined, clock: app.clock, log: silentLog })
    onTestFinished(() => copy.stop())
    const fresh = (department: string, period: string) =>
      copy.answer((state) =>
        askCopy(state, {
          period: periodOf(period),
          values: [],
          isThere: (commune) => departmentOf(commune) === department,
        }),
      )
    for (const [department = '', period = '', ...figures] of totals) {
      if (figures.every((figure) => figure === '')) continue
      const { activities, accompaniments, minutes, beneficiaries } = (await fresh(department, period)).value
      expect(figures, `${department} ${period}`).toEqual(
        [activities, accompaniments, minutes.total, beneficiaries.total].map(String),
      )
    }
    const [, ...breakdowns] = await linesOf(app, 'repartitions.csv')
    // One department of the three is told by month alone: four values of twelve months.
    expect(breakdowns).toHaveLength(4 * 12)
    for (const [department = '', period = '', dimension, value, figure = ''] of breakdowns) {
      if (figure === '' || value === 'non_renseigne') continue
      const { weights } = (await fresh(department, period)).value
      const weight = weights.get(`${dimension}:${value}` as 'theme:email')
      expect(figure, `${department} ${period} ${value}`).toBe(String(weight?.accompaniments ?? 0))
    }
  })

  test('hide what is small, with what would tell of it', async () => {
    await plantYear(given())
    const app = await anApp(given())
    await countsYears(app)
    const totals = await linesOf(app, 'totaux.csv')
    // In September 3 persons came in the Aude: the quarter is told in its place, and a neighbour's beside it.
    const periodsOf = (department: string) =>
      totals.filter(([code]) => code === department).map(([, period]) => period)
    expect(periodsOf('11')).toContain('2025-T3')
    expect(periodsOf('11')).not.toContain('2025-09')
    expect([periodsOf('09'), periodsOf('31')].filter((periods) => periods.includes('2025-T3'))).toHaveLength(
      1,
    )
    const figures = totals.flatMap(([, , , accompaniments = '', , people = '']) => [accompaniments, people])
    expect(figures.filter((figure) => /^[1-4]$/.test(figure))).toEqual([])
    const breakdowns = await linesOf(app, 'repartitions.csv')
    expect(breakdowns.filter(([, , , , figure = '']) => /^[1-4]$/.test(figure))).toEqual([])
    // Of a department whose totals aren't all told by month, nothing is broken down.
    expect(breakdowns.filter(([code]) => code === '11')).toEqual([])
  })

  test('are made once: what is filed later changes none, nor makes another of the same year', async () => {
    await plantYear(given())
    const app = await anApp(given())
    await countsYears(app)
    const before = await reads(app, 'totaux.csv')
    await plantMonths(given(), [{ department: '09', month: '2025-03', number: 1 }])
    expect(await countsYears(app)).toEqual([])
    const after = await reads(app, 'totaux.csv')
    expect(after.body).toBe(before.body)
    const known = { 'if-none-match': String(before.headers.etag) }
    const again = await app.inject({ url: editionFileAddress(1, 'totaux.csv'), headers: known })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('wait until 45 days after the year, and are not made of a year without any activity', async () => {
    await plantCast(given())
    await plantMonths(given(), [{ department: '09', month: '2025-12', number: 9 }])
    const clock = aClock('2026-02-14T12:00:00.000Z')
    const app = await anApp(given(), { clock })
    expect(await countsYears(app)).toEqual([])
    clock.forward({ days: 1 })
    expect(await countsYears(app)).toEqual([2025])
    const { editions } = catalogueSchema.parse((await app.inject({ url: '/api/open-data' })).json())
    expect(editions.map(({ number, year, files }) => [number, year, files.length])).toEqual([[1, 2025, 4]])
  })

  test('that are taken out are read nowhere any more, and are not made again', async () => {
    await plantYear(given())
    const app = await anApp(given())
    await countsYears(app)
    const taken = { number: 1, because: 'Une erreur', at: '2026-11-24T08:00:00.000Z' }
    expect(await withdrawEdition(given().db, taken)).toBe(true)
    expect(await withdrawEdition(given().db, taken)).toBe(false)
    expect((await reads(app, 'totaux.csv')).statusCode).toBe(404)
    expect((await app.inject({ url: '/api/open-data' })).json()).toEqual({ editions: [] })
    expect(await countsYears(app)).toEqual([])
  })
})
