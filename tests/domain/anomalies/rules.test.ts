import { describe, expect, test } from 'vitest'
import type { AdvisorMonth } from '../../../src/domain/anomalies/advisor-month.ts'
import type { AnomalyKind } from '../../../src/domain/anomalies/anomaly-kinds.ts'
import { findAnomalies } from '../../../src/domain/anomalies/find-anomalies.ts'
import { addDays, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import type { CalendarMonth } from '../../../src/domain/calendar-month.ts'
import { sameJson, type JsonObject } from '../../../src/domain/json.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { anAbsence, anAdvisorMonth } from '../../builders/an-advisor-month.ts'

const found = (kind: AnomalyKind, own: AdvisorMonth) => findAnomalies(own).filter((one) => one.kind === kind)
const sentences = (kind: AnomalyKind, own: AdvisorMonth) =>
  found(kind, own).map(({ sentence }) => sentence.replaceAll('\u00A0', ' '))

/** A report on every Tuesday and Thursday around the month, so that nothing else is to be said. */
const ordinary = (from = '2026-08-03', to = '2026-11-30'): JsonObject[] => {
  const bodies: JsonObject[] = []
  for (let day = from as CalendarDay; day <= to; day = addDays(day, 7)) {
    for (const [later, theme] of [
      [1, 'email'],
      [3, 'securite_numerique'],
      [4, 'aide_aux_demarches_administratives'],
    ] as const) {
      const date = addDays(day, later)
      bodies.push(aReport({ date, filedOn: date, themes: [theme] }))
    }
  }
  return bodies
}

/** The day that a body says. */
const dayIn = ({ date }: JsonObject) => (typeof date === 'string' ? date : '')

test('an ordinary month has nothing to look at', () => {
  expect(findAnomalies(anAdvisorMonth(ordinary()))).toEqual([])
})

describe('filed-twice', () => {
  const person = { kind: 'suivi', id: aDocumentId() }
  const twice = (other: JsonObject) =>
    found(
      'filed-twice',
      anAdvisorMonth([aReport({ beneficiary: person }), aReport({ beneficiary: person, ...other })]),
    )

  test('the same person, day, place and duration, with notes of which a word differs', () => {
    const notes = 'Création d’une adresse, premier message envoyé et reçu, tout va bien'
    const own = anAdvisorMonth([
      aReport({ beneficiary: person, notes }),
      aReport({ beneficiary: person, notes: `${notes} !`, notesShared: true }),
    ])
    expect(sentences('filed-twice', own)).toEqual([
      'Deux comptes rendus du vendredi 20 novembre disent la même chose : même lieu, même durée, notes presque identiques, mêmes personnes. Il s’agit peut-être du même, déposé deux fois.',
    ])
    expect(found('filed-twice', own)[0]?.evidence).toHaveLength(2)
  })

  test.each<[string, JsonObject]>([
    ['day', { date: '2026-11-19' }],
    ['place', { place: { kind: 'a_distance' } }],
    ['duration', { minutes: 30 }],
    ['person', { beneficiary: { kind: 'suivi', id: aDocumentId() } }],
    ['note', { notes: 'Nous avons relu le courrier ensemble' }],
  ])('another %s is another report', (_what, other) => {
    expect(twice({})).toHaveLength(1)
    expect(twice(other)).toEqual([])
  })

  test('people who stay anonymous are not the same for having left nothing', () => {
    expect(found('filed-twice', anAdvisorMonth([aReport(), aReport()]))).toEqual([])
    const known = { kind: 'anonyme', gender: 'feminin', ageRange: 'soixante_dix_plus', status: 'retraite' }
    const both = [aReport({ beneficiary: known }), aReport({ beneficiary: known })]
    expect(found('filed-twice', anAdvisorMonth(both))).toHaveLength(1)
  })

  test('going there and back the same day is no double', () => {
    const journey = aReportOfKind('hors_accompagnement', { activity: 'deplacement' })
    expect(found('filed-twice', anAdvisorMonth([journey, journey]))).toEqual([])
  })
})

describe('long-day', () => {
  const day = (...minutes: number[]) => anAdvisorMonth(minutes.map((each) => aReport({ minutes: each })))

  test('ten hours are a day, a minute more is pointed out, more than a day holds is said', () => {
    expect(found('long-day', day(300, 300))).toEqual([])
    expect(sentences('long-day', day(300, 301))).toEqual([
      'Les activités du vendredi 20 novembre durent 10 h 01 en tout.',
    ])
    expect(sentences('long-day', day(1000, 441))).toEqual([
      'Les activités du vendredi 20 novembre durent 24 h 01 en tout, plus que n’en compte un jour.',
    ])
  })
})

describe('days on which none is expected', () => {
  test('a day outside every contract is told, and its report is read for nothing else', () => {
    const contracts = [{ starts: '2026-01-01' as CalendarDay, ends: '2026-11-19' as CalendarDay }]
    const own = anAdvisorMonth([aReport({ minutes: 900, filedOn: '2027-05-01' })], { contracts })
    expect(sentences('outside-contract', own)).toEqual([
      'Un compte rendu porte la date du vendredi 20 novembre, hors contrat.',
    ])
    expect(found('long-day', own)).toEqual([])
    expect(found('filed-late', own)).toEqual([])
  })

  test('a holiday of the country, and of the department alone', () => {
    const armistice = aReport({ date: '2026-11-11', filedOn: '2026-11-11' })
    expect(sentences('on-holiday', anAdvisorMonth([armistice, armistice]))).toEqual([
      'Deux comptes rendus sont datés du mercredi 11 novembre, un jour férié.',
    ])
    const afterChristmas = aReport({ date: '2025-12-26', filedOn: '2025-12-26' })
    const december = { month: '2025-12' as CalendarMonth }
    const on = (department: string) =>
      found('on-holiday', anAdvisorMonth([afterChristmas], { ...december, department })).length
    expect([on('67'), on('09')]).toEqual([1, 0])
  })

  test('a day of absence, and a day of training but for the training', () => {
    const training = aReportOfKind('hors_accompagnement', { activity: 'formation' })
    const own = (kind: string) =>
      anAdvisorMonth([aReport(), training], { absences: [anAbsence('2026-11-20', '2026-11-20', kind)] })
    expect(sentences('on-absence', own('conge'))).toEqual([
      'Deux comptes rendus sont datés du vendredi 20 novembre, un jour d’absence.',
    ])
    expect(found('on-absence', own('formation'))).toEqual([])
    expect(sentences('on-training', own('formation'))).toEqual([
      'Un compte rendu est daté du vendredi 20 novembre, un jour de formation.',
    ])
  })

  test('half a day of absence leaves the other half to work', () => {
    const half = { ...anAbsence('2026-11-20'), fromNoon: true }
    expect(found('on-absence', anAdvisorMonth([aReport()], { absences: [half] }))).toEqual([])
  })
})

test('filed-late: more than thirty days, together, but for what came from a file', () => {
  const late = (filedOn: string, more: JsonObject = {}) => aReport({ date: '2026-11-02', filedOn, ...more })
  const own = anAdvisorMonth([
    late('2026-12-02'),
    late('2026-12-03'),
    late('2026-12-20'),
    late('2027-06-01', { imported: true }),
  ])
  expect(sentences('filed-late', own)).toEqual([
    'Deux comptes rendus ont été déposés jusqu’à 48 jours après l’activité.',
  ])
})

describe('workshops', () => {
  const place = { kind: 'lieu_activite', lieuId: aDocumentId() }
  const of = (total: number, fields: JsonObject = {}) =>
    aReportOfKind('collectif', { place, anonymous: { total }, ...fields })
  const earlier = [6, 8, 8, 10].map((total) => of(total, { date: '2026-06-02' }))

  test('one person is a workshop of one', () => {
    expect(found('workshop-of-one', anAdvisorMonth([of(2)]))).toEqual([])
    expect(sentences('workshop-of-one', anAdvisorMonth([of(1)]))).toEqual([
      'L’atelier du vendredi 20 novembre compte une seule personne.',
    ])
  })

  test('far more people than the others of the place', () => {
    expect(found('large-workshop', anAdvisorMonth([...earlier, of(20)]))).toEqual([])
    expect(sentences('large-workshop', anAdvisorMonth([...earlier, of(21)]))).toEqual([
      'L’atelier du vendredi 20 novembre compte 21 personnes ; ceux de ce lieu en comptent 8 d’habitude.',
    ])
  })

  test('a first workshop is compared with nothing', () => {
    expect(found('large-workshop', anAdvisorMonth([of(200)]))).toEqual([])
  })

  test('details of more people than there were', () => {
    const wrong = of(6, { anonymous: { total: 6, gender: { feminin: 4, masculin: 3 } } })
    expect(sentences('sums-above-total', anAdvisorMonth([of(6), wrong]))).toEqual([
      'L’atelier du vendredi 20 novembre compte moins de participants que la somme de leur détail.',
    ])
  })
})

test('same-text: ten reports with the same words, however they are typed', () => {
  const notes = 'Aide à la déclaration de revenus'
  const many = (count: number) =>
    anAdvisorMonth(
      Array.from({ length: count }, (_, at) =>
        aReport({ notes: at % 2 ? notes : `${notes.toUpperCase()}.` }),
      ),
    )
  expect(found('same-text', many(9))).toEqual([])
  expect(sentences('same-text', many(10))).toEqual(['10 comptes rendus ont la même note, mot pour mot.'])
})

describe('unusual-month', () => {
  const more = (times: number) => {
    const usual = ordinary()
    const month = usual.filter((body) => dayIn(body) >= '2026-11-01')
    return anAdvisorMonth([...usual, ...Array.from({ length: times - 1 }, () => month).flat()])
  }

  test('three times the usual is pointed out, as much again isn’t', () => {
    expect(found('unusual-month', more(1))).toEqual([])
    expect(sentences('unusual-month', more(3))).toEqual([
      expect.stringMatching(
        /^Ce mois compte 36 activités ; d’après les mois précédents, on en attendrait 1\d environ\.$/,
      ),
    ])
  })

  test('a few reports more are the same facts', () => {
    const own = more(3)
    const [one] = found('unusual-month', own)
    const oneMore = own.reports.slice(0, 1).map((report) => ({ ...report, id: aDocumentId() }))
    const [two] = found('unusual-month', { ...own, reports: [...own.reports, ...oneMore] })
    expect(two?.key).toBe(one?.key)
    expect(two?.sentence).not.toBe(one?.sentence)
  })

  test('a month that isn’t over is not compared', () => {
    expect(found('unusual-month', { ...more(3), today: '2026-11-30' as CalendarDay })).toEqual([])
  })
})

describe('silence', () => {
  const without = (from: string, to: string) =>
    ordinary('2026-09-07').filter((body) => dayIn(body) < from || dayIn(body) > to)

  test('ten working days without an activity, whenever it was filed', () => {
    // Tuesday 3 to Tuesday 17: ten working days, since the 11th is none.
    expect(found('silence', anAdvisorMonth(without('2026-11-04', '2026-11-16')))).toEqual([])
    expect(sentences('silence', anAdvisorMonth(without('2026-11-01', '2026-11-16')))).toEqual([
      'Aucune activité n’est datée entre le lundi 2 novembre et le lundi 16 novembre, soit 10 jours ouvrés.',
    ])
  })

  test('an absence explains it', () => {
    const absences = [anAbsence('2026-11-05', '2026-11-06')]
    expect(found('silence', anAdvisorMonth(without('2026-11-01', '2026-11-16'), { absences }))).toEqual([])
  })

  test('what October told isn’t told again in November', () => {
    const october = without('2026-10-12', '2026-11-05')
    expect(found('silence', anAdvisorMonth(october, { month: '2026-10' as CalendarMonth }))).toHaveLength(1)
    expect(found('silence', anAdvisorMonth(october))).toEqual([])
  })

  test('it goes on as the same one until yesterday, and days to come are not silent', () => {
    const own = anAdvisorMonth(without('2026-11-01', '2026-12-31'))
    const until = (today: string) => found('silence', { ...own, today: today as CalendarDay })
    expect(until('2026-11-16')).toEqual([])
    const [first] = until('2026-11-17')
    const [later] = until('2026-11-25')
    expect(first?.key).toBeDefined()
    expect(later?.key).toBe(first?.key)
  })
})

test('untouched-mission: told with the last month of a quarter that is over', () => {
  const own = (month: string, today: string) =>
    anAdvisorMonth(
      ordinary('2026-06-01', '2026-10-31').map((body) =>
        sameJson(body['themes'], ['securite_numerique']) ? { ...body, themes: ['email'] } : body,
      ),
      { month: month as CalendarMonth, today: today as CalendarDay },
    )
  expect(sentences('untouched-mission', own('2026-09', '2026-10-01'))).toEqual([
    'Aucun accompagnement du trimestre ne touche la mission « Sensibiliser aux enjeux du numérique et favoriser des usages citoyens et critiques ».',
  ])
  expect(found('untouched-mission', own('2026-09', '2026-09-30'))).toEqual([])
  expect(found('untouched-mission', own('2026-08', '2026-10-01'))).toEqual([])
})
