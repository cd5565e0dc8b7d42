import { describe, expect, test } from 'vitest'
import { judgeReport } from '../../../../src/app/features/file-report/judge-report.ts'
import { blankValues, type ReportFormValues } from '../../../../src/app/features/file-report/form-values.ts'
import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import { scopeIdSchema } from '../../../../src/domain/ids.ts'
import { aReport } from '../../../builders/a-report.ts'
import { aScopeId } from '../../../builders/an-id.ts'

const today = calendarDaySchema.parse('2026-11-23')
const complete: ReportFormValues = {
  ...blankValues,
  scope: aScopeId(),
  date: today,
  place: 'a_distance',
  duration: '30',
  themes: ['email'],
}

test('what is required is enough', () => {
  expect(judgeReport(complete, { today })).toEqual([])
})

test('an empty form says all that it lacks, in the order in which it is read', () => {
  expect(judgeReport(blankValues, { today })).toEqual([
    { field: 'scope', message: 'Choisissez une structure.' },
    { field: 'date', message: 'Choisissez le jour de l’activité.' },
    { field: 'place', message: 'Indiquez où l’activité a eu lieu.' },
    { field: 'duration', message: 'Choisissez une durée.' },
    { field: 'themes', message: 'Choisissez au moins une thématique.' },
  ])
})

test('a structure that was withdrawn while the form was open is asked again; what is filed stays where it is', () => {
  const [own, other] = [{ scope: scopeIdSchema.parse(complete.scope) }, { scope: aScopeId() }]
  const asked = [{ field: 'scope', message: 'Choisissez une structure.' }]
  expect(judgeReport(complete, { today, scopes: [own, other] })).toEqual([])
  expect(judgeReport(complete, { today, scopes: [other] })).toEqual(asked)
  expect(judgeReport(complete, { today, scopes: [other], before: aReport() })).toEqual([])
})

describe('each wrong answer is said where it is asked', () => {
  test.each<[string, Partial<ReportFormValues>, string]>([
    ['a day that hasn’t come', { date: '2026-11-24' }, 'date'],
    ['a day more than 12 months ago', { date: '2025-11-22' }, 'date'],
    ['a home without a commune', { place: 'domicile' }, 'placeCommune'],
    ['another place without a commune', { place: 'autre' }, 'placeCommune'],
    ['an hour that isn’t a number', { duration: 'autre', otherHours: 'une' }, 'otherMinutes'],
    ['4 minutes', { duration: 'autre', otherMinutes: '4' }, 'otherMinutes'],
    ['a whole day', { duration: 'autre', otherHours: '24' }, 'otherMinutes'],
    ['a negative duration', { duration: 'autre', otherMinutes: '-30' }, 'otherMinutes'],
    ['a theme that doesn’t exist', { themes: ['magie'] }, 'themes'],
    ['a note of 5,001 characters', { notes: 'a'.repeat(5001) }, 'notes'],
    ['21 tags', { tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }, 'tags'],
    [
      'a name of procedure of 121 characters',
      { themes: ['aide_aux_demarches_administratives'], procedureName: 'a'.repeat(121) },
      'procedureName',
    ],
    ['an age range that doesn’t exist', { ageRange: 'centenaire' }, 'ageRange'],
    ['a residence that isn’t a commune', { residence: 'ailleurs' }, 'residence'],
  ])('%s', (_, fields, field) => {
    expect(judgeReport({ ...complete, ...fields }, { today }).map((error) => error.field)).toEqual([field])
  })
})

test('30 days ago, and the last day of the 12 months, are accepted', () => {
  for (const date of ['2026-10-24', '2025-11-23']) {
    expect(judgeReport({ ...complete, date }, { today })).toEqual([])
  }
})

test('the old day of a report that is edited isn’t judged again, unless it is changed', () => {
  const before = aReport({ date: '2020-05-04', imported: true })
  expect(judgeReport({ ...complete, date: '2020-05-04' }, { today, before })).toEqual([])
  expect(judgeReport({ ...complete, date: '2020-05-05' }, { today, before })).toHaveLength(1)
})

test('a choice that only a later version has is kept where it was, and refused where it wasn’t', () => {
  const edited = { ...complete, equipment: ['montre'] }
  const before = aReport({ equipment: ['montre', 'ordinateur'] })
  expect(judgeReport(edited, { today, before })).toEqual([])
  expect(judgeReport(edited, { today, before: aReport({ equipment: ['ordinateur'] }) })).toHaveLength(1)
  expect(judgeReport(edited, { today })).toHaveLength(1)
})
