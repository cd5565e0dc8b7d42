import { useCallback, useMemo } from 'react'
import type { SettlementsAnswer } from '../../../../domain/access/month-anomalies.ts'
import type { CalendarMonth } from '../../../../domain/calendar-month.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { fetchMonthAnomalies, keepMonthAnomalies, readKeptAnomalies } from '../../../data/month-anomalies.ts'
import { useServerAnswer } from '../../../data/react/use-server-answer.ts'
import { withSaid } from './anomalies-view.ts'

const byServer = { fetch: fetchMonthAnomalies, keep: keepMonthAnomalies, readKept: readKeptAnomalies }

/** What deserves a look in a month, and what is said of it meanwhile. */
export function useMonthAnomalies(structure: StructureId, month: CalendarMonth) {
  const asked = useMemo(() => ({ structure, month }), [structure, month])
  const { answer: read, phase, put, reload } = useServerAnswer(asked, byServer)
  // What is shown of another month would be taken for this one's.
  const answer = read?.month === month ? read : undefined
  /** What was said of a finding, as the server has it now. */
  const onSaid = useCallback(
    (said: SettlementsAnswer) => {
      if (answer) put(withSaid(answer, said))
    },
    [answer, put],
  )
  return { answer, phase, asked, onSaid, readAgain: reload }
}
