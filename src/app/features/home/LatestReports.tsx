import { Link } from 'wouter'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { minutesOfReport } from '../../../domain/report/accompaniments.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import { addresses, formLikeAddress, reportAddress } from '../../addresses.ts'
import type { LocalReport } from '../../data/reports.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { formatDurationIfAny } from '../../ui/format/duration.ts'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './home.module.css'

export interface LatestReportsProps {
  reports: readonly LocalReport[]
  today: CalendarDay
}

/** The last reports, each to be done again in one tap. */
export function LatestReports({ reports, today }: LatestReportsProps) {
  if (reports.length === 0) return null
  return (
    <section aria-labelledby="derniers">
      <h2 id="derniers">Derniers comptes rendus</h2>
      <List labelledBy="derniers">
        {reports.map((report) => (
          <LatestRow key={report.id} report={report} today={today} />
        ))}
      </List>
      <p className={styles.all}>
        <Link href={addresses.reports}>Toutes les activités</Link>
        <Link href={addresses.agenda}>Agenda</Link>
        <Link href={addresses.walkIn}>Permanence, une personne après l’autre</Link>
      </p>
    </section>
  )
}

function LatestRow({ report: { id, report, mark }, today }: { report: LocalReport; today: CalendarDay }) {
  const title = reportTitle(report)
  return (
    <Link href={reportAddress(id)} asChild>
      <ListRow
        title={title}
        detail={[relativeDay(report.date, today), formatDurationIfAny(minutesOfReport(report))]
          .filter(Boolean)
          .join(', ')}
        state={mark === 'sent' ? undefined : <StateMark state={mark} />}
        actions={
          <Link href={formLikeAddress('refaire', id)} asChild>
            <ButtonLink variant="quiet" icon="repeat">
              Refaire<VisuallyHidden> : {title}</VisuallyHidden>
            </ButtonLink>
          </Link>
        }
      />
    </Link>
  )
}
