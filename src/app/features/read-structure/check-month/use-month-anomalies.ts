import { useCallback, useEffect, useMemo, useState } from 'react'
import type { MonthAnomalies, SettlementsAnswer } from '../../../../domain/access/month-anomalies.ts'
import type { CalendarMonth } from '../../../../domain/calendar-month.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { rememberError } from '../../../data/last-errors.ts'
import {
  fetchMonthAnomalies,
  keepMonthAnomalies,
  readKeptAnomalies,
  type AskedMonth,
} from '../../../data/month-anomalies.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import type { ReadPhase } from '../activities-view.ts'
import { withSaid } from './anomalies-view.ts'

export interface MonthAnomaliesView {
  /** Of the month that is asked about; the one kept here until the server answers. */
  answer: MonthAnomalies | undefined
  phase: ReadPhase
  asked: AskedMonth
  /** What was said of a finding, as the server has it now. */
  onSaid: (said: SettlementsAnswer) => void
  readAgain: () => void
}

/** What deserves a look in a month: the last view kept here at once, the server's as soon as it answers. */
export function useMonthAnomalies(structure: StructureId, month: CalendarMonth): MonthAnomaliesView {
  const db = useDatabase()
  const asked = useMemo(() => ({ structure, month }), [structure, month])
  const [times, setTimes] = useState(0)
  // Another object each time that it is asked again.
  const question = useMemo(() => ({ asked, times }), [asked, times])
  const [view, setView] = useState<Pick<MonthAnomaliesView, 'answer' | 'phase'>>({
    answer: undefined,
    phase: 'asking',
  })

  useEffect(() => {
    const { asked: asking } = question
    let isAsked = true
    const show = (next: typeof view) => {
      if (isAsked) setView(next)
    }
    const read = async () => {
      const kept = await readKeptAnomalies(db, asking)
      show({ answer: kept, phase: 'asking' })
      const outcome = await fetchMonthAnomalies(asking)
      // Who may not read it any more reads none of what was kept either.
      if (!outcome.ok)
        return show({ answer: outcome.reason === 'forbidden' ? undefined : kept, phase: outcome.reason })
      show({ answer: outcome.figures, phase: 'read' })
      await keepMonthAnomalies(db, asking, outcome.figures)
    }
    read().catch(rememberError)
    return () => {
      isAsked = false
    }
  }, [db, question])

  const onSaid = useCallback(
    (said: SettlementsAnswer) => {
      if (!view.answer) return
      const answer = withSaid(view.answer, said)
      setView({ ...view, answer })
      keepMonthAnomalies(db, asked, answer).catch(rememberError)
    },
    [db, asked, view],
  )
  const readAgain = useCallback(() => setTimes((before) => before + 1), [])
  // What is shown of another month would be taken for this one's.
  const answer = view.answer?.month === month ? view.answer : undefined
  return { answer, phase: view.phase, asked, onSaid, readAgain }
}
