import * as fc from 'fast-check'
import type { JsonObject } from '../../src/domain/json.ts'
import { levelLabels, organisationLabels } from '../../src/domain/report/activity-nomenclature.ts'
import { reportKinds } from '../../src/domain/report/kinds.ts'
import {
  ageRangeLabels,
  equipmentLabels,
  formerAgeRangeLabels,
  genderLabels,
  orientationLabels,
  statusLabels,
} from '../../src/domain/report/nomenclature.ts'
import { themeLabels } from '../../src/domain/report/themes.ts'
import { aReportOfKind } from './a-report.ts'

/** Texts as people and attackers type them: signs of formulas, of lists and of files among them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ';',
        ',',
        '|',
        '\\',
        '\n',
        '\t',
        ' ',
        '=1+1',
        '_x0041_',
        'é',
        '0',
        '<',
        '&',
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join('').replaceAll(/[\0\r]/g, ''))

/** A title, a tag: with something in it, and nothing around it. */
const anyTitle = anyText.map((text) => text.trim()).filter((text) => text !== '')
const anyNote = anyText.filter((text) => text !== '')

const codesOf = (labels: object, minLength = 0) =>
  fc.uniqueArray(fc.constantFrom(...Object.keys(labels)), { minLength, maxLength: 4 })
const codeOf = (labels: object) => fc.constantFrom(...Object.keys(labels))
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const anyDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyId = fc.uuid({ version: 7 })

const traits = {
  commune: some(fc.constantFrom('09261', '01004', '2A004', '97411')),
  gender: some(codeOf(genderLabels)),
  ageRange: some(codeOf(ageRangeLabels)),
  status: some(codeOf(statusLabels)),
}

const common = {
  date: anyDay,
  filedOn: anyDay,
  notes: some(anyNote),
  notesShared: fc.boolean(),
  tags: some(fc.uniqueArray(anyTitle, { minLength: 1, maxLength: 3 })),
  structureTags: some(fc.uniqueArray(anyTitle, { minLength: 1, maxLength: 3 })),
}

const mediation = {
  minutes: fc.integer({ min: 5, max: 1439 }),
  place: fc.oneof(
    fc.record({ kind: fc.constant('lieu_activite'), lieuId: anyId }),
    fc.record({ kind: fc.constantFrom('domicile', 'autre'), commune: fc.constantFrom('09261', '01004') }),
    fc.constant({ kind: 'a_distance' }),
  ),
  themes: codesOf(themeLabels, 1),
  equipment: some(codesOf(equipmentLabels, 1).filter((codes) => !codes.includes('aucun'))),
}

const own: Readonly<Record<string, Record<string, fc.Arbitrary<unknown>>>> = {
  individuel: {
    ...mediation,
    beneficiary: fc.oneof(
      fc.record({ kind: fc.constant('anonyme'), alreadyAccompanied: some(fc.boolean()), ...traits }),
      fc.record({ kind: fc.constant('anonyme'), formerAgeRange: codeOf(formerAgeRangeLabels) }),
      fc.record({ kind: fc.constant('suivi'), id: anyId, ...traits }),
    ),
    oriented: fc.constant(true),
    orientation: some(codeOf(orientationLabels)),
    // Of a version that this build doesn't know.
    ofLater: some(fc.constant({ list: [1, 'a'] })),
  },
  collectif: {
    ...mediation,
    title: some(anyTitle),
    level: some(codeOf(levelLabels)),
    participants: some(
      fc.uniqueArray(fc.record({ id: anyId, ...traits }), {
        selector: ({ id }) => id,
        minLength: 1,
        maxLength: 3,
      }),
    ),
    anonymous: fc.record({
      total: fc.integer({ min: 1, max: 20 }),
      alreadyAccompanied: some(fc.constant(1)),
      gender: some(fc.constant({ feminin: 1 })),
    }),
  },
  hors_accompagnement: { title: some(anyTitle) },
  evenement: { name: anyTitle },
  partenariat: {
    name: anyTitle,
    partners: fc.array(fc.record({ name: anyTitle, type: codeOf(organisationLabels) }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
}

/** The body of any valid report, of any kind. */
export const anyReport: fc.Arbitrary<JsonObject> = fc.constantFrom(...reportKinds).chain((kind) =>
  fc
    .record({ ...common, ...own[kind] })
    // What is undefined is absent, as it is in what is stored.
    .map((fields) => JSON.parse(JSON.stringify({ ...aReportOfKind(kind), ...fields })) as JsonObject),
)
