import { describe, expect, test } from 'vitest'
import { blankValues } from '../../../../src/app/features/file-report/form-values.ts'
import { judgeReport } from '../../../../src/app/features/file-report/judge-report.ts'
import { kindFormOf } from '../../../../src/app/features/file-report/kind-form.ts'
import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import { reportKinds, type ReportKind } from '../../../../src/domain/report/kinds.ts'
import { offeredMinutes } from '../../../../src/domain/report/minutes.ts'
import { reportSchema } from '../../../../src/domain/report/report.ts'
import { aReport, aReportOfKind } from '../../../builders/a-report.ts'
import { aDocumentId, aScopeId } from '../../../builders/an-id.ts'

const today = calendarDaySchema.parse('2026-11-23')

async function throughTheForm(kind: ReportKind, body: JsonObject, before?: JsonObject): Promise<JsonObject> {
  const form = await kindFormOf(kind)
  return form.bodyOf(form.valuesOf(reportSchema.parse(body), aScopeId(), offeredMinutes), today, before)
}

describe.each(reportKinds)('%s', (kind) => {
  test('a filed report goes into the form and comes out the same', async () => {
    const body = aReportOfKind(kind)
    expect(await throughTheForm(kind, body)).toEqual({ ...body, filedOn: today })
  })

  test('I18 an edit keeps what this build doesn’t know, the day of filing and the mark of an import', async () => {
    const before = aReportOfKind(kind, { imported: true, filedOn: '2026-03-02', futureField: { a: 1 } })
    expect(await throughTheForm(kind, before, before)).toEqual(before)
  })

  test('an empty form says what it lacks where it is asked', async () => {
    const form = await kindFormOf(kind)
    const errors = judgeReport({ ...blankValues, kind }, { today }, form)
    expect(errors.map(({ field }) => field)).toEqual(lacking[kind])
    for (const { field } of errors) expect(form.fields).toContain(field)
  })
})

const lacking: Readonly<Record<ReportKind, string[]>> = {
  individuel: ['scope', 'date', 'place', 'duration', 'themes'],
  collectif: ['scope', 'date', 'place', 'duration', 'themes', 'anonymousTotal'],
  hors_accompagnement: ['scope', 'date', 'activity', 'duration'],
  animation: ['scope', 'date', 'duration', 'animationType', 'mediators', 'initiative', 'animationThemes'],
  evenement: ['scope', 'date', 'duration', 'name', 'eventType', 'organisers', 'attendance', 'scale'],
  partenariat: ['scope', 'date', 'name', 'natures', 'partnerNames', 'scale'],
}

test('a workshop keeps all that was said of it', async () => {
  const body = aReportOfKind('collectif', {
    title: 'Premiers pas',
    level: 'debutant',
    equipment: ['ordinateur'],
    participants: [{ id: aDocumentId(), gender: 'feminin', ageRange: 'soixante_dix_plus' }],
    anonymous: {
      total: 8,
      alreadyAccompanied: 3,
      gender: { feminin: 5 },
      ageRange: { soixante_dix_plus: 4, soixante_soixante_neuf: 2 },
      status: { retraite: 6 },
    },
    structureTags: ['été'],
  })
  expect(await throughTheForm('collectif', body)).toEqual({ ...body, filedOn: today })
})

test('a report that changes its kind leaves behind what only the old kind has', async () => {
  const before = aReport({ autonomy: 'autonome', notes: 'Revenir', futureField: 1 })
  const one = await kindFormOf('individuel')
  const values = one.valuesOf(reportSchema.parse(before), aScopeId(), offeredMinutes)
  const other = await kindFormOf('collectif')
  const body = other.bodyOf({ ...values, kind: 'collectif', anonymousTotal: '4' }, today, before)
  expect(body).toEqual({
    kind: 'collectif',
    date: before['date'],
    minutes: 45,
    place: before['place'],
    themes: before['themes'],
    anonymous: { total: 4 },
    notes: 'Revenir',
    notesShared: false,
    filedOn: before['filedOn'],
    futureField: 1,
  })
})
