import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { permittedActivitySchema } from '../../../src/domain/access/permitted-activity.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { documentIdSchema, personIdSchema } from '../../../src/domain/ids.ts'
import { reportKinds } from '../../../src/domain/report/kinds.ts'
import { themeLabels } from '../../../src/domain/report/themes.ts'
import { zeroFigures } from '../../../src/domain/seal/figure-names.ts'
import { figuresSince, sumOfFigures } from '../../../src/domain/seal/month-figures.ts'
import { figuresOfMarks, sumOfLines, type MarkedLine } from '../../../src/domain/seal/month-of-lines.ts'
import { markOf, sumOfMarks } from '../../../src/domain/seal/report-mark.ts'
import { sealedFieldsOf, type SealedReport } from '../../../src/domain/seal/sealed-report.ts'
import { changesSince } from '../../../src/domain/seal/since-sealed.ts'

const text = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { nil: null })
const uuids = fc.uuid({ version: 7 })
const list = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 })
const day = fc
  .integer({ min: 1, max: 31 })
  .map((date) => calendarDaySchema.parse(`2026-10-${String(date).padStart(2, '0')}`))

const reports: fc.Arbitrary<SealedReport> = fc.record({
  id: uuids.map((id) => documentIdSchema.parse(id)),
  advisorId: fc
    .constantFrom(1, 2)
    .map((n) => personIdSchema.parse(`018ce800-0000-7000-8000-00000000000${n}`)),
  kind: fc.constantFrom(...reportKinds),
  title: text,
  participants: fc.option(fc.nat({ max: 200 }), { nil: null }),
  level: text,
  activity: text,
  eventType: text,
  otherType: text,
  organisers: list(['commune', 'etat', 'association']),
  scale: text,
  structureTags: list(['Seniors', 'Été']),
  date: day,
  minutes: fc.integer({ min: 0, max: 1439 }),
  placeKind: fc.constantFrom('domicile', 'autre', 'a_distance', 'lieu_activite'),
  placeId: fc.option(
    uuids.map((id) => documentIdSchema.parse(id)),
    { nil: null },
  ),
  commune: fc.option(fc.constantFrom('09261', '09122'), { nil: null }),
  themes: list(Object.keys(themeLabels)),
  administrativeThemes: list(['logement', 'justice']),
  procedureName: text,
  equipment: list(['ordinateur', 'telephone']),
  autonomy: text,
  oriented: fc.option(fc.boolean(), { nil: null }),
  orientation: text,
  unmetNeeds: list(['temps', 'autre']),
  sharedNote: text,
  filedOn: fc.option(day, { nil: null }),
})

const months = fc.uniqueArray(reports, { selector: ({ id }) => id, maxLength: 12 })

function linesOf(all: readonly SealedReport[]): MarkedLine[] {
  return [...new Set(all.map(({ advisorId }) => advisorId))].map((advisor) => ({
    advisor,
    marks: all.filter(({ advisorId }) => advisorId === advisor).map(markOf),
  }))
}

test('the sum of a month is the same whatever the order of its advisors, its reports, their fields and their lists', () => {
  fc.assert(
    fc.property(months, (all) => {
      const shuffled = all.toReversed().map((report) => {
        // The same fields, the last first, and each list the other way round.
        const entries = Object.entries(report)
          .reverse()
          .map(([field, value]) => [field, Array.isArray(value) ? value.toReversed() : value])
        return Object.fromEntries(entries) as SealedReport
      })
      expect(sumOfLines(linesOf(shuffled))).toBe(sumOfLines(linesOf(all)))
    }),
  )
})

test('whatever a structure may see of a report changes the sum, and what it may not is nowhere in it', () => {
  const changed: { [F in keyof Required<SealedReport>]?: (value: SealedReport[F]) => SealedReport[F] } = {
    kind: (kind) => `${kind}.`,
    participants: (value) => (value ?? 0) + 1,
    minutes: (value) => value + 1,
    oriented: (value) => !(value ?? false),
    placeId: () => documentIdSchema.parse('019ab000-0000-7000-8000-00000000ffff'),
    date: (value) => calendarDaySchema.parse(value === '2026-10-01' ? '2026-10-02' : '2026-10-01'),
    filedOn: (value) => calendarDaySchema.parse(value === '2026-10-01' ? '2026-10-02' : '2026-10-01'),
    id: () => documentIdSchema.parse('019ab000-0000-7000-8000-00000000eeee'),
  }
  const named = new Set(['advisorId', 'advisorName', 'placeName', 'communeName'])
  const fields = [...Object.keys(permittedActivitySchema.shape), 'placeId'].filter(
    (field) => !named.has(field),
  )
  fc.assert(
    fc.property(reports, fc.constantFrom(...fields), (report, field) => {
      const key = field as keyof SealedReport
      const value = report[key]
      const change = changed[key] as ((before: unknown) => unknown) | undefined
      const other = change
        ? change(value)
        : Array.isArray(value)
          ? [...value, 'de plus']
          : `${String(value ?? '')}.`
      expect(markOf({ ...report, [key]: other }).sum).not.toBe(markOf(report).sum)
      const withMore = { ...report, notes: 'privée', tags: ['à rappeler'], beneficiary: { kind: 'anonyme' } }
      expect(markOf(withMore)).toEqual(markOf(report))
      expect(Object.keys(sealedFieldsOf(withMore))).not.toEqual(expect.arrayContaining(['notes']))
    }),
  )
})

test('what is counted of a month is what its reports count for', () => {
  fc.assert(
    fc.property(months, (all) => {
      const lines = linesOf(all)
      const totals = sumOfFigures(lines.map(({ marks }) => figuresOfMarks(marks)))
      expect(totals.activities).toBe(all.length)
      expect(totals.minutes).toBe(all.reduce((sum, { minutes }) => sum + minutes, 0))
    }),
  )
})

test('what became of reports since is told one by one, and adds up to the difference of every figure', () => {
  fc.assert(
    fc.property(months, months, fc.array(fc.nat({ max: 11 })), (before, more, altered) => {
      const kept = before.flatMap((report, index) => {
        if (index % 5 === 4) return []
        return altered.includes(index) ? [{ ...report, minutes: report.minutes + 5 }] : [report]
      })
      const now = [...kept, ...more.filter(({ id }) => before.every((one) => one.id !== id))]
      const [sealed, today] = [linesOf(before), linesOf(now)]
      const changes = changesSince(sealed, today)
      const figuresOf = (lines: readonly MarkedLine[]) =>
        sumOfFigures(lines.map(({ marks }) => figuresOfMarks(marks)))
      expect(sumOfFigures(changes.map(({ figures }) => figures))).toEqual(
        figuresSince(figuresOf(sealed), figuresOf(today)),
      )
      expect(changes.length === 0).toBe(sumOfLines(sealed) === sumOfLines(today))
    }),
  )
})

test('nothing is told of reports that are as they were', () => {
  fc.assert(
    fc.property(months, (all) => {
      expect(changesSince(linesOf(all), linesOf(all.toReversed()))).toEqual([])
    }),
  )
})

test('words alone change a report and no figure', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const [change] = changesSince(
        linesOf([report]),
        linesOf([{ ...report, title: 'Autre titre' + report.title }]),
      )
      expect(change).toMatchObject({ what: 'changed', figures: zeroFigures() })
    }),
  )
})

test('a mark can’t be altered without the sum of its line showing it', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const mark = markOf(report)
      const altered = {
        ...mark,
        figures: { ...mark.figures, accompaniments: mark.figures.accompaniments + 1 },
      }
      expect(sumOfMarks([altered])).not.toBe(sumOfMarks([mark]))
    }),
  )
})
