import type { PermittedStep } from '../../../../domain/access/permitted-history.ts'
import { readingInWords } from '../../../../domain/access/reading-words.ts'
import { readerTimes } from '../../../../domain/access/reader-times.ts'
import type { StructureReport } from '../../../../domain/access/structure-report.ts'
import type { StructureMessage } from '../../../../domain/access/structure-questions.ts'
import { inOneColumn } from '../../../../domain/report-message/one-column.ts'
import { inReadingOrder } from '../../../../domain/report-message/thread.ts'
import { formatInstant } from '../../../ui/format/instant.ts'
import type { ThreadEvent, ThreadItem } from '../../../ui/MessageThread.tsx'
import { stepLines } from './step-lines.ts'

/** What was said of a report, what became of it and who read it, in the order of time. */
export function columnItems(
  messages: readonly StructureMessage[],
  report: StructureReport | undefined,
): (ThreadItem | ThreadEvent)[] {
  const told = inReadingOrder(messages).map((message) => ({ at: message.at, item: itemOf(message) }))
  const steps = (report?.history ?? []).map((step, index) => ({
    at: step.at,
    item: stepEvent(step, `step-${index}`),
  }))
  const readings = readerTimes(report?.readings ?? []).map((times) => ({
    at: times.last,
    item: {
      id: `reading-${times.way}-${times.readerName}`,
      event: readingInWords(times),
      when: `${times.days > 1 ? 'la dernière fois ' : ''}${formatInstant(Date.parse(times.last))}`,
    },
  }))
  return inOneColumn(told, [...steps, ...readings]).map(({ item }) => item)
}

function itemOf({ id, kind, byName, isAdvisors, text, at }: StructureMessage): ThreadItem {
  return {
    id,
    who: byName,
    when: formatInstant(Date.parse(at)),
    text: kind === 'correction' ? 'Compte rendu corrigé.' : text,
    isOwn: !isAdvisors,
  }
}

function stepEvent(step: PermittedStep, id: string): ThreadEvent {
  const lines = stepLines(step)
  return {
    id,
    event: `${step.byName || 'Le service'} a ${verbs[step.kind]} ce compte rendu`,
    when: formatInstant(Date.parse(step.at)),
    detail: lines.length > 0 && (
      <ul>
        {lines.map(({ label, text }) => (
          <li key={label}>
            {label}&nbsp;: {text}
          </li>
        ))}
      </ul>
    ),
  }
}

const verbs: Readonly<Record<PermittedStep['kind'], string>> = {
  filed: 'déposé',
  changed: 'modifié',
  deleted: 'supprimé',
  restored: 'rétabli',
}
