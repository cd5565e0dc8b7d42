import { Suspense, type ComponentType } from 'react'
import { Link } from 'wouter'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import { themesInShort } from '../../../domain/report/themes-in-short.ts'
import { addresses, formAddress, reportAddress } from '../../addresses.ts'
import { awaitedReports, type AwaitedReport } from '../../data/awaited-reports.ts'
import type { Draft } from '../../data/drafts.ts'
import { countOfMore } from '../../data/more-to-complete.ts'
import type { Unfinished } from '../../data/unfinished.ts'
import { useMoreToComplete } from '../../data/react/use-more-to-complete.ts'
import type { LocalMessage } from '../../data/report-messages.ts'
import type { LocalReport } from '../../data/reports.ts'
import { formatInstant } from '../../ui/format/instant.ts'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { counted } from '../../ui/format/number.ts'
import styles from './home.module.css'

export interface ToCompleteProps {
  unfinished: Unfinished
  today: CalendarDay
  AwaitedRow: ComponentType<AwaitedRowProps>
}

/** How what is over without its report shows: its own feature draws it. */
export interface AwaitedRowProps {
  awaited: AwaitedReport
  today: CalendarDay
}

/** How many of those are shown: the agenda has the others, day by day. */
const awaitedShown = 5

/** What waits for the person, oldest first, one tap each. */
export function ToComplete({ unfinished, today, AwaitedRow }: ToCompleteProps) {
  const { drafts, reports, appointments, others, otherVersions } = unfinished
  const toSettle = others.length + otherVersions
  const more = useMoreToComplete()
  if (!more) return null
  const { questions, elsewhere } = more
  const awaited = awaitedReports(appointments, elsewhere)
  const notShown = awaited.length - awaitedShown
  const all = unfinished.count + countOfMore(more)
  if (all === 0) return null
  return (
    <section aria-labelledby="a-completer">
      <h2 id="a-completer">À compléter ({all})</h2>
      <List labelledBy="a-completer">
        {questions.map((question) => (
          <QuestionToAnswer key={question.id} question={question} />
        ))}
        {reports.map((report) => (
          <ReportToSettle key={report.id} report={report} today={today} />
        ))}
        <Suspense fallback={null}>
          {awaited.slice(0, awaitedShown).map((each) => (
            <AwaitedRow key={each.id} awaited={each} today={today} />
          ))}
        </Suspense>
        {drafts.map((draft) => (
          <DraftToFinish key={draft.id} draft={draft} />
        ))}
        {toSettle > 0 && <OthersToSettle count={toSettle} />}
      </List>
      {notShown > 0 && (
        <p className={styles.all}>
          <Link href={addresses.agendaToComplete}>
            Voir {counted(notShown, 'autre rendez-vous passé', 'autres rendez-vous passés')}
          </Link>
        </p>
      )}
    </section>
  )
}

/** Asked by a host structure: the report opens, with its thread. */
function QuestionToAnswer({ question: { report, fromName, text } }: { question: LocalMessage }) {
  return (
    <Link href={reportAddress(report)} asChild>
      <ListRow
        icon="help"
        title={fromName ? `Question de ${fromName}` : 'Question de votre structure'}
        detail={text}
      />
    </Link>
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

/** Pages of people, places, appointments: *Synchronisation* says of each what is the matter. */
function OthersToSettle({ count }: { count: number }) {
  return (
    <Link href={addresses.sync} asChild>
      <ListRow
        title={counted(count, 'autre saisie vous attend', 'autres saisies vous attendent')}
        detail="Refusée, ou modifiée à deux endroits"
        state={<StateMark state="to-correct" />}
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
