import { useEffect, useState } from 'react'
import type { CountedOutcome } from '../../data/counted-elsewhere.ts'
import type { CoopDatabase } from '../../data/database.ts'
import { rememberError } from '../../data/last-errors.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import type { ReadRefusal } from '../../data/read-refusal.ts'

/** Figures that the server counts: what is read, and whether it is of now. */
export interface CountedView<A, Q = unknown> {
  /** The answer to the question, or to the one before while the server counts. */
  figures: A | undefined
  /** The question that these figures answer. */
  of: Q | undefined
  phase: 'asking' | 'read' | ReadRefusal
}

/** How the answers to a kind of question are had, and kept for when there is no network. The same object always. */
export interface CountedBy<Q, A> {
  readonly fetch: (question: Q) => Promise<CountedOutcome<A>>
  readonly keep: (db: CoopDatabase, question: Q, figures: A) => Promise<void>
  readonly readKept: (db: CoopDatabase, question: Q) => Promise<A | undefined>
}

/** Figures counted elsewhere: those kept here for the same question at once, the server's as soon as it has counted. */
export function useCountedAnswer<Q, A>(question: Q, by: CountedBy<Q, A>): CountedView<A, Q> {
  const db = useDatabase()
  const [view, setView] = useState<CountedView<A, Q>>({ figures: undefined, of: undefined, phase: 'asking' })
  useEffect(() => {
    let isAsked = true
    const show = (change: (before: CountedView<A, Q>) => CountedView<A, Q>) => {
      if (isAsked) setView(change)
    }
    const read = async () => {
      show((before) => ({ ...before, phase: 'asking' }))
      const kept = await by.readKept(db, question)
      if (kept) show((before) => ({ ...before, figures: kept, of: question }))
      const outcome = await by.fetch(question)
      if (!outcome.ok) {
        // Figures of another question would be taken for the answer to this one; who may not read them reads none.
        const figures = outcome.reason === 'forbidden' ? undefined : kept
        return show(() => ({ figures, of: question, phase: outcome.reason }))
      }
      show(() => ({ figures: outcome.figures, of: question, phase: 'read' }))
      await by.keep(db, question, outcome.figures)
    }
    read().catch(rememberError)
    return () => {
      isAsked = false
    }
  }, [db, question, by])
  return view
}
