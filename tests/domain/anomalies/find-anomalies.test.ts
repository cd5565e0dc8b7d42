import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Anomaly } from '../../../src/domain/anomalies/find-anomalies.ts'
import { findAnomalies } from '../../../src/domain/anomalies/find-anomalies.ts'
import { settlementsThatCount, type Settlement } from '../../../src/domain/anomalies/settlement.ts'
import { ruleVersions, versionOn } from '../../../src/domain/anomalies/thresholds.ts'
import { anomalyKinds } from '../../../src/domain/anomalies/anomaly-kinds.ts'
import type { CalendarDay } from '../../../src/domain/calendar-day.ts'
import type { CalendarMonth } from '../../../src/domain/calendar-month.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aPersonId, aScopeId, aUuid } from '../../builders/an-id.ts'
import { anAdvisorMonth, type IdentifiedBody } from '../../builders/an-advisor-month.ts'
import { randomReport } from '../../builders/random-reports.ts'

const neighbours = {
  people: Array.from({ length: 3 }, aDocumentId),
  places: Array.from({ length: 2 }, aDocumentId),
}
const scope = aScopeId()
const secret = 'Une note que personne d’autre ne lit, jamais'

/** Reports of a few people and places, some of them twice, with private notes. */
const someReports = fc
  .array(fc.tuple(randomReport(neighbours), fc.integer({ min: 1, max: 6 }), fc.boolean()), { maxLength: 40 })
  .map((drawn) =>
    drawn.flatMap(([body, times, isNoted]) =>
      Array.from(
        { length: times },
        () => [aDocumentId(), isNoted ? { ...body, notes: secret } : body] as const,
      ),
    ),
  )

type Reports = readonly IdentifiedBody[]
const month = '2026-10' as CalendarMonth
const anomaliesIn = (reports: Reports, own = scope): Anomaly[] =>
  findAnomalies(anAdvisorMonth(reports, { scope: own, month }))

test('the order in which reports come changes nothing', () => {
  fc.assert(
    fc.property(
      someReports,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (reports, random) => {
        const other = reports
          .map((report) => [report, random.next().value] as const)
          .sort(([, a], [, b]) => a - b)
          .map(([report]) => report)
        expect(anomaliesIn(other)).toEqual(anomaliesIn(reports))
      },
    ),
  )
})

test('what is found at all is found in these reports, with keys that tell findings apart', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(someReports, (reports) => {
      const anomalies = anomaliesIn(reports)
      for (const { kind } of anomalies) seen.add(kind)
      expect(new Set(anomalies.map(({ key }) => key)).size).toBe(anomalies.length)
      const ids = new Set(reports.map(([id]) => id))
      expect(anomalies.flatMap(({ evidence }) => evidence).filter((id) => !ids.has(id))).toEqual([])
    }),
    { numRuns: 300 },
  )
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(['filed-late', 'filed-twice', 'long-day', 'silence']),
  )
})

test('a settled finding doesn’t come back as long as the facts are the same', () => {
  fc.assert(
    fc.property(someReports, (reports) => {
      const settled = new Set(anomaliesIn(reports).map(({ key }) => key))
      const again = anomaliesIn(reports.map(([id, body]) => [id, structuredClone(body)]))
      expect(again.filter(({ key }) => !settled.has(key))).toEqual([])
    }),
  )
})

test('it comes back when what was judged changes', () => {
  const day = (minutes: number) => anomaliesIn([[id, aReport({ date: '2026-10-06', minutes })]])
  const id = aDocumentId()
  const keyOf = (anomalies: Anomaly[]) => anomalies.find(({ kind }) => kind === 'long-day')?.key
  expect(keyOf(day(700))).toBe(keyOf(day(700)))
  expect(keyOf(day(710))).not.toBe(keyOf(day(700)))
  expect(keyOf(day(60))).toBeUndefined()
})

test('the same reports of another advisor have keys of their own', () => {
  fc.assert(
    fc.property(someReports, (reports) => {
      const keys = new Set(anomaliesIn(reports).map(({ key }) => key))
      expect(anomaliesIn(reports, aScopeId()).filter(({ key }) => keys.has(key))).toEqual([])
    }),
  )
})

test('no private text is in a finding, nor does its key depend on one', () => {
  fc.assert(
    fc.property(someReports, (reports) => {
      const anomalies = anomaliesIn(reports)
      expect(JSON.stringify(anomalies)).not.toContain('note que personne')
      const others = reports.map(
        ([id, body]) =>
          [
            id,
            body['notes'] === undefined ? body : { ...body, notes: 'Tout autre chose, mais pareil partout' },
          ] as const,
      )
      expect(anomaliesIn(others)).toEqual(anomalies)
    }),
  )
})

test('every rule has held since the scheme began, by versions that follow one another', () => {
  for (const kind of anomalyKinds) {
    const versions = ruleVersions[kind]
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1))
    const days = versions.map(({ from }) => from)
    expect(days).toEqual([...new Set(days)].sort())
    expect(versionOn(versions, '2021-01-01' as CalendarDay)?.version).toBe(1)
  }
})

test('a new version judges the months that begin after it, and no month before', () => {
  const versions = [
    { version: 1, from: '2021-01-01' as CalendarDay, thresholds: { days: 30 } },
    { version: 2, from: '2026-11-15' as CalendarDay, thresholds: { days: 15 } },
  ]
  const on = (day: string) => versionOn<'filed-late'>(versions, day as CalendarDay)?.version
  expect([on('2020-12-01'), on('2026-11-01'), on('2026-12-01')]).toEqual([undefined, 1, 2])
})

test('of two sentences on one finding the first counts, and the second once the first is withdrawn', () => {
  const settlement = (fields: Partial<Settlement>): Settlement => ({
    id: aUuid(),
    key: 'k',
    sentence: 'Vérifié.',
    by: aPersonId(),
    byName: 'Chantal Rouch',
    at: '2026-12-01T09:00:00.000Z',
    withdrawn: null,
    ...fields,
  })
  const first = settlement({})
  const second = settlement({ at: '2026-12-01T09:00:00.001Z' })
  const withdrawn = { byName: 'Chantal Rouch', at: '2026-12-02T09:00:00.000Z' }
  expect(settlementsThatCount([second, first]).get('k')).toBe(first)
  expect(settlementsThatCount([second, { ...first, withdrawn }]).get('k')).toBe(second)
  expect(settlementsThatCount([{ ...first, withdrawn }]).size).toBe(0)
})
