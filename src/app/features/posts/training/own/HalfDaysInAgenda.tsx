import { Link } from 'wouter'
import type { CalendarDay } from '../../../../../domain/calendar-day.ts'
import { halfLabels } from '../../../../../domain/commitments/training/training-words.ts'
import type { LocalHalfDay } from '../../../../data/own-half-days.ts'
import { useOwnHalfDays, usePlannedElsewhereToReport } from '../../../../data/react/use-planned-elsewhere.ts'
import { useToday } from '../../../../data/react/use-today.ts'
import { formOnPlannedAddress, ownTrainingAddress } from '../../../../later-addresses.ts'
import { relativeDay } from '../../../../ui/format/relative-day.ts'
import { List } from '../../../../ui/List.tsx'
import { ListRow } from '../../../../ui/ListRow.tsx'

const nextShown = 5

export interface HalfDaysInAgendaProps {
  day: CalendarDay
  /** What comes after that day, rather than what is on it. */
  isAfter?: boolean
}

/** Half-days of training and exams among what is planned; one that is over without its report is the way to it. */
export function HalfDaysInAgenda({ day, isAfter = false }: HalfDaysInAgendaProps) {
  const halfDays = useOwnHalfDays() ?? []
  const awaited = new Set(usePlannedElsewhereToReport()?.map(({ id }) => id))
  const today = useToday()
  const shown = isAfter
    ? halfDays.filter((one) => one.day > day).slice(0, nextShown)
    : halfDays.filter((one) => one.day === day)
  if (shown.length === 0) return null
  const rows = shown.map((halfDay) => {
    const isAwaited = awaited.has(halfDay.session)
    return (
      <Link
        key={halfDay.session}
        href={isAwaited ? formOnPlannedAddress(halfDay.session) : ownTrainingAddress}
        asChild
      >
        <ListRow
          icon="calendar"
          title={halfDay.title}
          detail={[
            isAfter && relativeDay(halfDay.day, today),
            halfLabels[halfDay.half],
            halfDay.place,
            isAwaited ? 'compte rendu à déposer' : whatBecameOf(halfDay),
          ]
            .filter(Boolean)
            .join(', ')}
        />
      </Link>
    )
  })
  if (!isAfter) return <List label="Formation ce jour-là">{rows}</List>
  return (
    <section aria-labelledby="formation-ensuite">
      <h2 id="formation-ensuite">Formation, ensuite</h2>
      <List labelledBy="formation-ensuite">{rows}</List>
    </section>
  )
}

function whatBecameOf({ reportId, presence }: LocalHalfDay): string | undefined {
  if (reportId) return 'compte rendu déposé'
  return presence === 'excused' || presence === 'unexcused' ? 'vous n’y étiez pas' : undefined
}
