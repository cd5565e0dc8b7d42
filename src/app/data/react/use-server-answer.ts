import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CountedOutcome } from '../counted-elsewhere.ts'
import type { CoopDatabase } from '../database.ts'
import { rememberError } from '../last-errors.ts'
import type { ReadRefusal } from '../read-refusal.ts'
import { useDatabase } from './database-context.ts'

/** Where the reading stands: under way, done, or why it brought nothing. */
export type ReadPhase = 'asking' | 'read' | ReadRefusal

/** What only the server knows: what is read of it, and whether it is of now. */
export interface ServerAnswer<A, Q = unknown> {
  /** The answer to the question, or to the one before while the server is asked. */
  answer: A | undefined
  /** The question that this answers. */
  of: Q | undefined
  phase: ReadPhase
}

/** How the answers to a kind of question are had, and kept for when there is no network. The same object always. */
export interface AnsweredBy<Q, A> {
  readonly fetch: (question: Q) => Promise<CountedOutcome<A>>
  /** In place of `fetch` where some of an answer is there before the rest: it is shown as it comes. */
  readonly fetchEarly?: (question: Q, early: (answer: A) => void) => Promise<CountedOutcome<A>>
  readonly keep: (db: CoopDatabase, question: Q, answer: A) => Promise<void>
  readonly readKept: (db: CoopDatabase, question: Q) => Promise<A | undefined>
}

export interface AskedServer<A, Q> extends ServerAnswer<A, Q> {
  /** Asks again. */
  reload: () => void
  /** Shows and keeps what the server has said since of the same question. */
  put: (answer: A) => void
}

/** What the server knows: the answer kept here for the same question at once, the server's as soon as it is there. */
export function useServerAnswer<Q, A>(question: Q, by: AnsweredBy<Q, A>): AskedServer<A, Q> {
  const db = useDatabase()
  const [view, setView] = useState<ServerAnswer<A, Q>>({ answer: undefined, of: undefined, phase: 'asking' })
  const [times, setTimes] = useState(0)
  // Another object each time that it is asked again.
  const asked = useMemo(() => ({ question, times }), [question, times])
  useEffect(() => {
    const { question: asking } = asked
    let isAsked = true
    const show = (change: (before: ServerAnswer<A, Q>) => ServerAnswer<A, Q>) => {
      if (isAsked) setView(change)
    }
    const read = async () => {
      show((before) => ({ ...before, phase: 'asking' }))
      const kept = await by.readKept(db, asking)
      if (kept) show((before) => ({ ...before, answer: kept, of: asking }))
      const early = (answer: A) => show((before) => ({ ...before, answer, of: asking }))
      const outcome = await (by.fetchEarly ? by.fetchEarly(asking, early) : by.fetch(asking))
      if (!outcome.ok) {
        // The answer to another question would be taken for this one's; who may not read it reads none.
        const answer = outcome.reason === 'forbidden' ? undefined : kept
        return show(() => ({ answer, of: asking, phase: outcome.reason }))
      }
      show(() => ({ answer: outcome.figures, of: asking, phase: 'read' }))
      await by.keep(db, asking, outcome.figures)
    }
    read().catch(rememberError)
    return () => {
      isAsked = false
    }
  }, [db, asked, by])
  const reload = useCallback(() => setTimes((before) => before + 1), [])
  const put = useCallback(
    (answer: A) => {
      setView((before) => ({ ...before, answer, of: question }))
      by.keep(db, question, answer).catch(rememberError)
    },
    [db, question, by],
  )
  return { ...view, reload, put }
}
