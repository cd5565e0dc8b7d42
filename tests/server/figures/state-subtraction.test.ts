import { expect, test, vi } from 'vitest'
import { stateFiguresSchema, type StateFigures } from '../../../src/domain/access/state-figures.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { daysOfMonths } from '../../../src/domain/statistics/month-number.ts'
import { isSmall } from '../../../src/domain/statistics/small-counts.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { loadDemonstration } from '../../../src/server/demonstration/load-demonstration.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { lastLine } from '../last-line.ts'
import { anApp, signedIn } from '../test-app.ts'
import { plantDocument } from '../test-cast.ts'

/* As somebody would who subtracts everything that the State is shown from everything else that it is shown. */

// Hundreds of questions.
vi.setConfig({ testTimeout: 120_000 })

const today = calendarDaySchema.parse('2026-11-23')
const months = 4
const first = 2026 * 12 + 7

/** Whole months of a third of a year, the running one among them. */
const spans = Array.from({ length: months }, (_, from) =>
  Array.from({ length: months - from }, (_each, more) => ({
    from: first + from,
    to: first + from + more + 1,
  })),
).flat()
const endOfTime = calendarDaySchema.parse('2099-01-01')

const filters = ['', 'theme:parentalite', 'type:collectif', 'lieu:domicile']

/** Departments where little is done, so that there is something to hide: how many reports in each month. */
const fewIn = { '11069': [7, 2, 6, 3], '31555': [1, 12, 4, 9], '81004': [0, 3, 0, 8] }

async function plantFew(store: Store): Promise<void> {
  for (const [commune, counts] of Object.entries(fewIn))
    for (const [month, count] of counts.entries())
      for (let one = 0; one < count; one += 1)
        await plantDocument(store, 'awa', {
          id: aDocumentId(),
          body: aReport({
            date: `2026-${String(8 + month).padStart(2, '0')}-10`,
            place: { kind: 'domicile', commune },
            themes: [one % 3 === 0 ? 'parentalite' : 'email'],
          }),
        })
}

/** Accompaniments that are shown: in all, by value, by department and by month. */
function cellsOf({ totals, weights, departments, bars }: StateFigures): Map<string, number> {
  const cells: [string, number | null][] = [
    ['total', totals.accompaniments],
    ...Object.entries(weights).map(([value, [, persons]]) => [value, persons] as [string, number]),
    ...Object.entries(departments ?? {}).map(
      ([code, { accompaniments }]) => [`in ${code}`, accompaniments] as [string, number | null],
    ),
    ...bars.map(({ from, accompaniments }) => [`bar ${from}`, accompaniments] as [string, number | null]),
  ]
  return new Map(cells.filter((cell): cell is [string, number] => cell[1] !== null))
}

describeEachStore('whoever subtracts what the State is shown', (given) => {
  test('finds no count of one to four, by periods, territories, filters or values, in the demonstration', async () => {
    const now = new Date('2026-11-23T10:00:00.000Z')
    await beside(() => loadDemonstration(given(), { today, now }))
    await plantFew(given())
    const app = await anApp(given())
    const headers = await signedIn(app, cast.farid.id)
    const read = async (territory: string, filter: string, span: (typeof spans)[number]) => {
      const { from, to } = daysOfMonths(span, endOfTime)
      const query = new URLSearchParams({ du: from, au: to })
      if (territory !== '') query.set('departement', territory)
      if (filter !== '') query.set('filtre', filter)
      const answer = await app.inject({ url: `/api/state/figures?${query.toString()}`, headers })
      expect(answer.statusCode, answer.body).toBe(200)
      return cellsOf(stateFiguresSchema.parse(lastLine(answer.body)))
    }
    const territories = ['', '09', '11', '31', '81']
    const shown = new Map<string, Map<string, number>>()
    const keyOf = (territory: string, filter: string, { from, to }: (typeof spans)[number]) =>
      `${territory} ${filter} ${from} ${to}`
    for (const territory of territories)
      for (const filter of filters)
        for (const span of spans)
          shown.set(keyOf(territory, filter, span), await read(territory, filter, span))
    const cells = (territory: string, filter: string, span: (typeof spans)[number]) =>
      shown.get(keyOf(territory, filter, span)) ?? new Map<string, number>()
    let subtracted = 0
    const holds = (what: string, whole: number | undefined, part: number | undefined) => {
      if (whole === undefined || part === undefined) return
      expect(isSmall(whole - part), `${what}: ${whole} - ${part}`).toBe(false)
      if (whole > part) subtracted += 1
    }
    for (const territory of territories)
      for (const filter of filters)
        for (const span of spans) {
          const whole = cells(territory, filter, span)
          for (const [cell, count] of whole) holds(`${territory} ${filter} ${cell}`, count, 0)
          for (const value of whole.keys())
            if (value.includes(':')) holds(`total less ${value}`, whole.get('total'), whole.get(value))
          for (const inner of spans.filter(({ from, to }) => from >= span.from && to <= span.to))
            for (const [cell, count] of cells(territory, filter, inner))
              if (!cell.startsWith('bar')) holds(`${territory} ${filter} ${cell}`, whole.get(cell), count)
          for (const [cell, count] of whole) {
            if (territory !== '')
              holds(`nation less ${territory} ${cell}`, cells('', filter, span).get(cell), count)
            holds(`${territory} ${cell} less ${filter}`, cells(territory, '', span).get(cell), count)
          }
        }
    expect(subtracted).toBeGreaterThan(1000)
    expect(cells('', '', { from: first, to: first + 1 }).has('in 81')).toBe(true)
    expect(cells('', '', { from: first + 1, to: first + 2 }).has('in 81')).toBe(false)
  })
})
