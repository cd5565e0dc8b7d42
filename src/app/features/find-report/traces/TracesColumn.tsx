import type { ReportReading } from '../../../../domain/access/readings.ts'
import type { DocumentId } from '../../../../domain/ids.ts'
import { useDeviceId } from '../../../data/react/use-device-id.ts'
import type { LocalMessage } from '../../../data/report-messages.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { MessageThread } from '../../../ui/MessageThread.tsx'
import { columnItems } from './column-items.tsx'
import { historySteps } from './history-steps.ts'
import { useHistory } from './use-traces.ts'

export interface TracesColumnProps {
  report: DocumentId
  messages: readonly LocalMessage[]
  readings: readonly ReportReading[]
}

/** One column in the order of time: what is on the device at once, and what the server knows once it has said so. */
export function TracesColumn({ report, messages, readings }: TracesColumnProps) {
  const here = useDeviceId()
  const outcome = useHistory(report)
  const items = columnItems({
    messages,
    steps: outcome?.ok ? historySteps(outcome.revisions) : [],
    readings,
    here,
  })
  return (
    <>
      {items.length > 0 && <MessageThread label="Suivi de ce compte rendu" items={items} />}
      {!outcome && <Loading>Lecture de l’historique…</Loading>}
      {outcome && !outcome.ok && <p>L’historique se lit avec du réseau. Réessayez plus tard.</p>}
      {outcome?.ok && outcome.revisions.length === 0 && <p>Ce compte rendu n’est pas encore envoyé.</p>}
    </>
  )
}
