import { Link } from 'wouter'
import type { CalendarDay } from '../../../../../domain/calendar-day.ts'
import type { LocalEvent } from '../../../../data/own-events.ts'
import { useMinute } from '../../../../data/react/use-minute.ts'
import { useOwnEvents } from '../../../../data/react/use-own-events.ts'
import { useToday } from '../../../../data/react/use-today.ts'
import { formOnPlannedAddress, ownCommunityAddress } from '../../../../later-addresses.ts'
import { relativeDay } from '../../../../ui/format/relative-day.ts'
import { List } from '../../../../ui/List.tsx'
import { ListRow } from '../../../../ui/ListRow.tsx'
import { hoursInWords } from '../event-words.ts'
import { attendanceInWords } from './own-event-words.ts'

const nextShown = 5

export interface EventsInAgendaProps {
  day: CalendarDay
  /** What comes after that day, rather than what is on it. */
  isAfter?: boolean
}

/** Events that one goes to, or went to, among what is planned; what was is the way to its report. */
export function EventsInAgenda({ day, isAfter = false }: EventsInAgendaProps) {
  const events = useOwnEvents()
  const [now, today] = [useMinute(), useToday()]
  const planned = (events ?? []).filter(isPlanned)
  const shown = isAfter
    ? planned.filter(({ details }) => details.day > day).slice(0, nextShown)
    : planned.filter(({ details }) => details.day === day)
  if (shown.length === 0) return null
  const rows = shown.map((event) => (
    <Link key={event.id} href={leadsTo(event, now)} asChild>
      <ListRow
        icon="people"
        title={event.details.title}
        detail={[
          isAfter && relativeDay(event.details.day, today),
          hoursInWords(event.details),
          isAwaited(event, now) ? 'compte rendu à déposer' : attendanceInWords(event),
        ]
          .filter(Boolean)
          .join(', ')}
      />
    </Link>
  ))
  if (!isAfter) return <List label="Vie de la communauté ce jour-là">{rows}</List>
  return (
    <section aria-labelledby="communaute-ensuite">
      <h2 id="communaute-ensuite">Vie de la communauté, ensuite</h2>
      <List labelledBy="communaute-ensuite">{rows}</List>
    </section>
  )
}

function isPlanned({ cancelled, attendance: { plans, wasThere } }: LocalEvent): boolean {
  return cancelled === null && (plans === 'going' || wasThere === true)
}

function isAwaited({ ends, reportId }: LocalEvent, now: number): boolean {
  return ends <= now && reportId === undefined
}

function leadsTo(event: LocalEvent, now: number): string {
  return isAwaited(event, now) ? formOnPlannedAddress(event.id) : ownCommunityAddress
}
