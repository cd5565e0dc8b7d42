import type { DocumentId } from '../ids.ts'
import type { AdvisorMonth } from './advisor-month.ts'
import type { AnomalyKind } from './anomaly-kinds.ts'
import type { Thresholds } from './thresholds.ts'

/** What a rule found, before it has its key. */
export interface Found {
  /** What was judged: as long as it is the same, so is the finding. Never a private text, nor made from one. */
  readonly facts: readonly (string | number)[]
  /** The reports to look at, side by side; none where it is about what isn't there. */
  readonly evidence: readonly DocumentId[]
  /** French: what is there, in plain words, without blame. */
  readonly sentence: string
}

/** One thing that may deserve a look. Pure: the same month gives the same findings, in whatever order its reports come. */
export interface Rule<K extends AnomalyKind> {
  /** French: what is grouped under it. */
  readonly title: string
  /** French: what it compares with, for whoever asks why this is shown. */
  words(thresholds: Thresholds[K]): string
  /** French: what settles it most often, to be chosen rather than typed. */
  readonly answers: readonly string[]
  find(own: AdvisorMonth, thresholds: Thresholds[K]): Found[]
}
