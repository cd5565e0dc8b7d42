import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  activityMatcher,
  countActivityValues,
  facetsOfActivity,
  noActivityFilter,
  permittedFacetOf,
  permittedFacets,
  type ActivityFilter,
  type PermittedValue,
} from '../../../src/domain/access/activity-filter.ts'
import { pairsOfActivities, readActivityQuery } from '../../../src/domain/access/activity-query.ts'
import { activitySorts } from '../../../src/domain/access/activity-sort.ts'
import {
  activityValueSentence,
  activityValueWords,
  daysInWords,
  permittedFacetGroups,
} from '../../../src/domain/access/activity-words.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { facetNames } from '../../../src/domain/report/search/facets.ts'
import { aPermittedActivity } from '../../builders/a-permitted-activity.ts'

const read = (search: string) => readActivityQuery(new URLSearchParams(search))
const names = { advisors: new Map([['a', 'Awa Diallo']]), communes: new Map([['09261', 'Saint-Girons']]) }

describe('what a structure may filter by', () => {
  test('I14 is nothing of the people, of a personal tag or of the words of a note', () => {
    const ownOnly = facetNames.filter((name) => !permittedFacets.some((facet) => facet === name))
    expect(ownOnly.toSorted()).toEqual(
      [
        'age',
        'animation',
        'avec',
        'deja',
        'etat',
        'import',
        'nature',
        'origine',
        'partenaire',
        'personne',
        'qui',
        'residence',
        'sexe',
        'statut',
        'structure',
        'sujet',
      ].toSorted(),
    )
  })

  test('is read from the permitted columns alone', () => {
    const values = facetsOfActivity(
      aPermittedActivity({
        kind: 'collectif',
        participants: 12,
        minutes: 90,
        themes: ['email', 'securite_numerique', 'theme_a_venir'],
        structureTags: ['été'],
        date: '2026-11-18',
        oriented: true,
      }),
    )
    expect(values.filter((value) => permittedFacetOf(value) !== 'conseiller')).toEqual([
      'type:collectif',
      'theme:email',
      'theme:securite_numerique',
      'theme:theme_a_venir',
      'mission:1',
      'mission:2',
      'lieu:lieu_activite',
      'endroit:Médiathèque',
      'commune:09261',
      'duree:60',
      'participants:11',
      'orientee:oui',
      'orientation:sans_precision',
      'etiquette:été',
      'note:sans',
      'delai:2',
    ])
  })

  test('says nothing of what an activity doesn’t have', () => {
    const bare = aPermittedActivity({
      minutes: 0,
      participants: 0,
      placeKind: '',
      placeName: null,
      commune: null,
      themes: [],
      filedOn: null,
      sharedNote: 'Partagée',
    })
    expect(facetsOfActivity(bare)).toEqual([
      `conseiller:${bare.advisorId}`,
      'type:individuel',
      'note:partagee',
    ])
  })

  test('is shown, each facet once, in a group', () => {
    const shown = permittedFacetGroups.flatMap(({ facets }) => facets)
    expect(shown.toSorted()).toEqual([...permittedFacets].toSorted())
  })
})

describe('a filter', () => {
  const email = {
    date: calendarDaySchema.parse('2026-11-20'),
    values: ['theme:email', 'type:individuel'],
  } as const

  test.each([
    [['theme:email', 'theme:sante'], true],
    [['theme:email', 'type:collectif'], false],
    [['theme:sante'], false],
    [[], true],
  ] as const)('of %j: any value of a facet will do, every facet must hold', (values, holds) => {
    expect(activityMatcher({ ...noActivityFilter, values })(email)).toBe(holds)
  })

  test('holds its first and its last day', () => {
    const on = (from: string, to: string) =>
      activityMatcher({
        from: calendarDaySchema.parse(from),
        to: calendarDaySchema.parse(to),
        values: [],
      })(email)
    expect([
      on('2026-11-20', '2026-11-20'),
      on('2026-11-21', '2026-11-30'),
      on('2026-11-01', '2026-11-19'),
    ]).toEqual([true, false, false])
  })

  test('offers of each facet what choosing it would find', () => {
    const sante = { ...email, values: ['theme:sante', 'type:collectif'] as const }
    const filter = { ...noActivityFilter, values: ['theme:email'] as const }
    expect(Object.fromEntries(countActivityValues([email, sante], filter))).toEqual({
      'theme:email': 1,
      'theme:sante': 1,
      'type:individuel': 1,
    })
  })
})

describe('an address', () => {
  test('says a question, and is read as the same question', () => {
    const day = fc.constantFrom(undefined, '2026-01-31', '2026-11-20')
    const value = fc
      .tuple(
        fc.constantFrom(...permittedFacets.filter((facet) => facet !== 'note')),
        fc.string({ minLength: 1, maxLength: 40 }).filter((code) => !code.includes('\0')),
      )
      .map(([facet, code]): PermittedValue => `${facet}:${code.toWellFormed()}`)
    fc.assert(
      fc.property(
        day,
        day,
        fc.uniqueArray(value, { maxLength: 12 }),
        fc.constantFrom(...activitySorts),
        (from, to, values, sort) => {
          const filter: ActivityFilter = {
            from: from === undefined ? undefined : calendarDaySchema.parse(from),
            to: to === undefined ? undefined : calendarDaySchema.parse(to),
            values,
          }
          expect(readActivityQuery(pairsOfActivities({ filter, sort }))).toEqual({
            filter,
            sort,
            refused: [],
          })
        },
      ),
    )
  })

  test('that asks for nothing is empty', () => {
    expect(pairsOfActivities({ filter: noActivityFilter, sort: 'jour' })).toEqual([])
  })

  test.each([
    ['q=secret', ['q']],
    ['note=privee', ['note']],
    ['tri=notes', ['tri']],
    ['du=hier', ['du']],
    ['theme=', ['theme']],
    ['personne=x&sexe=feminin', ['personne', 'sexe']],
  ])('I14 that says %s asks by none of it', (search, refused) => {
    expect(read(`${search}&theme=email`)).toEqual({
      filter: { ...noActivityFilter, values: ['theme:email'] },
      sort: 'jour',
      refused,
    })
  })

  test('holds so many values and no more', () => {
    const search = Array.from({ length: 201 }, (_, index) => `etiquette=${index}`).join('&')
    expect(read(search).filter.values).toHaveLength(200)
    expect(read(search).refused).toEqual(['etiquette'])
  })
})

test('a value is said in French words, and one of a newer version as unknown', () => {
  const said = (value: PermittedValue) => [
    activityValueWords(value, names),
    activityValueSentence(value, names),
  ]
  expect(said('conseiller:a')).toEqual(['Awa Diallo', 'Awa Diallo'])
  expect(said('commune:09261')).toEqual(['Saint-Girons', 'Saint-Girons'])
  expect(said('orientee:non')).toEqual(['Non', 'Orientée\u00A0: non'])
  expect(said('note:sans')).toEqual(['Sans note partagée', 'Sans note partagée'])
  expect(said('endroit:Mairie')).toEqual(['Mairie', 'Mairie'])
  expect(said('theme:theme_a_venir')).toEqual(['Valeur inconnue', 'Valeur inconnue'])
  expect(daysInWords({ from: undefined, to: calendarDaySchema.parse('2026-10-31') })).toBe(
    'Jusqu’au 31/10/2026',
  )
})
