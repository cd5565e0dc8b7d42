import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/domain/json.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { reportKinds } from '../../../src/domain/report/kinds.ts'
import { reportSchema } from '../../../src/domain/report/report.ts'
import { facetsOf, type FacetValue } from '../../../src/domain/report/search/facets.ts'
import { foldText } from '../../../src/domain/report/search/fold-text.ts'
import {
  emptyFilter,
  facetOf,
  isEmptyFilter,
  matcherOf,
  type ReportFilter,
} from '../../../src/domain/report/search/report-filter.ts'
import { searchTextOf } from '../../../src/domain/report/search/search-text.ts'
import { withCommune } from '../../../src/domain/report/search/whereabouts.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'

const [lieuId, personId] = [aDocumentId(), aDocumentId()]
const names = {
  places: new Map<string, string>([[lieuId, 'Médiathèque des Deux Rivières']]),
  people: new Map<string, string>([[personId, 'Zoé Bernard']]),
  communes: new Map([
    ['09261', 'Saint-Girons'],
    ['09285', 'Seix'],
  ]),
  communeOfPlace: new Map<string, string>([[lieuId, '09285']]),
}
const report = reportSchema.parse(
  aReport({
    place: { kind: 'lieu_activite', lieuId },
    beneficiary: { kind: 'suivi', id: personId },
    themes: ['aide_aux_demarches_administratives'],
    administrativeThemes: ['logement'],
    procedureName: 'Demande d’APL',
    tags: ['Atelier'],
    notes: 'Revoir l’été prochain',
  }),
)
const searchable = {
  date: report.date,
  text: searchTextOf(report, names),
  values: withCommune(facetsOf(report), 'scope', { ...names, communeOfScope: new Map() }),
}
const finds = (filter: Partial<ReportFilter>) => matcherOf({ ...emptyFilter, ...filter })(searchable)

test.each([
  ['mediatheque seix', true],
  ['deux rivieres', true],
  ['20 novembre', true],
  ['LOGEMENT atelier', true],
  ['apl été', true],
  ['demarches', true],
  ['zoe bern', true],
  ['', true],
  ['logement paris', false],
  ['25 novembre', false],
])('« %s » finds it: %s', (text, found) => {
  expect(finds({ text })).toBe(found)
})

test('a home is found by its commune', () => {
  const atHome = reportSchema.parse(aReport())
  expect(searchTextOf(atHome, names)).toContain('saint girons')
})

describe('filters', () => {
  const day = (text: string) => calendarDaySchema.parse(text)

  test.each<[string, Partial<ReportFilter>, boolean]>([
    ['from its day', { from: day('2026-11-20') }, true],
    ['from the next day', { from: day('2026-11-21') }, false],
    ['to its day', { to: day('2026-11-20') }, true],
    ['to the day before', { to: day('2026-11-19') }, false],
    ['one of two themes', { values: ['theme:email', 'theme:aide_aux_demarches_administratives'] }, true],
    [
      'its theme and another place',
      { values: ['theme:aide_aux_demarches_administratives', 'lieu:domicile'] },
      false,
    ],
    ['its place', { values: [`lieu:${lieuId}`] }, true],
    ['the commune of its place', { values: ['commune:09285'] }, true],
    ['its person', { values: [`personne:${personId}`] }, true],
    ['its tag', { values: ['etiquette:Atelier'] }, true],
    ['its duration', { values: ['duree:30'] }, true],
    ['another duration', { values: ['duree:60'] }, false],
    ['its private note', { values: ['note:privee'] }, true],
    ['a person followed', { values: ['qui:suivi'] }, true],
  ])('%s', (_, filter, found) => {
    expect(finds(filter)).toBe(found)
  })

  test.each<[number, FacetValue]>([
    [29, 'duree:0'],
    [30, 'duree:30'],
    [59, 'duree:30'],
    [60, 'duree:60'],
    [119, 'duree:60'],
    [120, 'duree:120'],
  ])('%i minutes are in %s', (minutes, range) => {
    const body: JsonObject = { minutes }
    expect(facetsOf(reportSchema.parse(aReport(body)))).toContain(range)
  })

  test.each<[string, JsonObject, FacetValue[]]>([
    [
      'individuel',
      {
        beneficiary: { kind: 'anonyme', alreadyAccompanied: false, gender: 'feminin', commune: '09261' },
        autonomy: 'autonome',
        oriented: true,
        orientation: 'aide_sociale',
        unmetNeeds: ['autre'],
      },
      [
        'qui:anonyme',
        'deja:non',
        'sexe:feminin',
        'residence:09261',
        'autonomie:autonome',
        'orientee:oui',
        'orientation:aide_sociale',
        'besoin:autre',
      ],
    ],
    [
      'collectif',
      {
        level: 'debutant',
        participants: [{ id: personId, ageRange: 'soixante_dix_plus' }],
        anonymous: { total: 8, alreadyAccompanied: 2, gender: { feminin: 5, masculin: 0 } },
      },
      [
        'participants:6',
        'niveau:debutant',
        'qui:suivi',
        'qui:anonyme',
        'deja:oui',
        'age:soixante_dix_plus',
        'sexe:feminin',
      ],
    ],
    ['hors_accompagnement', { activity: 'reunion' }, ['temps:reunion']],
    [
      'animation',
      {
        type: 'comite',
        initiative: 'demande',
        animationThemes: ['reseau'],
        audience: { mediators: 3, structures: 0, others: 1 },
      },
      ['animation:comite', 'origine:demande', 'sujet:reseau', 'avec:mediators', 'avec:others'],
    ],
    [
      'evenement',
      { type: 'nec_local', organisers: ['commune'], scale: 'communal', participants: 40 },
      ['evenement:nec_local', 'organisateur:commune', 'echelle:communal', 'participants:21'],
    ],
    [
      'partenariat',
      {
        natures: ['subvention'],
        scale: 'regional',
        partners: [{ name: 'Mission locale', type: 'association' }],
      },
      ['nature:subvention', 'partenaire:association', 'echelle:regional'],
    ],
  ])('a report « %s » is found by every field of its own', (kind, fields, values) => {
    const known = reportKinds.find((one) => one === kind)
    if (!known) throw new Error(`${kind} is no kind`)
    const filed = reportSchema.parse({ ...aReportOfKind(known), ...fields })
    expect(facetsOf(filed)).toEqual(expect.arrayContaining(values))
  })

  test('every kind is found by its type', () => {
    for (const kind of reportKinds) {
      expect(facetsOf(reportSchema.parse(aReportOfKind(kind)))).toContain(`type:${kind}`)
    }
  })

  test('another value of the same facet never finds less, and of another facet never more', () => {
    const all = facetsOf(report)
    const value = fc.constantFrom<FacetValue>(...all, 'theme:email', 'lieu:domicile', 'type:collectif')
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), value, (values, more) => {
        const [before, after] = [finds({ values }), finds({ values: [...values, more] })]
        const isSameFacet = values.some((chosen) => facetOf(chosen) === facetOf(more))
        const [less, notLess] = isSameFacet ? [before, after] : [after, before]
        expect(Number(less)).toBeLessThanOrEqual(Number(notLess))
      }),
    )
  })

  test('asking for nothing is no filter', () => {
    expect(isEmptyFilter({ ...emptyFilter, text: ' ’ ' })).toBe(true)
    expect(isEmptyFilter({ ...emptyFilter, values: ['type:collectif'] })).toBe(false)
  })
})

test('folding is done once for all', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
      expect(foldText(text)).toMatch(/^[a-z0-9 ]*$/)
    }),
  )
  expect(foldText('Œuvre à L’Aÿ')).toBe('oeuvre a l ay')
})
