import { useId } from 'react'
import { Link } from 'wouter'
import { sortedBy, type ActivitySort } from '../../../domain/access/activity-sort.ts'
import type { PermittedActivity } from '../../../domain/access/permitted-activity.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { DocumentId, StructureId } from '../../../domain/ids.ts'
import { structureActivityAddress } from '../../later-addresses.ts'
import { withQuery } from '../../data/filter-address.ts'
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
  openId: DocumentId | undefined
  /** What is asked of the list, kept in the address of what is opened from it. */
  query: string
}

/** Activities under their day; in an order that isn't by day, one after the other, each with its day. */
export function ActivityList({ activities, sort, ...rest }: ActivityListProps) {
  if (activities.length === 0) return null
  if (sortedBy(sort).by !== 'day') return <InOneList activities={activities} {...rest} />
  return (
    <div data-lists>
      {[...byDay(activities)].map(([day, ofDay]) => (
        <DayOfActivities key={day} day={day} activities={ofDay} {...rest} />
      ))}
    </div>
  )
}

type RowsProps = Omit<ActivityListProps, 'sort'>

function InOneList({ activities, ...rest }: RowsProps) {
  return (
    <div data-lists>
      <List label="Comptes rendus">
        {activities.map((activity) => (
          <ActivityRow
            key={`${activity.id} ${activity.advisorId}`}
            activity={activity}
            {...rest}
            detail={`${formatDay(activity.date)}, ${activityDetail(activity)}`}
          />
        ))}
      </List>
    </div>
  )
}

function DayOfActivities({ day, activities, ...rest }: RowsProps & { day: CalendarDay }) {
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
            activity={activity}
            {...rest}
            detail={activityDetail(activity)}
          />
        ))}
      </List>
    </section>
  )
}

interface ActivityRowProps extends Omit<RowsProps, 'activities'> {
  activity: PermittedActivity
  detail: string
}

function ActivityRow({ structureId, activity, detail, openId, query }: ActivityRowProps) {
  return (
    <Link href={withQuery(structureActivityAddress(structureId, activity.id), query)} asChild>
      <ListRow
        icon={icons[activity.kind] ?? 'person'}
        title={activityTitle(activity)}
        detail={detail}
        end={formatDurationIfAny(activity.minutes)}
        aria-current={activity.id === openId || undefined}
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
