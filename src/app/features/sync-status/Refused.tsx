import { Link } from 'wouter'
import { reportTitle } from '../../../domain/report/report-title.ts'
import { reportAddress } from '../../addresses.ts'
import type { LocalReport } from '../../data/reports.ts'
import { useToday } from '../../data/react/use-today.ts'
import { counted } from '../../ui/format/number.ts'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

export interface RefusedProps {
  reports: readonly LocalReport[]
  orphans: number
}

/** What sending can't settle alone, with why. */
export function Refused({ reports, orphans }: RefusedProps) {
  const today = useToday()
  if (reports.length === 0 && orphans === 0) return null
  return (
    <section aria-labelledby="bloques">
      <h2 id="bloques">Ce qui vous attend</h2>
      <List labelledBy="bloques">
        {reports.map(({ id, report, mark, rejection }) => (
          <Link key={id} href={reportAddress(id)} asChild>
            <ListRow
              title={`${relativeDay(report.date, today)}, ${reportTitle(report)}`}
              detail={rejection?.message}
              state={<StateMark state={mark} />}
            />
          </Link>
        ))}
      </List>
      {orphans > 0 && (
        <p>
          {counted(orphans, 'envoi attend', 'envois attendent')} que l’accès à la structure vous soit rendu.
          Rien n’est perdu&nbsp;: exportez-les si vous en avez besoin.
        </p>
      )}
    </section>
  )
}
