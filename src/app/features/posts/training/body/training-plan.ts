import type { CalendarRead, UnreadableReason } from '../../../../../domain/appointment/planned-event.ts'
import {
  linesOfCalendar,
  type CalendarTrainee,
} from '../../../../../domain/commitments/training/calendar-lines.ts'
import {
  readTrainingLine,
  type TrainingLayout,
} from '../../../../../domain/commitments/training/training-file.ts'
import type { LineKind, TrainingLine } from '../../../../../domain/commitments/training/training-lines.ts'
import type { Table } from '../../../../data/files/table.ts'

/** A half-day to bring in, and the line of the file that says it. */
export interface NumberedLine {
  readonly n: number
  readonly line: TrainingLine
}

/** What a file says, before the server has judged it. */
export interface TrainingPlan {
  readonly lines: readonly NumberedLine[]
  /** Lines that can't be read, and why. */
  readonly unreadable: readonly { readonly n: number; readonly because: string }[]
}

export function planOfTable({ rows }: Table, layout: TrainingLayout): TrainingPlan {
  const read = rows.map(({ n, cells }) => ({ n, ...readTrainingLine(cells, layout) }))
  return {
    lines: read.flatMap((one) => (one.ok ? one.lines.map((line) => ({ n: one.n, line })) : [])),
    unreadable: read.flatMap((one) => (one.ok ? [] : [{ n: one.n, because: one.because }])),
  }
}

/** The events of a calendar, to each who follows it; an event has no line of its own once it is read. */
export function planOfCalendar(
  { events, unreadable }: CalendarRead,
  trainees: readonly CalendarTrainee[],
  kind: LineKind,
): TrainingPlan {
  return {
    lines: linesOfCalendar(events, trainees, kind).map((line, index) => ({ n: index + 1, line })),
    unreadable: unreadable.map(({ line, title, reason }) => ({
      n: line,
      because: title ? `${title}\u00A0: ${unreadableWords[reason]}` : unreadableWords[reason],
    })),
  }
}

const unreadableWords: Readonly<Record<UnreadableReason, string>> = {
  broken: 'cet évènement est mal écrit.',
  cut: 'cet évènement n’est pas complet.',
  'no-uid': 'cet évènement n’a pas d’identifiant.',
  'no-start': 'cet évènement n’a pas de début.',
  'unknown-zone': 'son fuseau horaire n’est pas connu. Indiquez celui de Paris, ou une heure universelle.',
  'ends-before-it-starts': 'cet évènement finit avant de commencer.',
  'unreadable-rule': 'sa règle de répétition ne se lit pas.',
  'too-often': 'cet évènement se répète trop souvent.',
  'too-long': 'sa règle de répétition est trop longue.',
}
