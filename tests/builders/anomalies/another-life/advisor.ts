import { documentIdSchema, type DocumentId } from '../../../../src/domain/ids.ts'
import type { Theme } from '../../../../src/domain/report/themes.ts'
import {
  happens,
  oneOf,
  seededRandom,
  wholeBetween,
} from '../../../../src/server/demonstration/seeded-random.ts'
import { seededDocumentId } from '../../../../src/server/demonstration/seeded-uuid.ts'
import { factor } from './draws.ts'
import { kindsOfAdvisors, type FilingHabit, type Habits, type NoteHabit } from './habits.ts'
import { copiedNotesOf } from './notes.ts'

/** One advisor: a kind of work, and what this person makes of it. */
export interface Advisor {
  readonly seed: string
  readonly department: string
  readonly zone: 'A' | 'B' | 'C'
  readonly habits: Habits
  readonly filing: FilingHabit
  readonly notes: NoteHabit
  /** Texts that are put again and again, and the share of reports that have one. */
  readonly copiedNotes: readonly [string, ...string[]]
  readonly noteShare: number
  /** How busy, compared with the kind. */
  readonly pace: number
  readonly themeWeights: Readonly<Record<Theme, number>>
  readonly lieux: readonly [DocumentId, ...DocumentId[]]
  readonly communes: readonly [string, ...string[]]
  /** Whether some public holidays are worked on purpose: a market, a village's feast. */
  readonly worksOnHolidays: boolean
  /** Declares what absence there is in the tool, down to single days. */
  readonly declaresAll: boolean
  /** Share of what is forgotten, and filed days or weeks later. */
  readonly forgets: number
}

export function advisorOf(number: number): Advisor {
  const seed = `another/${number}`
  const random = seededRandom(`${seed}/advisor`)
  const habits = kindsOfAdvisors[(number - 1) % kindsOfAdvisors.length] ?? kindsOfAdvisors[0]
  const [department, zone] = oneOf(random, departments)
  const commune = () => `${department}${wholeBetween(random, 1, 399).toString()}`.padEnd(5, '0').slice(0, 5)
  const lieu = () => documentIdSchema.parse(seededDocumentId(random, new Date('2024-02-01T09:00:00Z')))
  const more = Array.from({ length: habits.lieux + wholeBetween(random, 0, 1) - 1 }, lieu)
  return {
    seed,
    department,
    zone,
    habits,
    filing: oneOf(random, habits.filing),
    notes: oneOf(random, habits.notes),
    copiedNotes: copiedNotesOf(random),
    noteShare: 0.3 + 0.65 * random(),
    pace: factor(random, 0.2),
    themeWeights: themeWeightsOf(random, habits),
    lieux: [lieu(), ...more],
    communes: [commune(), ...Array.from({ length: wholeBetween(random, 2, 9) }, commune)],
    worksOnHolidays: happens(random, 0.12),
    declaresAll: happens(random, 0.5),
    forgets: 0.03 * random(),
  }
}

/** Everybody has themes of their own, around what is usual. */
function themeWeightsOf(random: () => number, { leaning }: Habits): Record<Theme, number> {
  const weights = { ...usualThemes }
  // Object.keys forgets the literal keys of the table.
  for (const theme of Object.keys(weights) as Theme[]) {
    weights[theme] *= (leaning[theme] ?? 1) * factor(random, 0.5)
  }
  return weights
}

const usualThemes: Readonly<Record<Theme, number>> = {
  aide_aux_demarches_administratives: 32,
  prendre_en_main_du_materiel: 18,
  email: 10,
  navigation_sur_internet: 8,
  gere_ses_contenus_numeriques: 7,
  bureautique: 5,
  securite_numerique: 4,
  insertion_professionnelle: 4,
  reseaux_sociaux: 3,
  sante: 3,
  banque_et_achats_en_ligne: 3,
  maintenance_de_materiel: 3,
  diagnostic_numerique: 2,
  scolarite_et_numerique: 2,
  intelligence_artificielle: 1.5,
  culture_numerique: 1,
  parentalite: 0.7,
  creer_avec_le_numerique: 0.7,
  entrepreneuriat: 0.7,
}

const departments: readonly [[string, 'A' | 'B' | 'C'], ...[string, 'A' | 'B' | 'C'][]] = [
  ['09', 'C'],
  ['59', 'B'],
  ['67', 'B'],
  ['23', 'A'],
  ['93', 'C'],
  ['35', 'B'],
  ['13', 'B'],
  ['33', 'A'],
  ['57', 'B'],
  ['44', 'B'],
  ['38', 'A'],
  ['974', 'C'],
]
