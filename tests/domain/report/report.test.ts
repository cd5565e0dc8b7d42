import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/domain/json.ts'
import { notesMaxLength, tagMaxLength, tagsMaxCount } from '../../../src/domain/report/common-fields.ts'
import { procedureNameMaxLength } from '../../../src/domain/report/mediation-fields.ts'
import { missionLabels, missionOfTheme } from '../../../src/domain/report/missions.ts'
import {
  ageRangeLabels,
  autonomyLabels,
  equipmentLabels,
  genderLabels,
  labelOf,
  orientationLabels,
  statusLabels,
  unmetNeedLabels,
} from '../../../src/domain/report/nomenclature.ts'
import { accompanimentsOf } from '../../../src/domain/report/accompaniments.ts'
import { reportSchema } from '../../../src/domain/report/report.ts'
import { administrativeThemeLabels, themeLabels } from '../../../src/domain/report/themes.ts'
import { validateBody } from '../../../src/domain/sync/validate-body.ts'
import { aReport } from '../../builders/a-report.ts'
import { aUuid } from '../../builders/an-id.ts'

const procedures = { themes: ['aide_aux_demarches_administratives'] }

/** The field that is wrong and what is said of it; null where the report is valid. */
function mistakeOf(fields: JsonObject): { field: string; message: string } | null {
  const validity = validateBody('report', aReport(fields))
  return validity.valid ? null : { field: validity.field, message: validity.message }
}

test('the simplest report has a day, minutes, a place and one theme', () => {
  expect(mistakeOf({})).toBeNull()
})

test('I18 fields of a newer version are kept at every level', () => {
  const newer = aReport({
    weather: { sky: 'blue' },
    place: { kind: 'domicile', commune: '09261', floor: 2 },
    beneficiary: { kind: 'anonyme', shoeSize: 42 },
  })
  expect(reportSchema.parse(newer)).toEqual(newer)
})

describe('a whole report', () => {
  test('with every field is valid', () => {
    expect(
      mistakeOf({
        minutes: 90,
        place: { kind: 'lieu_activite', lieuId: aUuid() },
        themes: ['aide_aux_demarches_administratives', 'email'],
        administrativeThemes: ['logement', 'argent_impots'],
        procedureName: 'Déclaration de revenus',
        equipment: ['ordinateur', 'telephone'],
        beneficiary: {
          kind: 'anonyme',
          alreadyAccompanied: true,
          commune: '2A004',
          gender: 'feminin',
          ageRange: 'soixante_dix_plus',
          status: 'retraite',
        },
        autonomy: 'partiellement_autonome',
        oriented: true,
        orientation: 'administration',
        unmetNeeds: ['manque_de_temps'],
        notes: 'À revoir mardi.',
        notesShared: true,
        tags: ['impôts', 'mardi'],
        imported: true,
      }),
    ).toBeNull()
  })

  test.each(['kind', 'date', 'minutes', 'place', 'themes', 'beneficiary', 'notesShared', 'filedOn'])(
    'without %s is not',
    (field) => {
      const { [field]: _left, ...rest } = aReport()
      expect(validateBody('report', rest)).toMatchObject({ valid: false, field })
    },
  )
})

describe('each field has its limits', () => {
  const everyCode = (labels: Readonly<Record<string, string>>) => Object.keys(labels)
  test.each<[string, JsonObject[]]>([
    ['minutes', [{ minutes: 5 }, { minutes: 7 }, { minutes: 1439 }]],
    ['date', [{ date: '2024-02-29' }, { date: '2010-01-01' }]],
    ['place', [{ place: { kind: 'a_distance' } }, { place: { kind: 'autre', commune: '97411' } }]],
    ['themes', [{ themes: everyCode(themeLabels) }]],
    ['administrativeThemes', [{ ...procedures, administrativeThemes: everyCode(administrativeThemeLabels) }]],
    ['procedureName', [{ ...procedures, procedureName: 'é'.repeat(procedureNameMaxLength) }]],
    [
      'equipment',
      [{ equipment: [] }, { equipment: ['aucun'] }, { equipment: everyCode(equipmentLabels).slice(0, 4) }],
    ],
    ['autonomy', everyCode(autonomyLabels).map((autonomy) => ({ autonomy }))],
    ['oriented', [{ oriented: false }, { oriented: true }]],
    ['orientation', everyCode(orientationLabels).map((orientation) => ({ oriented: true, orientation }))],
    ['unmetNeeds', [{ unmetNeeds: everyCode(unmetNeedLabels) }]],
    ['gender', everyCode(genderLabels).map((gender) => ({ beneficiary: { kind: 'anonyme', gender } }))],
    [
      'ageRange',
      everyCode(ageRangeLabels).map((ageRange) => ({ beneficiary: { kind: 'anonyme', ageRange } })),
    ],
    ['status', everyCode(statusLabels).map((status) => ({ beneficiary: { kind: 'anonyme', status } }))],
    ['notes', [{ notes: 'x' }, { notes: 'é'.repeat(notesMaxLength) }]],
    ['tags', [{ tags: [] }, { tags: Array.from({ length: tagsMaxCount }, () => 'x'.repeat(tagMaxLength)) }]],
  ])('%s, up to them', (_field, cases) => {
    for (const fields of cases) expect(mistakeOf(fields)).toBeNull()
  })

  test.each<[string, JsonObject]>([
    ['minutes', { minutes: 4 }],
    ['minutes', { minutes: 1440 }],
    ['minutes', { minutes: 0 }],
    ['minutes', { minutes: -30 }],
    ['minutes', { minutes: 30.5 }],
    ['minutes', { minutes: '30' }],
    ['minutes', { minutes: 1e300 }],
    ['date', { date: '2026-02-30' }],
    ['date', { date: '23/11/2026' }],
    ['date', { date: 1_795_000_000_000 }],
    ['filedOn', { filedOn: '2026-11-23T10:00:00Z' }],
    ['kind', { kind: 'concert' }],
    ['place', { place: 'domicile' }],
    ['place.kind', { place: { kind: 'lune' } }],
    ['place.lieuId', { place: { kind: 'lieu_activite' } }],
    ['place.lieuId', { place: { kind: 'lieu_activite', lieuId: '1' } }],
    ['place.commune', { place: { kind: 'domicile' } }],
    ['place.commune', { place: { kind: 'autre', commune: '9261' } }],
    ['place.commune', { place: { kind: 'autre', commune: '2C004' } }],
    ['themes', { themes: [] }],
    ['themes', { themes: 'email' }],
    ['themes', { themes: ['email', 'email'] }],
    ['themes.1', { themes: ['email', 'metavers'] }],
    ['administrativeThemes', { administrativeThemes: ['logement'] }],
    ['administrativeThemes', { procedureName: 'Carte grise' }],
    ['administrativeThemes.0', { ...procedures, administrativeThemes: ['lune'] }],
    ['procedureName', { ...procedures, procedureName: '' }],
    ['procedureName', { ...procedures, procedureName: 'x'.repeat(procedureNameMaxLength + 1) }],
    ['equipment', { equipment: ['aucun', 'tablette'] }],
    ['equipment', { equipment: ['tablette', 'tablette'] }],
    ['equipment.0', { equipment: ['minitel'] }],
    ['beneficiary', { beneficiary: 'anonyme' }],
    ['beneficiary.kind', { beneficiary: { kind: 'inconnu' } }],
    ['beneficiary.gender', { beneficiary: { kind: 'anonyme', gender: 'F' } }],
    ['beneficiary.ageRange', { beneficiary: { kind: 'anonyme', ageRange: 42 } }],
    ['beneficiary.status', { beneficiary: { kind: 'anonyme', status: 'etudiant' } }],
    ['beneficiary.commune', { beneficiary: { kind: 'anonyme', commune: 'Foix' } }],
    ['beneficiary.alreadyAccompanied', { beneficiary: { kind: 'anonyme', alreadyAccompanied: 'oui' } }],
    ['autonomy', { autonomy: 'expert' }],
    ['oriented', { oriented: 'oui' }],
    ['orientation', { orientation: 'administration' }],
    ['orientation', { oriented: false, orientation: 'administration' }],
    ['orientation', { oriented: true, orientation: 'lune' }],
    ['unmetNeeds.0', { unmetNeeds: ['autre chose'] }],
    ['notes', { notes: '' }],
    ['notes', { notes: 'x'.repeat(notesMaxLength + 1) }],
    ['notes', { notes: 'x'.repeat(10 * 1024 * 1024) }],
    ['notes', { notes: ['x'] }],
    ['notesShared', { notesShared: 1 }],
    ['tags', { tags: Array.from({ length: tagsMaxCount + 1 }, (_, index) => `tag ${index}`) }],
    ['tags.0', { tags: ['x'.repeat(tagMaxLength + 1)] }],
    ['tags.0', { tags: ['   '] }],
    ['imported', { imported: 'non' }],
    ['tags', { tags: null }],
  ])('%s, past them', (field, fields) => {
    const mistake = mistakeOf(fields)
    expect(mistake?.field).toBe(field)
    expect(mistake?.message).toMatch(/^[«A-ZÀ-Ý].*\.$/)
    expect(mistake?.message).not.toMatch(/invalid/i)
  })
})

describe('the nomenclature', () => {
  test('puts every theme under one mission', () => {
    expect(Object.keys(missionOfTheme).sort()).toEqual(Object.keys(themeLabels).sort())
    expect(new Set(Object.values(missionOfTheme))).toEqual(new Set(Object.keys(missionLabels).map(Number)))
  })

  test('keeps a value of a newer peer and shows it as unknown', () => {
    expect(labelOf(themeLabels, 'email')).toBe('E-mail')
    expect(labelOf(themeLabels, 'metavers')).toBe('Valeur inconnue')
    expect(labelOf(themeLabels, 'constructor')).toBe('Valeur inconnue')
  })
})

test('an accompagnement individuel counts for one accompaniment', () => {
  expect(accompanimentsOf(reportSchema.parse(aReport()))).toBe(1)
})
