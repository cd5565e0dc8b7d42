import { memo, useId } from 'react'
import { Link } from 'wouter'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import { minutesOfReport, namedIn } from '../../../domain/report/accompaniments.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import { reportAddress } from '../../addresses.ts'
import { useToday } from '../../data/react/use-today.ts'
import { usePeopleNames } from '../../data/react/use-people-names.ts'
import { usePlaceNames } from '../../data/react/use-place-names.ts'
import type { LocalReport } from '../../data/reports.ts'
import { formatDurationIfAny } from '../../ui/format/duration.ts'
import { DayName } from '../../ui/DayName.tsx'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import styles from './find-report.module.css'
import { withQuery } from '../../data/filter-address.ts'
import { detailOf, iconOfKind } from './report-line.ts'

export interface ReportDaysProps {
  reports: readonly LocalReport[]
  openId: DocumentId | undefined
  markedId: DocumentId | undefined
  /** What the list is filtered by, kept in the address of what is opened from it. */
  query: string
}

/** Reports under the day that they are of, the newest first; a day of which nothing changed isn't drawn again. */
export const ReportDays = memo(({ reports, openId, markedId, query }: ReportDaysProps) => {
  const today = useToday()
  const placeNames = usePlaceNames()
  const peopleNames = usePeopleNames(reports.flatMap(({ report }) => namedIn(report)))
  return (
    <div data-lists>
      {byDay(reports).map(([day, ofDay]) => (
        <DayOfReports
          key={day}
          {...{ day, today, placeNames, peopleNames, query }}
          reports={ofDay}
          openId={ofDay.some(({ id }) => id === openId) ? openId : undefined}
          markedId={ofDay.some(({ id }) => id === markedId) ? markedId : undefined}
        />
      ))}
    </div>
  )
})

interface DayOfReportsProps extends ReportDaysProps {
  day: CalendarDay
  today: CalendarDay
  placeNames: ReadonlyMap<string, string>
  peopleNames: ReadonlyMap<string, string>
}

/** How high a row and the head of a day may be: until a day was laid out, its rows must not reach into the next one. */
const rowRem = 7
const headRem = 4

const DayOfReports = memo((props: DayOfReportsProps) => {
  const { day, today, reports, openId, markedId, query, placeNames, peopleNames } = props
  const headingId = useId()
  return (
    <section
      className={styles.day}
      aria-labelledby={headingId}
      style={{ containIntrinsicBlockSize: `auto ${reports.length * rowRem + headRem}rem` }}
    >
      <h2 id={headingId} className={styles.dayName}>
        <DayName day={day} today={today} />
        <span className={styles.dayTotal}>{formatDurationIfAny(minutesOf(reports))}</span>
      </h2>
      <List labelledBy={headingId}>
        {reports.map(({ id, report, mark }) => (
          <Link key={id} href={withQuery(reportAddress(id), query)} asChild>
            <ListRow
              icon={iconOfKind[report.kind]}
              title={reportTitle(report)}
              detail={detailOf(report, placeNames, peopleNames)}
              end={formatDurationIfAny(minutesOfReport(report))}
              state={mark === 'sent' ? undefined : <StateMark state={mark} />}
              marked={id === markedId}
              aria-current={id === openId || undefined}
            />
          </Link>
        ))}
      </List>
    </section>
  )
}, areSameDay)

/** Days are made anew at each reading; the reports in them are the same as long as nothing of them changed. */
function areSameDay(before: DayOfReportsProps, after: DayOfReportsProps): boolean {
  const { reports: were, ...otherBefore } = before
  const { reports: are, ...otherAfter } = after
  return (
    were.length === are.length &&
    were.every((report, position) => report === are[position]) &&
    Object.entries(otherBefore).every(([name, value]) => value === Reflect.get(otherAfter, name))
  )
}

function byDay(reports: readonly LocalReport[]): [CalendarDay, LocalReport[]][] {
  const days = new Map<CalendarDay, LocalReport[]>()
  for (const local of reports) {
    const ofDay = days.get(local.report.date)
    if (ofDay) ofDay.push(local)
    else days.set(local.report.date, [local])
  }
  return [...days]
}

function minutesOf(reports: readonly LocalReport[]): number {
  return reports.reduce((total, { report }) => total + minutesOfReport(report), 0)
}
