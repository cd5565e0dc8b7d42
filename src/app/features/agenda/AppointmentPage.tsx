import { Link, useLocation } from 'wouter'
import { calendarDaySchema, type CalendarDay } from '../../../domain/calendar-day.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import { addresses, appointmentAddress, formOnAppointmentAddress, reportAddress } from '../../addresses.ts'
import { agendaAddress } from '../../later-addresses.ts'
import { isToComplete, type LocalAppointment } from '../../data/appointments.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useAppointment } from '../../data/react/use-appointments.ts'
import { useMinute } from '../../data/react/use-minute.ts'
import { useToday } from '../../data/react/use-today.ts'
import { saveAppointment, settleAppointment } from '../../data/save-appointment.ts'
import { deleteDocument, restoreDocument } from '../../data/save-document.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { formatTimes } from '../../ui/format/times.ts'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { AppointmentForm } from './AppointmentForm.tsx'
import { typedOf } from './appointment-form.ts'
import { outcomeOf } from './AppointmentRow.tsx'
import { SettleAppointment } from './SettleAppointment.tsx'

/** One appointment: its report, what became of it, and what may be changed. */
export function AppointmentPage({ id }: { id: DocumentId }) {
  const appointment = useAppointment(id)
  const today = useToday()
  const back = appointment ? agendaAddress(appointment.date) : addresses.agenda
  return (
    <Page title={appointment?.title ?? 'Rendez-vous'} back={{ href: back, label: 'Retour à l’agenda' }}>
      {appointment === null && (
        <EmptyState icon="calendar" title="Ce rendez-vous n’est pas sur cet appareil.">
          Il a été supprimé, ou il n’est pas encore arrivé.
        </EmptyState>
      )}
      {appointment && <Detail key={id} appointment={appointment} today={today} />}
    </Page>
  )
}

function Detail({ appointment, today }: { appointment: LocalAppointment; today: CalendarDay }) {
  const { id, scope, date, starts, ends, location, isImported } = appointment
  const now = useMinute()
  const db = useDatabase()
  const sayDone = useSayDone()
  const [, navigate] = useLocation()
  const remove = async () => {
    const document = { collection: 'appointment', id } as const
    await deleteDocument(db, document)
    const restore = async () => {
      await restoreDocument(db, document)
      navigate(appointmentAddress(id))
    }
    sayDone({ text: 'Rendez-vous supprimé.', actions: [{ label: 'Annuler', onAct: () => void restore() }] })
    navigate(agendaAddress(date), { replace: true })
  }
  const when = [
    relativeDay(date, today),
    formatTimes(starts, ends) ?? 'toute la journée',
    location,
    outcomeOf(appointment, { now, today }),
  ]
  return (
    <Stack gap="section">
      <p>{when.filter(Boolean).join(', ')}.</p>
      <Outcome appointment={appointment} today={today} />
      <section aria-labelledby="modifier">
        <Stack>
          <h2 id="modifier">Modifier</h2>
          {isImported && (
            <p>
              Il vient de votre calendrier. Ce que vous changez ici reste, tant que le calendrier ne le change
              pas lui-même.
            </p>
          )}
          <AppointmentForm
            initial={typedOf(appointment)}
            onSave={async (fields) => {
              await saveAppointment(db, { scope, id, fields })
              sayDone({ text: 'Rendez-vous enregistré.' })
              navigate(agendaAddress(calendarDaySchema.parse(fields['date'])), { replace: true })
            }}
          />
        </Stack>
      </section>
      <div>
        <Button variant="destructive" icon="trash" onClick={() => void remove()}>
          Supprimer ce rendez-vous
        </Button>
      </div>
    </Stack>
  )
}

/** Its report, or that there was none. */
function Outcome({ appointment, today }: { appointment: LocalAppointment; today: CalendarDay }) {
  const db = useDatabase()
  const { id, date, reportId } = appointment
  if (reportId) {
    return (
      <Row>
        <Link href={reportAddress(reportId)} asChild>
          <ButtonLink>Voir le compte rendu</ButtonLink>
        </Link>
      </Row>
    )
  }
  if (!isToComplete(appointment)) {
    return (
      <Row>
        <Button icon="undo" onClick={() => void settleAppointment(db, id, 'prevu')}>
          Remettre comme prévu
        </Button>
      </Row>
    )
  }
  return (
    <Row>
      {date <= today && (
        <Link href={formOnAppointmentAddress(id)} asChild>
          <ButtonLink icon="pencil">Déposer le compte rendu</ButtonLink>
        </Link>
      )}
      <SettleAppointment appointment={appointment} isBegun={date <= today} />
    </Row>
  )
}
