import { useId } from 'react'
import { Link } from 'wouter'
import type { PermittedActivity } from '../../../domain/access/permitted-activity.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { StructureId } from '../../../domain/ids.ts'
import { structureActivityAddress } from '../../later-addresses.ts'
import { useToday } from '../../data/react/use-today.ts'
import { formatDurationIfAny } from '../../ui/format/duration.ts'
import { DayName } from '../../ui/DayName.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { activityDetail, activityTitle } from './activity-lines.ts'
import styles from './read-structure.module.css'

export interface ActivityListProps {
  structureId: StructureId
  activities: readonly PermittedActivity[]
}

/** Activities under their day. */
export function ActivityList({ structureId, activities }: ActivityListProps) {
  return [...byDay(activities)].map(([day, ofDay]) => (
    <DayOfActivities key={day} day={day} structureId={structureId} activities={ofDay} />
  ))
}

function DayOfActivities({ day, structureId, activities }: ActivityListProps & { day: CalendarDay }) {
  const id = useId()
  const today = useToday()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.day}>
        <DayName day={day} today={today} />
      </h2>
      <List labelledBy={id}>
        {activities.map((activity) => (
          <Link key={activity.id} href={structureActivityAddress(structureId, activity.id)} asChild>
            <ListRow
              icon={icons[activity.kind] ?? 'person'}
              title={activityTitle(activity)}
              detail={activityDetail(activity)}
              end={formatDurationIfAny(activity.minutes)}
            />
          </Link>
        ))}
      </List>
    </section>
  )
}

const icons: Readonly<Partial<Record<string, IconName>>> = {
  collectif: 'people',
  hors_accompagnement: 'clock',
  evenement: 'calendar',
}

function byDay(activities: readonly PermittedActivity[]): Map<CalendarDay, PermittedActivity[]> {
  const days = new Map<CalendarDay, PermittedActivity[]>()
  for (const activity of activities) {
    const ofDay = days.get(activity.date)
    if (ofDay) ofDay.push(activity)
    else days.set(activity.date, [activity])
  }
  return days
}
