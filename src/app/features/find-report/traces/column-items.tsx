import { readingInWords } from '../../../../domain/access/reading-words.ts'
import { readerTimes } from '../../../../domain/access/reader-times.ts'
import type { ReportReading } from '../../../../domain/access/readings.ts'
import { inOneColumn } from '../../../../domain/report-message/one-column.ts'
import type { LocalMessage } from '../../../data/report-messages.ts'
import { formatInstant } from '../../../ui/format/instant.ts'
import type { ThreadEvent, ThreadItem } from '../../../ui/MessageThread.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { HistoryStep } from './history-steps.ts'
import { StepChanges } from './StepChanges.tsx'

export interface Traces {
  /** In their order of reading. */
  messages: readonly LocalMessage[]
  steps: readonly HistoryStep[]
  readings: readonly ReportReading[]
  /** This device, by which its own saves are told. */
  here: string | undefined
}

/** What was said of a report, what became of it and who read it, in the order of time. */
export function columnItems({ messages, steps, readings, here }: Traces): (ThreadItem | ThreadEvent)[] {
  const told = messages.map((message) => ({ at: message.at, item: itemOf(message) }))
  const changes = steps.map((step) => ({ at: new Date(step.at).toISOString(), item: stepEvent(step, here) }))
  const readers = readerTimes(readings).map((times) => ({
    at: times.last,
    item: {
      id: `reading-${times.way}-${times.readerName}`,
      event: readingInWords(times),
      when: `${times.days > 1 ? 'la dernière fois ' : ''}${formatInstant(Date.parse(times.last))}`,
    },
  }))
  return inOneColumn(told, [...changes, ...readers]).map(({ item }) => item)
}

function itemOf({ id, kind, fromName, text, at, mark }: LocalMessage): ThreadItem {
  const isOwn = fromName === undefined
  return {
    id,
    who: isOwn ? 'Vous' : fromName || 'Votre structure',
    when: formatInstant(Date.parse(at)),
    text: kind === 'correction' ? 'Compte rendu corrigé.' : text,
    isOwn,
    state: isOwn && <StateMark state={mark} />,
  }
}

function stepEvent(step: HistoryStep, here: string | undefined): ThreadEvent {
  return {
    id: `step-${step.rev}`,
    event: `${words[step.kind]} ${bySomebody(step, here)}`,
    when: formatInstant(step.at),
    detail: step.changes.length > 0 && <StepChanges step={step} />,
  }
}

/** A report is written by its author alone, or by what looks after the data. */
function bySomebody({ deviceId }: HistoryStep, here: string | undefined): string {
  if (deviceId === null) return 'par le service'
  return deviceId === here ? 'par vous, sur cet appareil' : 'par vous, sur un autre appareil'
}

const words: Readonly<Record<HistoryStep['kind'], string>> = {
  filed: 'Déposé',
  changed: 'Modifié',
  deleted: 'Supprimé',
  restored: 'Rétabli',
  erased: 'Effacé',
}
