import { describe, expect, test } from 'vitest'
import { addDays, calendarDaySchema, daysBetween, frenchDayOf } from '../../../src/domain/calendar-day.ts'
import { placeSchema } from '../../../src/domain/place/place.ts'
import { findSensitive } from '../../../src/domain/report/sensitive-text.ts'
import { reportSchema } from '../../../src/domain/report/report.ts'
import { demonstrationAssignments } from '../../../src/server/demonstration/demonstration-assignments.ts'
import { isFrenchHoliday, mondayOf, weekdayOf } from '../../../src/domain/french-calendar.ts'
import { generateReports, type GeneratedReport } from '../../../src/server/demonstration/generate-reports.ts'

const today = calendarDaySchema.parse('2026-11-23')
const now = new Date('2026-11-23T15:00:00Z')
const advisors = demonstrationAssignments(today).filter(({ role }) => role === 'advisor')
const generated = advisors.map((assignment) => ({
  assignment,
  reports: generateReports(assignment, { today, now }),
}))
const everyReport = generated.flatMap(({ reports }) => reports)

describe.each(generated)('two years of $assignment.key', ({ assignment, reports }) => {
  test('no week has more than 30 accompaniments, and the weeks worked have 10 to 25 on average', () => {
    const weeks = [...countsBy(reports, ({ report }) => mondayOf(report.date)).values()]
    expect(Math.max(...weeks)).toBeLessThanOrEqual(30)
    expect(reports.length / weeks.length).toBeGreaterThanOrEqual(10)
    expect(reports.length / weeks.length).toBeLessThanOrEqual(25)
  })

  test('about 44 weeks a year are worked', () => {
    const lastYear = reports.filter(({ report }) => report.date > addDays(today, -364))
    const worked = countsBy(lastYear, ({ report }) => mondayOf(report.date)).size
    expect(worked).toBeGreaterThanOrEqual(42)
    expect(worked).toBeLessThanOrEqual(46)
  })

  test('every day falls inside a contract', () => {
    const outside = reports.filter(
      ({ report }) =>
        !assignment.contracts.some(
          ({ starts, ends }) => starts <= report.date && (ends === null || report.date <= ends),
        ),
    )
    expect(outside).toEqual([])
  })

  test('August has fewer accompaniments than October', () => {
    const months = countsBy(reports, ({ report }) => report.date.slice(5, 7))
    expect(months.get('08') ?? 0).toBeLessThan(months.get('10') ?? 0)
  })

  test('places of activity are this advisor’s own, and most reports are in one', () => {
    const named = reports.flatMap(({ report }) =>
      report.place.kind === 'lieu_activite' ? [report.place.lieuId] : [],
    )
    expect(new Set(named)).toEqual(new Set(assignment.places.map(({ id }) => id)))
    expect(named.length / reports.length).toBeGreaterThan(0.75)
  })

  test('each half-day leaves its advisor the time for it', () => {
    const minutes = new Map<string, number>()
    for (const { report } of reports) {
      minutes.set(report.date, (minutes.get(report.date) ?? 0) + report.minutes)
    }
    expect(Math.max(...minutes.values())).toBeLessThanOrEqual(2 * 240)
  })
})

test('every report and every place is valid by the schemas of the domain', () => {
  const refused = everyReport.filter(({ report }) => !reportSchema.safeParse(report).success)
  const places = generated.flatMap(({ assignment }) => assignment.places)
  expect(refused).toEqual([])
  expect(places.filter((place) => !placeSchema.safeParse(place).success)).toEqual([])
})

test('there are some 4,000 to 5,000 reports, each with an id of its own', () => {
  expect(everyReport.length).toBeGreaterThan(4000)
  expect(everyReport.length).toBeLessThan(5500)
  expect(new Set(everyReport.map(({ id }) => id)).size).toBe(everyReport.length)
})

test('the same advisor, day and moment give the same reports', () => {
  const again = advisors.flatMap((assignment) => generateReports(assignment, { today, now }))
  expect(again).toEqual(everyReport)
})

test('a later moment adds reports and changes none', () => {
  const [assignment] = demonstrationAssignments(today)
  if (!assignment) throw new Error('no assignment')
  const later = generateReports(assignment, {
    today: addDays(today, 5),
    now: new Date('2026-11-28T15:00:00Z'),
  })
  const before = generated[0]?.reports ?? []
  expect(later.slice(0, before.length)).toEqual(before)
  expect(later.length).toBeGreaterThan(before.length)
})

test('nothing is in the future, filed before its activity, or dated on a Sunday or a public holiday', () => {
  const wrong = everyReport.filter(
    ({ report, filedAt }) =>
      report.date > today ||
      filedAt > now ||
      report.filedOn < report.date ||
      weekdayOf(report.date) === 6 ||
      isFrenchHoliday(report.date),
  )
  expect(wrong).toEqual([])
})

test('the day of filing is the day in France at the moment of filing', () => {
  const wrong = everyReport.filter(({ report, filedAt }) => frenchDayOf(filedAt) !== report.filedOn)
  expect(wrong).toEqual([])
})

test('reports are mostly filed the same day, seldom after ten days, hardly ever after thirty', () => {
  const share = (least: number) =>
    everyReport.filter(({ report }) => daysBetween(report.date, report.filedOn) >= least).length /
    everyReport.length
  expect(share(1)).toBeLessThan(0.25)
  expect(share(11)).toBeLessThan(0.02)
  expect(share(31)).toBeLessThan(0.005)
})

test('procedures and getting started with devices come first among the themes', () => {
  const counts = new Map<string, number>()
  for (const theme of everyReport.flatMap(({ report }) => report.themes)) {
    counts.set(theme, (counts.get(theme) ?? 0) + 1)
  }
  const order = [...counts].sort(([, a], [, b]) => b - a).map(([theme]) => theme)
  expect(order.slice(0, 2)).toEqual(['aide_aux_demarches_administratives', 'prendre_en_main_du_materiel'])
})

test('some notes are there, most of them private, none that looks like what must not be written', () => {
  const notes = everyReport.flatMap(({ report }) => (report.notes === undefined ? [] : [report]))
  const shared = notes.filter(({ notesShared }) => notesShared)
  expect(notes.length).toBeGreaterThan(everyReport.length / 10)
  expect(shared.length).toBeGreaterThan(0)
  expect(shared.length).toBeLessThan(notes.length / 2)
  expect(notes.filter(({ notes: text }) => findSensitive(text ?? '').length > 0)).toEqual([])
})

function countsBy(reports: readonly GeneratedReport[], key: (report: GeneratedReport) => string) {
  const counts = new Map<string, number>()
  for (const report of reports) counts.set(key(report), (counts.get(key(report)) ?? 0) + 1)
  return counts
}
