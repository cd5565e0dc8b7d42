import { useEffect, useState } from 'react'
import type { GroupFigures } from '../../../../domain/access/group-figures.ts'
import {
  fetchGroupFigures,
  keepGroupFigures,
  readKeptFigures,
  type GroupFiguresQuestion,
} from '../../../data/group-figures.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import type { ReadRefusal } from '../../../data/read-refusal.ts'

export interface GroupFiguresView {
  /** The answer to the question, or to the one before while the server counts. */
  figures: GroupFigures | undefined
  phase: 'asking' | 'read' | ReadRefusal
}

/** A group's figures: those kept here for the same question at once, the server's as soon as it has counted. */
export function useGroupFigures(question: GroupFiguresQuestion): GroupFiguresView {
  const db = useDatabase()
  const [view, setView] = useState<GroupFiguresView>({ figures: undefined, phase: 'asking' })
  useEffect(() => {
    let isAsked = true
    const show = (change: (before: GroupFiguresView) => GroupFiguresView) => {
      if (isAsked) setView(change)
    }
    const read = async () => {
      show(({ figures }) => ({ figures, phase: 'asking' }))
      const kept = await readKeptFigures(db, question)
      if (kept) show((before) => ({ ...before, figures: kept }))
      const outcome = await fetchGroupFigures(question)
      if (!outcome.ok) {
        // Figures of another question would be taken for the answer to this one; who may not read them reads none.
        const figures = outcome.reason === 'forbidden' ? undefined : kept
        return show(() => ({ figures, phase: outcome.reason }))
      }
      show(() => ({ figures: outcome.figures, phase: 'read' }))
      await keepGroupFigures(db, question, outcome.figures)
    }
    read().catch(rememberError)
    return () => {
      isAsked = false
    }
  }, [db, question])
  return view
}
