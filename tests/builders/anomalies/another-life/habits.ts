import type { Theme } from '../../../../src/domain/report/themes.ts'

/** When somebody sits down to file. */
export type FilingHabit =
  'after-each' | 'end-of-half-day' | 'evening' | 'next-morning' | 'friday' | 'twice-a-month'

/** What somebody writes in notes, if anything. */
export type NoteHabit = 'none' | 'copied' | 'short' | 'long'

export interface WorkshopHabit {
  /** Of a week, outside school holidays. */
  readonly perWeek: number
  readonly inSchoolHolidays: boolean
  readonly least: number
  readonly most: number
  /** School classes met, of a week of school. */
  readonly classesPerWeek: number
  readonly minutes: readonly number[]
}

/** How one kind of advisor works: guesses from the trade, none of them a statistic. */
export interface Habits {
  readonly what: string
  /** People helped alone on each day of the week from Monday; undefined where the day isn't worked. */
  readonly visits: readonly (number | undefined)[]
  readonly minutes: readonly (readonly [minutes: number, weight: number])[]
  /** How many places of activity, and where people are met. */
  readonly lieux: number
  readonly places: Readonly<Record<'lieu_activite' | 'domicile' | 'a_distance' | 'autre', number>>
  readonly workshops: WorkshopHabit
  readonly filing: readonly [FilingHabit, ...FilingHabit[]]
  readonly notes: readonly [NoteHabit, ...NoteHabit[]]
  /** Share of the optional fields that are filled in. */
  readonly detail: number
  /** Share of people who are followed by name. */
  readonly named: number
  /** How many times more people come between April and June. */
  readonly taxSeason: number
  /** Share of meetings, travel and preparation that is reported. */
  readonly otherTime: number
  /** Minutes on the road, of a day. */
  readonly travel: number
  /** Themes that come so many times more often than elsewhere. */
  readonly leaning: Readonly<Partial<Record<Theme, number>>>
}

const someWorkshops: WorkshopHabit = {
  perWeek: 0.6,
  inSchoolHolidays: false,
  least: 3,
  most: 8,
  classesPerWeek: 0,
  minutes: [90, 120],
}

/** A number of kinds that isn't even, so that odd and even advisors are of every kind. */
export const kindsOfAdvisors: readonly [Habits, ...Habits[]] = [
  {
    what: 'a bus, with one long stop a week',
    visits: [1, 2.5, 11, 2.5, 1],
    minutes: [
      [20, 2],
      [30, 5],
      [45, 3],
      [60, 2],
    ],
    lieux: 1,
    places: { lieu_activite: 55, domicile: 1, a_distance: 3, autre: 41 },
    workshops: { ...someWorkshops, perWeek: 0.3, least: 3, most: 7 },
    filing: ['evening', 'friday'],
    notes: ['short', 'copied', 'none'],
    detail: 0.45,
    named: 0.15,
    taxSeason: 1.3,
    otherTime: 0.6,
    travel: 90,
    leaning: { prendre_en_main_du_materiel: 1.5 },
  },
  {
    what: 'a library, with drop-in hours',
    visits: [undefined, 4, 6, 2, 3, 4],
    minutes: [
      [10, 3],
      [15, 6],
      [20, 4],
      [30, 3],
    ],
    lieux: 1,
    places: { lieu_activite: 99, domicile: 0, a_distance: 1, autre: 0 },
    workshops: { ...someWorkshops, perWeek: 1, least: 4, most: 10 },
    filing: ['end-of-half-day', 'after-each'],
    notes: ['copied', 'none', 'short'],
    detail: 0.3,
    named: 0.05,
    taxSeason: 1.1,
    otherTime: 0.3,
    travel: 0,
    leaning: { culture_numerique: 3, creer_avec_le_numerique: 3, navigation_sur_internet: 2 },
  },
  {
    what: 'a town hall, by appointment',
    visits: [3, 3, 3.5, 3, 2],
    minutes: [
      [30, 2],
      [45, 2],
      [60, 7],
      [90, 1],
    ],
    lieux: 1,
    places: { lieu_activite: 88, domicile: 4, a_distance: 8, autre: 0 },
    workshops: { ...someWorkshops, perWeek: 0.4 },
    filing: ['after-each', 'next-morning'],
    notes: ['long', 'short'],
    detail: 0.7,
    named: 0.5,
    taxSeason: 1.4,
    otherTime: 0.5,
    travel: 0,
    leaning: {},
  },
  {
    what: 'two days a week',
    visits: [undefined, 5, undefined, 4.5, undefined],
    minutes: [
      [30, 4],
      [45, 3],
      [60, 4],
    ],
    lieux: 1,
    places: { lieu_activite: 90, domicile: 2, a_distance: 8, autre: 0 },
    workshops: { ...someWorkshops, perWeek: 0.3, most: 6 },
    filing: ['end-of-half-day', 'after-each'],
    notes: ['short', 'none', 'long'],
    detail: 0.5,
    named: 0.3,
    taxSeason: 1.2,
    otherTime: 0.2,
    travel: 0,
    leaning: { email: 1.5 },
  },
  {
    what: 'a social centre, filing in the evening',
    visits: [2, 3, 2, 3, 2],
    minutes: [
      [30, 4],
      [45, 3],
      [60, 3],
      [90, 1],
    ],
    lieux: 2,
    places: { lieu_activite: 90, domicile: 3, a_distance: 4, autre: 3 },
    workshops: { ...someWorkshops, perWeek: 1.6, least: 4, most: 12, inSchoolHolidays: true },
    filing: ['evening'],
    notes: ['long', 'copied'],
    detail: 0.55,
    named: 0.35,
    taxSeason: 1.1,
    otherTime: 0.7,
    travel: 0,
    leaning: { parentalite: 5, scolarite_et_numerique: 2 },
  },
  {
    what: 'an association, filing on Fridays for the week',
    visits: [2.5, 3.5, 2, 3.5, 1.5],
    minutes: [
      [30, 4],
      [60, 6],
      [90, 1],
    ],
    lieux: 3,
    places: { lieu_activite: 85, domicile: 6, a_distance: 5, autre: 4 },
    workshops: { ...someWorkshops, perWeek: 0.8 },
    filing: ['friday'],
    notes: ['copied', 'none', 'short'],
    detail: 0.25,
    named: 0.1,
    taxSeason: 1.2,
    otherTime: 0.4,
    travel: 30,
    leaning: { insertion_professionnelle: 2.5 },
  },
  {
    what: 'the country, with few and long visits',
    visits: [1.2, 1.8, 1, 1.8, 1],
    minutes: [
      [60, 5],
      [75, 1],
      [90, 4],
      [120, 3],
    ],
    lieux: 4,
    places: { lieu_activite: 45, domicile: 42, a_distance: 5, autre: 8 },
    workshops: { ...someWorkshops, perWeek: 0.2, least: 3, most: 6 },
    filing: ['evening', 'next-morning', 'twice-a-month'],
    notes: ['long', 'short'],
    detail: 0.65,
    named: 0.6,
    taxSeason: 1.3,
    otherTime: 0.8,
    travel: 75,
    leaning: { prendre_en_main_du_materiel: 1.8, maintenance_de_materiel: 2 },
  },
  {
    what: 'a France Services house, twenty a day in the season of taxes',
    visits: [8, 9, 7, 9, 7],
    minutes: [
      [10, 2],
      [15, 5],
      [20, 5],
      [30, 5],
      [45, 1],
    ],
    lieux: 1,
    places: { lieu_activite: 92, domicile: 0, a_distance: 8, autre: 0 },
    workshops: { ...someWorkshops, perWeek: 0.1, least: 3, most: 6 },
    filing: ['after-each', 'end-of-half-day', 'evening'],
    notes: ['copied', 'none', 'short'],
    detail: 0.35,
    named: 0.08,
    taxSeason: 2,
    otherTime: 0.2,
    travel: 0,
    leaning: { aide_aux_demarches_administratives: 3.5 },
  },
  {
    what: 'workshops above all',
    visits: [1, 0.8, 1.5, 0.8, 0.5],
    minutes: [
      [30, 3],
      [45, 2],
      [60, 4],
    ],
    lieux: 5,
    places: { lieu_activite: 85, domicile: 0, a_distance: 5, autre: 10 },
    workshops: { ...someWorkshops, perWeek: 3.2, least: 4, most: 12 },
    filing: ['next-morning', 'evening', 'twice-a-month'],
    notes: ['short', 'long', 'copied'],
    detail: 0.5,
    named: 0.2,
    taxSeason: 1,
    otherTime: 0.7,
    travel: 30,
    leaning: { securite_numerique: 2.5, bureautique: 2, intelligence_artificielle: 2 },
  },
  {
    what: 'young people, and their schools',
    visits: [1.5, 1.5, 3, 1.5, 1.5],
    minutes: [
      [30, 4],
      [45, 3],
      [60, 3],
    ],
    lieux: 2,
    places: { lieu_activite: 80, domicile: 0, a_distance: 12, autre: 8 },
    workshops: {
      ...someWorkshops,
      perWeek: 0.8,
      most: 12,
      inSchoolHolidays: true,
      classesPerWeek: 0.7,
      minutes: [60, 90, 120],
    },
    filing: ['end-of-half-day', 'friday'],
    notes: ['short', 'none', 'long'],
    detail: 0.4,
    named: 0.2,
    taxSeason: 1,
    otherTime: 0.5,
    travel: 15,
    leaning: { reseaux_sociaux: 4, insertion_professionnelle: 3, culture_numerique: 3 },
  },
  {
    what: 'several villages of one territory',
    visits: [3, 4, 1.5, 4, 2.5],
    minutes: [
      [30, 5],
      [45, 4],
      [60, 4],
    ],
    lieux: 6,
    places: { lieu_activite: 84, domicile: 8, a_distance: 5, autre: 3 },
    workshops: { ...someWorkshops, perWeek: 0.5, most: 10, classesPerWeek: 0.03 },
    filing: ['after-each', 'evening', 'end-of-half-day'],
    notes: ['copied', 'short', 'none', 'long'],
    detail: 0.45,
    named: 0.35,
    taxSeason: 1.4,
    otherTime: 0.5,
    travel: 45,
    leaning: {},
  },
]
