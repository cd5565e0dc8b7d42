import { describe, expect, test } from 'vitest'
import { blankValues, type ReportFormValues } from '../../../../src/app/features/file-report/form-values.ts'
import {
  bodyOf,
  nextPerson,
  sameAgain,
  valuesOf,
} from '../../../../src/app/features/file-report/report-form.ts'
import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import { offeredMinutes } from '../../../../src/domain/report/minutes.ts'
import { individuelSchema } from '../../../../src/domain/report/individuel.ts'
import { aReport } from '../../../builders/a-report.ts'
import { aDocumentId, aScopeId } from '../../../builders/an-id.ts'

const today = calendarDaySchema.parse('2026-11-23')

describe('a filed report goes into the form and comes out the same', () => {
  test.each<[string, JsonObject]>([
    ['with what is required only', {}],
    ['in a place of activity', { place: { kind: 'lieu_activite', lieuId: aDocumentId() } }],
    ['at a distance', { place: { kind: 'a_distance' } }],
    ['of a duration without a chip', { minutes: 77 }],
    ['of whole hours without a chip', { minutes: 180 }],
    [
      'with procedures',
      {
        themes: ['email', 'aide_aux_demarches_administratives'],
        administrativeThemes: ['logement'],
        procedureName: 'Demande de logement',
      },
    ],
    [
      'with all that may be said of the person',
      {
        beneficiary: {
          kind: 'anonyme',
          alreadyAccompanied: false,
          commune: '09261',
          gender: 'feminin',
          ageRange: 'soixante_dix_plus',
          status: 'retraite',
        },
      },
    ],
    [
      'with all that may be specified',
      {
        autonomy: 'autonome',
        equipment: ['telephone', 'tablette'],
        oriented: true,
        orientation: 'administration',
        unmetNeeds: ['manque_de_temps'],
        notes: 'Revenir avec le courrier.',
        notesShared: true,
        tags: ['atelier du mardi'],
      },
    ],
    ['of a person who was not sent on', { oriented: false }],
  ])('%s', (_, fields) => {
    const body = aReport(fields)
    const values = valuesOf(individuelSchema.parse(body), aScopeId(), offeredMinutes)
    expect(bodyOf(values, today)).toEqual({ ...body, filedOn: today })
  })
})

test('I18 an edit keeps what this build doesn’t know, the day of filing and the mark of an import', () => {
  const before = aReport({
    imported: true,
    filedOn: '2026-03-02',
    futureField: { a: 1 },
    place: { kind: 'domicile', commune: '09261', floor: 3 },
    beneficiary: { kind: 'anonyme', futureAnswer: 'x' },
  })
  const values = { ...valuesOf(individuelSchema.parse(before), aScopeId(), offeredMinutes), duration: '60' }
  expect(bodyOf(values, today, before)).toEqual({ ...before, minutes: 60 })
})

test('another kind of place has nothing left of the one before', () => {
  const before = aReport({ place: { kind: 'domicile', commune: '09261', floor: 3 } })
  const values = {
    ...valuesOf(individuelSchema.parse(before), aScopeId(), offeredMinutes),
    place: 'a_distance',
  }
  expect(bodyOf(values, today, before)['place']).toEqual({ kind: 'a_distance' })
})

describe('what doesn’t go with the rest is left out', () => {
  test.each<[string, Partial<ReportFormValues>, string[]]>([
    [
      'procedures without their theme',
      { themes: ['email'], administrativeThemes: ['logement'], procedureName: 'Demande' },
      ['administrativeThemes', 'procedureName'],
    ],
    [
      'where to, of somebody who isn’t sent on',
      { oriented: 'non', orientation: 'administration' },
      ['orientation'],
    ],
    ['an empty note', { notes: '   ' }, ['notes']],
    ['answers taken back', { autonomy: '', equipment: [], tags: [] }, ['autonomy', 'equipment', 'tags']],
  ])('%s', (_, fields, absent) => {
    const body = bodyOf({ ...blankValues, ...fields }, today)
    expect(absent.filter((field) => field in body)).toEqual([])
  })
})

test('a note that is not there is not shared', () => {
  expect(bodyOf({ ...blankValues, notes: '', notesShared: true }, today)['notesShared']).toBe(false)
})

describe('from an earlier report', () => {
  const earlier: ReportFormValues = {
    ...blankValues,
    scope: aScopeId(),
    date: '2026-11-02',
    place: 'domicile',
    placeCommune: '09261',
    duration: '45',
    themes: ['email'],
    equipment: ['telephone'],
    gender: 'feminin',
    autonomy: 'autonome',
    notes: 'Une personne précise',
    notesShared: true,
    tags: ['à revoir'],
  }

  test('the same again takes its place, duration, themes and equipment, today, and nothing of the person', () => {
    const { scope, place, placeCommune, duration, themes, equipment } = earlier
    expect(sameAgain(earlier, today)).toEqual({
      ...blankValues,
      scope,
      place,
      placeCommune,
      duration,
      themes,
      equipment,
      date: today,
    })
  })

  test('the next person keeps the day and the place only', () => {
    const { scope, date, place, placeCommune } = earlier
    expect(nextPerson(earlier)).toEqual({ ...blankValues, scope, date, place, placeCommune })
  })
})
