import { useId } from 'react'
import { Link } from 'wouter'
import { sortedBy, type ActivitySort } from '../../../domain/access/activity-sort.ts'
import type { PermittedActivity } from '../../../domain/access/permitted-activity.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { StructureId } from '../../../domain/ids.ts'
import { structureActivityAddress } from '../../later-addresses.ts'
import { useToday } from '../../data/react/use-today.ts'
import { formatDay } from '../../ui/format/date.ts'
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
  sort: ActivitySort
}

/** Activities under their day; in an order that isn't by day, one after the other, each with its day. */
export function ActivityList({ structureId, activities, sort }: ActivityListProps) {
  if (activities.length === 0) return null
  if (sortedBy(sort).by !== 'day') return <InOneList structureId={structureId} activities={activities} />
  return (
    <div data-lists>
      {[...byDay(activities)].map(([day, ofDay]) => (
        <DayOfActivities key={day} day={day} structureId={structureId} activities={ofDay} />
      ))}
    </div>
  )
}

type RowsProps = Omit<ActivityListProps, 'sort'>

function InOneList({ structureId, activities }: RowsProps) {
  return (
    <div data-lists>
      <List label="Comptes rendus">
        {activities.map((activity) => (
          <ActivityRow
            key={`${activity.id} ${activity.advisorId}`}
            {...{ structureId, activity }}
            detail={`${formatDay(activity.date)}, ${activityDetail(activity)}`}
          />
        ))}
      </List>
    </div>
  )
}

function DayOfActivities({ day, structureId, activities }: RowsProps & { day: CalendarDay }) {
  const id = useId()
  const today = useToday()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.day}>
        <DayName day={day} today={today} />
      </h2>
      <List labelledBy={id}>
        {activities.map((activity) => (
          <ActivityRow
            key={`${activity.id} ${activity.advisorId}`}
            {...{ structureId, activity }}
            detail={activityDetail(activity)}
          />
        ))}
      </List>
    </section>
  )
}

interface ActivityRowProps {
  structureId: StructureId
  activity: PermittedActivity
  detail: string
}

function ActivityRow({ structureId, activity, detail }: ActivityRowProps) {
  return (
    <Link href={structureActivityAddress(structureId, activity.id)} asChild>
      <ListRow
        icon={icons[activity.kind] ?? 'person'}
        title={activityTitle(activity)}
        detail={detail}
        end={formatDurationIfAny(activity.minutes)}
      />
    </Link>
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
