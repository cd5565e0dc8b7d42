import type { StructureId } from '../../../../domain/ids.ts'
import { useServerAnswer } from '../../../data/react/use-server-answer.ts'
import { fetchQuestions, keepQuestions, readKeptQuestions } from '../../../data/structure-questions.ts'

const byServer = { fetch: fetchQuestions, keep: keepQuestions, readKept: readKeptQuestions }

/** Questions and answers of a structure. */
export function useQuestions(structureId: StructureId) {
  const { answer, phase, reload } = useServerAnswer(structureId, byServer)
  return { threads: answer?.threads, phase, reload }
}
