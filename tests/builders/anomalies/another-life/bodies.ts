import type { CalendarDay } from '../../../../src/domain/calendar-day.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import type { OtherTime } from '../../../../src/domain/report/activity-nomenclature.ts'
import { ageRangeLabels, statusLabels } from '../../../../src/domain/report/nomenclature.ts'
import type { AdministrativeTheme, Theme } from '../../../../src/domain/report/themes.ts'
import { procedureNames } from '../../../../src/server/demonstration/procedure-names.ts'
import {
  happens,
  oneOf,
  weighted,
  weightedItem,
  wholeBetween,
  type Random,
} from '../../../../src/server/demonstration/seeded-random.ts'
import type { Advisor } from './advisor.ts'
import { longNote, shortNote } from './notes.ts'
import type { Person } from './people.ts'

/** What was done, without when it was filed. */
export type Body = JsonObject & { readonly kind: string; readonly date: CalendarDay }

export interface Where {
  readonly advisor: Advisor
  readonly day: CalendarDay
  /** Where the advisor is on that half-day. */
  readonly lieu: string
}

/** One person's visit. */
export function visitBody(random: Random, { advisor, day, lieu }: Where, person: Person): Body {
  const { habits } = advisor
  const theme = themeOf(random, advisor, day)
  const themes = happens(random, 0.3 * habits.detail + 0.1)
    ? [...new Set([theme, themeOf(random, advisor, day)])]
    : [theme]
  return {
    kind: 'individuel',
    date: day,
    minutes: weightedItem(random, habits.minutes),
    place: placeOf(random, advisor, lieu),
    themes,
    ...procedureOf(random, advisor, themes, day),
    beneficiary: person,
    ...(happens(random, habits.detail) ? { equipment: [weighted(random, equipment)] } : {}),
    ...(happens(random, habits.detail) ? { autonomy: weighted(random, autonomy) } : {}),
    ...orientationOf(random, habits.detail),
    ...noteOf(random, advisor, theme),
  }
}

/** A workshop; how many came, and of some of them what is known. */
export function workshopBody(
  random: Random,
  { advisor, day, lieu }: Where,
  { people, minutes, title, theme }: { people: number; minutes: number; title: string; theme: Theme },
): Body {
  const { detail } = advisor.habits
  return {
    kind: 'collectif',
    date: day,
    minutes,
    place: { kind: 'lieu_activite', lieuId: lieu },
    themes: [theme],
    ...(happens(random, 0.7) ? { title } : {}),
    ...(happens(random, detail)
      ? { level: weighted(random, { debutant: 7, intermediaire: 3, avance: 1 }) }
      : {}),
    anonymous: {
      total: people,
      ...(happens(random, detail) ? { alreadyAccompanied: wholeBetween(random, 0, people) } : {}),
      ...(happens(random, detail) ? { gender: marginOf(random, people, ['feminin', 'masculin']) } : {}),
      ...(happens(random, detail * 0.8)
        ? { ageRange: marginOf(random, people, knownOf(ageRangeLabels)) }
        : {}),
      ...(happens(random, detail * 0.6) ? { status: marginOf(random, people, knownOf(statusLabels)) } : {}),
    },
    ...noteOf(random, advisor, theme),
  }
}

/** A class that the advisor meets in its school. */
export function classBody(random: Random, { day, advisor }: Where, people: number, theme: Theme): Body {
  const girls = wholeBetween(random, Math.floor(people * 0.35), Math.ceil(people * 0.6))
  return {
    kind: 'collectif',
    date: day,
    minutes: oneOf(random, [55, 55, 60, 110]),
    place: { kind: 'autre', commune: oneOf(random, advisor.communes) },
    themes: [theme],
    title: oneOf(random, [
      'Intervention au collège',
      'Les réseaux sociaux, classe de 5e',
      'Prévention au lycée',
    ]),
    anonymous: {
      total: people,
      ...(happens(random, 0.6)
        ? { ageRange: { douze_dix_huit: people }, status: { scolarise: people } }
        : {}),
      ...(happens(random, 0.4) ? { gender: { feminin: girls, masculin: people - girls } } : {}),
    },
    notesShared: false,
  }
}

export function otherTimeBody(
  { day }: Pick<Where, 'day'>,
  activity: OtherTime,
  minutes: number,
  title?: string,
): Body {
  return {
    kind: 'hors_accompagnement',
    date: day,
    minutes,
    activity,
    ...(title === undefined ? {} : { title }),
    notesShared: false,
  }
}

export function eventBody(random: Random, { day }: Pick<Where, 'day'>): Body {
  return {
    kind: 'evenement',
    date: day,
    minutes: oneOf(random, [180, 240, 300, 420]),
    name: oneOf(random, [
      'Forum des associations',
      'Fête du village',
      'Portes ouvertes',
      'Semaine du numérique',
      'Marché',
    ]),
    type: oneOf(random, ['grand_public', 'grand_public', 'inclusion_numerique', 'national']),
    organisers: [oneOf(random, ['ma_structure', 'commune', 'epci', 'association'])],
    participants: oneOf(random, [15, 20, 30, 40, 60, 100, 150]),
    scale: oneOf(random, ['communal', 'communal', 'intercommunal']),
    notesShared: false,
  }
}

export function themeOf(random: Random, { themeWeights, habits }: Advisor, day: CalendarDay): Theme {
  const isTaxSeason = day.slice(5) >= '04-10' && day.slice(5) <= '06-08'
  const procedures = themeWeights.aide_aux_demarches_administratives * (isTaxSeason ? habits.taxSeason : 1)
  return weighted(random, { ...themeWeights, aide_aux_demarches_administratives: procedures })
}

function placeOf(random: Random, { habits, communes }: Advisor, lieu: string): JsonObject {
  const kind = weighted(random, habits.places)
  switch (kind) {
    case 'lieu_activite':
      return { kind, lieuId: lieu }
    case 'domicile':
    case 'autre':
      return { kind, commune: oneOf(random, communes) }
    case 'a_distance':
      return { kind }
  }
}

function procedureOf(
  random: Random,
  { habits }: Advisor,
  themes: readonly Theme[],
  day: CalendarDay,
): JsonObject {
  const isAsked = happens(random, 0.25 + 0.6 * habits.detail)
  if (!themes.includes('aide_aux_demarches_administratives') || !isAsked) return {}
  const spring = day.slice(5) >= '04-10' && day.slice(5) <= '06-08'
  const theme = weighted(random, { ...procedures, argent_impots: spring ? 60 : 10 })
  const name = happens(random, 0.4 * habits.detail)
    ? { procedureName: oneOf(random, procedureNames[theme]) }
    : {}
  return { administrativeThemes: [theme], ...name }
}

function orientationOf(random: Random, detail: number): JsonObject {
  if (!happens(random, detail * 0.7)) return {}
  if (happens(random, 0.85)) return { oriented: false }
  return {
    oriented: true,
    orientation: oneOf(random, [
      'administration',
      'aide_sociale',
      'mediation_numerique',
      'aide_aux_demarches_administratives',
    ]),
  }
}

function noteOf(random: Random, { notes, noteShare, copiedNotes }: Advisor, theme: Theme): JsonObject {
  const notesShared = happens(random, 0.2)
  if (notes === 'none' || !happens(random, noteShare)) return { notesShared: false }
  switch (notes) {
    case 'copied':
      return {
        notes: happens(random, 0.9) ? oneOf(random, copiedNotes) : shortNote(random, theme),
        notesShared,
      }
    case 'short':
      return { notes: shortNote(random, theme), notesShared }
    case 'long':
      return { notes: longNote(random, theme), notesShared }
  }
}

/** How many of a group are of each code; of some nothing is said. */
function marginOf(random: Random, people: number, codes: readonly string[]): JsonObject {
  const counts = new Map<string, number>()
  for (let person = 0; person < people; person += 1) {
    const code = codes[Math.floor(random() ** 0.7 * codes.length)]
    if (code !== undefined && happens(random, 0.95)) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

function knownOf(labels: typeof ageRangeLabels | typeof statusLabels): string[] {
  return Object.keys(labels).filter((code) => code !== 'non_communique')
}

const equipment = { ordinateur: 46, telephone: 40, tablette: 9, aucun: 3, autre: 2 } as const
const autonomy = { entierement_accompagne: 5, partiellement_autonome: 4, autonome: 1 } as const

const procedures: Readonly<Record<AdministrativeTheme, number>> = {
  social_sante: 25,
  papiers_elections_citoyennete: 18,
  argent_impots: 10,
  logement: 10,
  travail_formation: 10,
  transports_mobilite: 9,
  famille_scolarite: 8,
  etrangers_europe: 5,
  justice: 2,
  loisirs_sports_culture: 1.5,
  associations: 1.5,
}
