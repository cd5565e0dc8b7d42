import { Link } from 'wouter'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { otherTimeLabels } from '../../../domain/report/activity-nomenclature.ts'
import { labelOf } from '../../../domain/report/nomenclature.ts'
import type { AwaitedReport } from '../../data/awaited-reports.ts'
import type { PlannedElsewhere } from '../../data/planned-elsewhere.ts'
import { formOnPlannedAddress } from '../../later-addresses.ts'
import { formatDuration } from '../../ui/format/duration.ts'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { ListRow } from '../../ui/ListRow.tsx'
import { AppointmentToComplete } from './AppointmentToComplete.tsx'

export interface AwaitedRowProps {
  awaited: AwaitedReport
  today: CalendarDay
}

/** What is over without its report: the form, filled in, is one tap away. */
export function AwaitedRow({ awaited, today }: AwaitedRowProps) {
  return 'appointment' in awaited ? (
    <AppointmentToComplete appointment={awaited.appointment} today={today} />
  ) : (
    <ElsewhereToComplete elsewhere={awaited.elsewhere} today={today} />
  )
}

function ElsewhereToComplete({
  elsewhere: { id, report },
  today,
}: {
  elsewhere: PlannedElsewhere
  today: CalendarDay
}) {
  const { title, activity, date, minutes } = report
  return (
    <Link href={formOnPlannedAddress(id)} asChild>
      <ListRow
        icon="calendar"
        title={title}
        detail={[
          relativeDay(date, today),
          labelOf(otherTimeLabels, activity).toLowerCase(),
          formatDuration(minutes),
        ].join(', ')}
      />
    </Link>
  )
}
