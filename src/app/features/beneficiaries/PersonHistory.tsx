import { useState } from 'react'
import { Link } from 'wouter'
import { isAccompaniment, minutesOfReport } from '../../../domain/report/accompaniments.ts'
import { labelOf } from '../../../domain/report/nomenclature.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import { themeLabels } from '../../../domain/report/themes.ts'
import { reportAddress } from '../../addresses.ts'
import type { LocalReport } from '../../data/reports.ts'
import { Button } from '../../ui/Button.tsx'
import { formatDayWithYear } from '../../ui/format/date.ts'
import { formatDuration, formatDurationIfAny } from '../../ui/format/duration.ts'
import { counted } from '../../ui/format/number.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Stack } from '../../ui/Stack.tsx'

const step = 10
const themesShown = 3

/** What was done with a person: how much in all, on what, then each report, the newest first. */
export function PersonHistory({ reports }: { reports: readonly LocalReport[] }) {
  const [limit, setLimit] = useState(step)
  return (
    <section aria-labelledby="accompagnements">
      <h2 id="accompagnements">{counted(reports.length, 'compte rendu', 'comptes rendus')}</h2>
      {reports.length === 0 ? (
        <p>Aucun compte rendu ne nomme encore cette personne.</p>
      ) : (
        <Stack gap="close">
          <InAll reports={reports} />
          <List labelledBy="accompagnements">
            {reports.slice(0, limit).map(({ id, report }) => (
              <Link key={id} href={reportAddress(id)} asChild>
                <ListRow
                  icon={report.kind === 'collectif' ? 'people' : 'person'}
                  title={reportTitle(report)}
                  detail={formatDayWithYear(report.date)}
                  end={formatDurationIfAny(minutesOfReport(report))}
                />
              </Link>
            ))}
          </List>
          {reports.length > limit && (
            <Button onClick={() => setLimit(limit + 5 * step)}>Afficher la suite</Button>
          )}
        </Stack>
      )}
    </section>
  )
}

function InAll({ reports }: { reports: readonly LocalReport[] }) {
  const [first, last] = [reports.at(-1), reports.at(0)]
  const minutes = reports.reduce((sum, { report }) => sum + minutesOfReport(report), 0)
  const themes = mostWorkedOn(reports)
  return (
    <>
      {first && last && (
        <p>
          {formatDuration(minutes)}
          {first.report.date === last.report.date
            ? `, le ${formatDayWithYear(first.report.date)}.`
            : ` en tout, du ${formatDayWithYear(first.report.date)} au ${formatDayWithYear(last.report.date)}.`}
        </p>
      )}
      {themes.length > 0 && <p>Surtout&nbsp;: {themes.join(', ')}.</p>}
    </>
  )
}

function mostWorkedOn(reports: readonly LocalReport[]): string[] {
  const counts = new Map<string, number>()
  for (const { report } of reports) {
    for (const theme of isAccompaniment(report) ? report.themes : [])
      counts.set(theme, (counts.get(theme) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  return sorted
    .slice(0, themesShown)
    .map(([theme, count]) => `${labelOf(themeLabels, theme)} (${count}\u00A0fois)`)
}
