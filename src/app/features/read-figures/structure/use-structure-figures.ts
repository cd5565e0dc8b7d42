import { useEffect, useState } from 'react'
import type { StructureFigures } from '../../../../domain/access/structure-figures.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import type { ReadRefusal } from '../../../data/read-refusal.ts'
import {
  fetchStructureFigures,
  keepStructureFigures,
  readKeptFigures,
  type StructureFiguresQuestion,
} from '../../../data/structure-figures.ts'

export interface StructureFiguresView {
  /** The answer to the question, or to the one before while the server counts. */
  figures: StructureFigures | undefined
  phase: 'asking' | 'read' | ReadRefusal
}

/** A structure's figures: those kept here for the same question at once, the server's as soon as it has counted. */
export function useStructureFigures(question: StructureFiguresQuestion): StructureFiguresView {
  const db = useDatabase()
  const [view, setView] = useState<StructureFiguresView>({ figures: undefined, phase: 'asking' })
  useEffect(() => {
    let isAsked = true
    const show = (change: (before: StructureFiguresView) => StructureFiguresView) => {
      if (isAsked) setView(change)
    }
    const read = async () => {
      show(({ figures }) => ({ figures, phase: 'asking' }))
      const kept = await readKeptFigures(db, question)
      if (kept) show((before) => ({ ...before, figures: kept }))
      const outcome = await fetchStructureFigures(question)
      // Figures of another question would be taken for the answer to this one.
      if (!outcome.ok) return show(() => ({ figures: kept, phase: outcome.reason }))
      show(() => ({ figures: outcome.figures, phase: 'read' }))
      await keepStructureFigures(db, question, outcome.figures)
    }
    read().catch(rememberError)
    return () => {
      isAsked = false
    }
  }, [db, question])
  return view
}
