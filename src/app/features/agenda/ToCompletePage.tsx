import { addresses } from '../../addresses.ts'
import { awaitedReports } from '../../data/awaited-reports.ts'
import { usePlannedElsewhereToReport } from '../../data/react/use-planned-elsewhere.ts'
import { useToday } from '../../data/react/use-today.ts'
import { useUnfinished } from '../../data/react/use-unfinished.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { counted } from '../../ui/format/number.ts'
import { List } from '../../ui/List.tsx'
import { Page } from '../../ui/Page.tsx'
import { AwaitedRow } from './AwaitedRow.tsx'

/** All that is over without a report: more of it than the home screen shows. */
export function ToCompletePage() {
  const today = useToday()
  const appointments = useUnfinished()?.appointments
  const elsewhere = usePlannedElsewhereToReport()
  const awaited = appointments && elsewhere && awaitedReports(appointments, elsewhere)
  return (
    <Page
      title="Rendez-vous passés"
      lead={
        awaited && awaited.length > 0
          ? `${counted(awaited.length, 'compte rendu à déposer', 'comptes rendus à déposer')}, le plus ancien d’abord.`
          : undefined
      }
      back={{ href: addresses.home }}
    >
      {awaited?.length === 0 && (
        <EmptyState icon="check" title="Aucun compte rendu n’est attendu.">
          Tous les rendez-vous passés ont leur compte rendu, ou n’ont pas eu lieu.
        </EmptyState>
      )}
      <List label="Rendez-vous passés">
        {awaited?.map((each) => (
          <AwaitedRow key={each.id} awaited={each} today={today} />
        ))}
      </List>
    </Page>
  )
}
