import type { ColumnarCopy } from '../columnar-copy/columnar-copy.ts'
import { askNeeds, firstYearCounted } from '../columnar-copy/ask-needs.ts'
import type { CopyAnswer } from '../columnar-copy/running-copy.ts'
import { countYear } from '../open-data/count-year.ts'
import { allTerritories } from '../territory/territories.ts'
import { stateFiguresOf } from './read-state-figures.ts'

/** Every question that the columnar copy is asked, by its name: questions and answers are data, since they go to another process. */
export const copyQuestions = {
  'state-figures': stateFiguresOf,
  needs: async (copy: ColumnarCopy, { year }: { readonly year: number }) =>
    askNeeds(copy, year, (await allTerritories()).communeOf),
  'first-year-counted': firstYearCounted,
  'open-data-year': (copy: ColumnarCopy, { year }: { readonly year: number }) => countYear(copy, year),
} as const satisfies Record<string, (copy: ColumnarCopy, question: never, tell: never) => Promise<unknown>>

type Questions = typeof copyQuestions
export type QuestionName = keyof Questions
export type QuestionOf<N extends QuestionName> = Parameters<Questions[N]>[1]
export type AnswerOf<N extends QuestionName> = Awaited<ReturnType<Questions[N]>>

/** The columnar copy as whoever asks it sees it, wherever it runs. */
export interface AskedCopy {
  /**
   * Throws `unavailable` as long as the copy can't be had.
   *
   * @param early takes what is known of the answer before all of it is, where the question tells that; of the same state
   */
  ask<N extends QuestionName>(
    name: N,
    question: QuestionOf<N>,
    early?: (answer: CopyAnswer<AnswerOf<N>>) => void,
  ): Promise<CopyAnswer<AnswerOf<N>>>
  /** Begins to follow what is pushed; the first question does so too. */
  start(): void
  stop(): Promise<void>
}
