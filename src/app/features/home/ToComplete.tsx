import { Link } from 'wouter'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import { themesInShort } from '../../../domain/report/themes-in-short.ts'
import { formAddress, reportAddress } from '../../addresses.ts'
import type { Draft } from '../../data/drafts.ts'
import type { Unfinished } from '../../data/unfinished.ts'
import type { LocalReport } from '../../data/reports.ts'
import { formatInstant } from '../../ui/format/instant.ts'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

export interface ToCompleteProps {
  unfinished: Unfinished
  today: CalendarDay
}

/** What waits for the person, oldest first, one tap each. */
export function ToComplete({ unfinished: { drafts, reports }, today }: ToCompleteProps) {
  const count = drafts.length + reports.length
  if (count === 0) return null
  return (
    <section aria-labelledby="a-completer">
      <h2 id="a-completer">À compléter ({count})</h2>
      <List labelledBy="a-completer">
        {reports.map((report) => (
          <ReportToSettle key={report.id} report={report} today={today} />
        ))}
        {drafts.map((draft) => (
          <DraftToFinish key={draft.id} draft={draft} />
        ))}
      </List>
    </section>
  )
}

function ReportToSettle({
  report: { id, report, mark },
  today,
}: {
  report: LocalReport
  today: CalendarDay
}) {
  return (
    <Link href={reportAddress(id)} asChild>
      <ListRow
        title={reportTitle(report)}
        detail={relativeDay(report.date, today)}
        state={<StateMark state={mark} />}
      />
    </Link>
  )
}

function DraftToFinish({ draft: { id, values, updatedAt, editing } }: { draft: Draft }) {
  const themes = Array.isArray(values['themes']) ? values['themes'].map(String) : []
  const untitled = editing ? 'Modification en cours' : 'Compte rendu commencé'
  return (
    <Link href={formAddress(id)} asChild>
      <ListRow
        title={themes.length === 0 ? untitled : themesInShort(themes)}
        detail={`Modifié ${formatInstant(updatedAt)}`}
        state={<StateMark state="draft" />}
      />
    </Link>
  )
}
