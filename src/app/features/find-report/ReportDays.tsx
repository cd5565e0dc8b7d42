import { useId, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import { minutesOfReport } from '../../../domain/report/accompaniments.ts'
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
import { detailOf, iconOfKind } from './report-line.ts'

export interface ReportDaysProps {
  reports: readonly LocalReport[]
  openId: DocumentId | undefined
  markedId: DocumentId | undefined
  /** What the list is filtered by, kept in the address of what is opened from it. */
  query: string
}

/** Reports under the day that they are of, the newest first. */
export function ReportDays({ reports, openId, markedId, query }: ReportDaysProps) {
  const today = useToday()
  const placeNames = usePlaceNames()
  const peopleNames = usePeopleNames()
  return byDay(reports).map(([day, ofDay]) => (
    <DayOfReports key={day} title={<DayName day={day} today={today} />} minutes={minutesOf(ofDay)}>
      {ofDay.map(({ id, report, mark }) => (
        <Link key={id} href={query === '' ? reportAddress(id) : `${reportAddress(id)}?${query}`} asChild>
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
    </DayOfReports>
  ))
}

interface DayOfReportsProps {
  title: ReactNode
  minutes: number
  children: ReactNode
}

function DayOfReports({ title, minutes, children }: DayOfReportsProps) {
  const id = useId()
  return (
    <section className={styles.day} aria-labelledby={id}>
      <h2 id={id} className={styles.dayName}>
        {title}
        <span className={styles.dayTotal}>{formatDurationIfAny(minutes)}</span>
      </h2>
      <List labelledBy={id}>{children}</List>
    </section>
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
