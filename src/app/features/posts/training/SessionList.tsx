import { useState, type ReactNode } from 'react'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { TrainingRecord } from '../../../../domain/commitments/training/training-record.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { StatusWord } from '../StatusWord.tsx'
import { sessionDetail, sessionStanding, sessionTitle, type Session } from './training-sentences.ts'

export interface SessionListProps {
  record: TrainingRecord
  today: CalendarDay
  /** Whose: names the lists for who doesn't see where they are. */
  name: string
  /** Days of which work with the public is reported as well. */
  reported?: ReadonlySet<CalendarDay>
  /** What can be done with one. */
  renderActions?: ((session: Session) => ReactNode) | undefined
}

/** A calendar: what is to come in its order, then, folded, what is over, the last first. */
export function SessionList({ record, today, name, reported, renderActions }: SessionListProps) {
  const [isOpen, setOpen] = useState(renderActions !== undefined)
  const sessions: Session[] = [...record.halfDays, ...record.exams].sort((a, b) =>
    keyOf(a).localeCompare(keyOf(b)),
  )
  const coming = sessions.filter(({ planned }) => planned.day >= today)
  const over = sessions.filter(({ planned }) => planned.day < today).reverse()
  const row = (session: Session) => {
    const { tone, words } = sessionStanding(session, today)
    const isReported = reported?.has(session.planned.day) && session.attended?.presence === 'present'
    return (
      <ListRow
        key={session.session}
        icon="calendar"
        title={sessionTitle(session)}
        detail={sessionDetail(session)}
        state={
          <>
            <StatusWord tone={tone}>{words}</StatusWord>{' '}
            {isReported && <StatusWord tone="warn">Des comptes rendus sont déposés ce jour-là</StatusWord>}
          </>
        }
        actions={renderActions?.(session)}
      />
    )
  }
  return (
    <Stack>
      {sessions.length === 0 && <p>Aucune séance ni examen n’est au calendrier.</p>}
      {coming.length > 0 && <List label={`À venir, ${name}`}>{coming.map(row)}</List>}
      {over.length > 0 && (
        <Disclosure summary={`Séances passées (${over.length})`} open={isOpen} onToggle={setOpen}>
          <List label={`Séances passées, ${name}`}>{over.map(row)}</List>
        </Disclosure>
      )}
    </Stack>
  )
}

function keyOf({ planned: { day, half }, session }: Session): string {
  return `${day} ${half === 'matin' ? 0 : 1} ${session}`
}
