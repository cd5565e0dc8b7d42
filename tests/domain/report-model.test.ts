import { expect, test } from 'vitest'
import { calendarDaySchema } from '../../src/domain/calendar-day.ts'
import { modelFieldsOf, reportFromModel } from '../../src/domain/report-model/model-fields.ts'
import { reportModelSchema } from '../../src/domain/report-model/report-model.ts'
import { reportKinds } from '../../src/domain/report/kinds.ts'
import { aReport, aReportOfKind } from '../builders/a-report.ts'
import { aDocumentId } from '../builders/an-id.ts'

const today = calendarDaySchema.parse('2026-11-23')

test('a model holds nothing of one day and nobody', () => {
  const report = aReport({
    beneficiary: { kind: 'suivi', id: aDocumentId(), gender: 'feminin' },
    notes: 'Revenir',
    oriented: true,
    orientation: 'administration',
    imported: true,
  })
  const fields = modelFieldsOf(report)
  expect(fields).toEqual({
    kind: 'individuel',
    minutes: 45,
    place: report['place'],
    themes: report['themes'],
  })
  expect(reportModelSchema.safeParse({ name: 'Permanence du mardi', fields }).success).toBe(true)
})

test.each(reportKinds)(
  'a report begun from a model of %s is of today, and keeps what comes again',
  (kind) => {
    const report = reportFromModel(modelFieldsOf(aReportOfKind(kind)), today)
    expect(report).toMatchObject({ kind, date: today, filedOn: today, notesShared: false })
  },
)

test('a model without a name is refused', () => {
  expect(reportModelSchema.safeParse({ name: '  ', fields: {} }).success).toBe(false)
})
