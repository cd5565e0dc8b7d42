import type { CalendarDay } from '../calendar-day.ts'
import type { CommitmentFacts } from './commitment-facts.ts'

export const commitmentNumbers = [1, 2, 3, 4, 5, 6, 7] as const
export type CommitmentNumber = (typeof commitmentNumbers)[number]

export const commitmentStatuses = ['late', 'to-do', 'kept', 'unknown', 'not-applicable'] as const
/** `unknown`: nothing shows it yet, which is no breach. `not-applicable`: there is nothing to keep for now. */
export type CommitmentStatus = (typeof commitmentStatuses)[number]

export const commitmentStatusLabels: Readonly<Record<CommitmentStatus, string>> = {
  kept: 'Tenu',
  'to-do': 'À faire',
  late: 'En retard',
  'not-applicable': 'Sans objet',
  unknown: 'On ne sait pas encore',
}

export const evidenceSources = [
  'posts',
  'reports',
  'anomalies',
  'seals',
  'kit',
  'training',
  'community',
  'none',
] as const
/** What keeps what is told. */
export type EvidenceSourceName = (typeof evidenceSources)[number]

export const evidenceSourceLabels: Readonly<Record<EvidenceSourceName, string>> = {
  posts: 'Postes et recrutement',
  reports: 'Comptes rendus reçus',
  anomalies: 'Points à regarder',
  seals: 'Mois attestés',
  kit: 'Tenue et équipement',
  training: 'Formation et examens',
  community: 'Vie de la communauté',
  none: 'Rien dans Espace Coop pour le moment',
}

/** One thing that shows where a commitment stands. */
export interface Evidence {
  /** French, one sentence, without the name of anybody but advisors of the structure. */
  readonly words: string
  /** The day that it is of; null where it is of no day. */
  readonly day: CalendarDay | null
  readonly source: EvidenceSourceName
}

export const commitmentPages = ['recruitment', 'activities', 'month', 'kit', 'training'] as const
/** Where the next thing is done. */
export type CommitmentPage = (typeof commitmentPages)[number]

export interface NextAction {
  /** French, what to do. */
  readonly words: string
  /** By when; null where no day is set. */
  readonly by: CalendarDay | null
  readonly page: CommitmentPage
}

/** Where one commitment stands, and why. */
export interface Judgement {
  readonly status: CommitmentStatus
  readonly evidence: readonly Evidence[]
  /**
   * The evidence that the State is told, in its own words: without anybody's name, a count of what was done, a step of a
   * recruitment, or what deserves a look (domain.md, "Who may see what"). It is told none unless a commitment says which.
   */
  readonly toState?: readonly Evidence[]
  readonly next: NextAction | null
}

/**
 * One commitment and what judges it. A file each, listed in `commitments.ts`: whoever brings new evidence adds its facts
 * to `commitment-facts.ts`, and reads them in the commitment's own file.
 */
export interface Commitment {
  readonly number: CommitmentNumber
  /** French, what the structure owes. */
  readonly title: string
  /** Pure: the same facts, the same judgement. */
  readonly judge: (facts: CommitmentFacts) => Judgement
}

/** What nothing shows yet, said as such: it counts for nothing, and isn't asked for. */
export function notKnownYet(words: string): Judgement {
  const evidence: readonly Evidence[] = [{ words, day: null, source: 'none' }]
  return { status: 'unknown', evidence, toState: evidence, next: null }
}
