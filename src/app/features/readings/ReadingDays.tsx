import { useId } from 'react'
import { Link } from 'wouter'
import { frenchDayOf, type CalendarDay } from '../../../domain/calendar-day.ts'
import { groupBy } from '../../../domain/group-by.ts'
import { useToday } from '../../data/react/use-today.ts'
import { DayName } from '../../ui/DayName.tsx'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import styles from './readings.module.css'

/** One reading, as it is told. */
export interface ReadingLine {
  key: string
  /** ISO 8601. */
  at: string
  title: string
  detail: string
  /** Where the report is, of one that was opened. */
  href?: string
}

/** Readings under their day, the last first. */
export function ReadingDays({ lines }: { lines: readonly ReadingLine[] }) {
  const sorted = lines.toSorted((a, b) => b.at.localeCompare(a.at))
  return [...groupBy(sorted, ({ at }) => frenchDayOf(new Date(at)))].map(([day, ofDay]) => (
    <ReadingDay key={day} day={day} lines={ofDay} />
  ))
}

function ReadingDay({ day, lines }: { day: CalendarDay; lines: readonly ReadingLine[] }) {
  const id = useId()
  const today = useToday()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.day}>
        <DayName day={day} today={today} />
      </h2>
      <List labelledBy={id}>
        {lines.map(({ key, href, title, detail }) =>
          href === undefined ? (
            <ListRow key={key} icon="list" title={title} detail={detail} />
          ) : (
            <Link key={key} href={href} asChild>
              <ListRow icon="search" title={title} detail={detail} />
            </Link>
          ),
        )}
      </List>
    </section>
  )
}
