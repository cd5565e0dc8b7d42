import { useId, useState } from 'react'
import { Link } from 'wouter'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { evidenceMost } from '../../../domain/access/month-anomalies.ts'
import { anomalyKinds } from '../../../domain/anomalies/anomaly-kinds.ts'
import type { ExaminedReport } from '../../../domain/anomalies/examined-report.ts'
import { rules } from '../../../domain/anomalies/rules.ts'
import { addToMonth, daysOfMonth, monthOfDay } from '../../../domain/calendar-month.ts'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import { reportIn } from '../../../domain/report/report-in.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import { addresses, reportAddress } from '../../addresses.ts'
import type { OwnAnomaly } from '../../data/own-anomalies.ts'
import { useOwnAnomalies } from '../../data/react/use-own-anomalies.ts'
import { useToday } from '../../data/react/use-today.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatDay, formatMonth } from '../../ui/format/date.ts'
import { formatDurationIfAny } from '../../ui/format/duration.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { OwnVouchedMonths } from './OwnVouchedMonths.tsx'

/** What the employer will be shown of one's own month, found here by the same rules, to be put right first. */
export function OwnMonthPage({ person }: { person: SignedInPerson }) {
  const today = useToday()
  const latest = monthOfDay(today)
  const months = Array.from({ length: 13 }, (_, index) => addToMonth(latest, -index))
  const [month, setMonth] = useState(latest)
  const anomalies = useOwnAnomalies(person.scopes, month, today)
  const name = formatMonth(daysOfMonth(month).from)
  return (
    <Page
      title="À vérifier"
      lead="Votre structure voit les mêmes points, avant de se porter garante du mois."
      back={{ href: addresses.more }}
    >
      <Stack gap="section">
        <SelectField
          label="Mois"
          options={months.map((value) => ({ value, label: formatMonth(daysOfMonth(value).from) }))}
          value={month}
          onChange={({ target }) => setMonth(months.find((one) => one === target.value) ?? month)}
        />
        {anomalies?.length === 0 && (
          <EmptyState icon="check" title={`Rien à vérifier en ${name}.`}>
            Les comptes rendus de ce mois ne demandent rien de particulier.
          </EmptyState>
        )}
        {anomalyKinds.map((kind) => {
          const ofKind = anomalies?.filter((anomaly) => anomaly.kind === kind) ?? []
          return ofKind.length > 0 && <OfKind key={kind} title={rules[kind].title} anomalies={ofKind} />
        })}
        <p>
          Ces points ne disent pas qu’il y a une erreur. Corrigez ce qui doit l’être&nbsp;; le reste, votre
          structure le règle par une phrase. Tout est regardé sur cet appareil, dans vos propres comptes
          rendus. Vos notes non partagées et les personnes que vous accompagnez ne sont jamais montrées à
          votre structure.
        </p>
        <OwnVouchedMonths />
      </Stack>
    </Page>
  )
}

function OfKind({ title, anomalies }: { title: string; anomalies: readonly OwnAnomaly[] }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Stack gap="close">
        <h2 id={id}>{title}</h2>
        {anomalies.map(({ key, sentence, reports }) => (
          <div key={key}>
            <p>{sentence}</p>
            {reports.length > 0 && (
              <List label={sentence}>
                {reports.slice(0, evidenceMost).map((report) => (
                  <Link key={report.id} href={reportAddress(report.id)} asChild>
                    <ListRow
                      title={titleOf(report)}
                      detail={`${formatDay(report.date)}, ${reportKindLabels[report.kind].toLowerCase()}`}
                      end={formatDurationIfAny(report.minutes)}
                    />
                  </Link>
                ))}
              </List>
            )}
          </div>
        ))}
      </Stack>
    </section>
  )
}

function titleOf({ kind, body }: ExaminedReport): string {
  const report = reportIn(body)
  return report ? reportTitle(report) : reportKindLabels[kind]
}
