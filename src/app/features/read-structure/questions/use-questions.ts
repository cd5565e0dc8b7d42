import { useCallback, useEffect, useState } from 'react'
import type { StructureThread } from '../../../../domain/access/structure-questions.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import { fetchQuestions, keepQuestions, readKeptQuestions } from '../../../data/structure-questions.ts'
import type { ReadPhase } from '../activities-view.ts'

export interface QuestionsView {
  /** Undefined where nothing was ever read here. */
  readonly threads: readonly StructureThread[] | undefined
  readonly phase: ReadPhase
}

/** Questions and answers of a structure: those kept here at once, the server's as soon as it answers; and asking again. */
export function useQuestions(structureId: StructureId): QuestionsView & { reload: () => void } {
  const db = useDatabase()
  const [view, setView] = useState<QuestionsView>({ threads: undefined, phase: 'asking' })
  const load = useCallback(
    async (isAwaited: () => boolean) => {
      const show = (change: (before: QuestionsView) => QuestionsView) => {
        if (isAwaited()) setView(change)
      }
      const kept = await readKeptQuestions(db, structureId)
      show((before) => ({ ...before, threads: before.threads ?? kept }))
      const outcome = await fetchQuestions(structureId)
      if (outcome.ok) {
        show(() => ({ threads: outcome.threads, phase: 'read' }))
        return keepQuestions(db, structureId, outcome.threads)
      }
      const { reason } = outcome
      show(({ threads }) => ({ threads: reason === 'forbidden' ? undefined : threads, phase: reason }))
    },
    [db, structureId],
  )
  useEffect(() => {
    let isAwaited = true
    load(() => isAwaited).catch(rememberError)
    return () => {
      isAwaited = false
    }
  }, [load])
  const reload = useCallback(() => void load(() => true).catch(rememberError), [load])
  return { ...view, reload }
}
