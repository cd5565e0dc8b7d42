import { addresses } from '../../addresses.ts'
import { useToday } from '../../data/react/use-today.ts'
import { useUnfinished } from '../../data/react/use-unfinished.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { counted } from '../../ui/format/number.ts'
import { List } from '../../ui/List.tsx'
import { Page } from '../../ui/Page.tsx'
import { AppointmentToComplete } from './AppointmentToComplete.tsx'

/** Every accompaniment that is over without a report: more of them than the home screen shows. */
export function ToCompletePage() {
  const today = useToday()
  const appointments = useUnfinished()?.appointments
  return (
    <Page
      title="Rendez-vous passés"
      lead={
        appointments && appointments.length > 0
          ? `${counted(appointments.length, 'compte rendu à déposer', 'comptes rendus à déposer')}, le plus ancien d’abord.`
          : undefined
      }
      back={{ href: addresses.home }}
    >
      {appointments?.length === 0 && (
        <EmptyState icon="check" title="Aucun compte rendu n’est attendu.">
          Tous les rendez-vous passés ont leur compte rendu, ou n’ont pas eu lieu.
        </EmptyState>
      )}
      <List label="Rendez-vous passés">
        {appointments?.map((appointment) => (
          <AppointmentToComplete key={appointment.id} appointment={appointment} today={today} />
        ))}
      </List>
    </Page>
  )
}
