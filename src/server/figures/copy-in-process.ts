import type { ColumnarCopy } from '../columnar-copy/columnar-copy.ts'
import { RunningCopy, type CopyAnswer, type RunningCopyParts } from '../columnar-copy/running-copy.ts'
import { copyQuestions, type AnswerOf, type AskedCopy, type QuestionName } from './copy-questions.ts'

/** The columnar copy in this very process: where the database is embedded, since one process has its folder. */
export function copyInProcess(parts: RunningCopyParts): AskedCopy {
  const running = new RunningCopy(parts)
  return {
    start: () => running.start(),
    stop: () => running.stop(),
    // The types say that a question's answer is the one of its name.
    ask: async <N extends QuestionName>(
      name: N,
      question: never,
      early: (answer: CopyAnswer<AnswerOf<N>>) => void = () => undefined,
    ) => {
      const asked: (copy: ColumnarCopy, question: never, tell: (value: unknown) => void) => Promise<unknown> =
        copyQuestions[name]
      return (await running.answer((copy, countedAt) =>
        asked(copy, question, (value) => early({ value: value as AnswerOf<N>, countedAt })),
      )) as CopyAnswer<AnswerOf<N>>
    },
  }
}
