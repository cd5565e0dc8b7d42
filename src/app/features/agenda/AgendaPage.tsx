import type { ComponentType } from 'react'
import { Link, useSearch } from 'wouter'
import { absenceKindLabels } from '../../../domain/absence/absence.ts'
import { absentOn } from '../../../domain/absence/absent-on.ts'
import { addDays, calendarDaySchema, type CalendarDay } from '../../../domain/calendar-day.ts'
import { labelOf } from '../../../domain/report/nomenclature.ts'
import { addresses } from '../../addresses.ts'
import { agendaAddress } from '../../later-addresses.ts'
import { useAppointmentsAfter, useAppointmentsOf } from '../../data/react/use-appointments.ts'
import { useOwnAbsences } from '../../data/react/use-own-absences.ts'
import { useToday } from '../../data/react/use-today.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { List } from '../../ui/List.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { AppointmentRow } from './AppointmentRow.tsx'
import { ExportReminders } from './ExportReminders.tsx'

const nextShown = 8

export interface AgendaPageProps {
  /** What else is planned: of the day itself, or after it. Other features draw it; nothing where there is nothing. */
  Others: ComponentType<PlannedElsewhereProps>
}

export interface PlannedElsewhereProps {
  day: CalendarDay
  isAfter?: boolean
}

/** A day of planned accompaniments, and what comes next; the day is in the address. */
export function AgendaPage({ Others }: AgendaPageProps) {
  const today = useToday()
  const asked = calendarDaySchema.safeParse(new URLSearchParams(useSearch()).get('jour'))
  const day = asked.data ?? today
  const ofDay = useAppointmentsOf(day)
  const next = useAppointmentsAfter(day, nextShown)
  const absences = useOwnAbsences()
  if (!ofDay || !next) return <Page title="Agenda">{null}</Page>
  const away = absences?.find((absence) => absentOn([absence], day) > 0)
  const isEmpty = ofDay.length + next.length === 0 && day === today
  return (
    <Page title="Agenda" lead="Vous seul voyez ces rendez-vous." back={{ href: addresses.home }}>
      <Stack gap="section">
        <Row>
          <Link href={addresses.newAppointment} asChild>
            <ButtonLink icon="plus">Nouveau rendez-vous</ButtonLink>
          </Link>
          <Link href={addresses.importCalendar} asChild>
            <ButtonLink icon="calendar">Importer un calendrier</ButtonLink>
          </Link>
          <Link href={addresses.absences} asChild>
            <ButtonLink variant="quiet">Mes absences</ButtonLink>
          </Link>
        </Row>
        <nav aria-label="Jours">
          <DayLinks day={day} today={today} />
        </nav>
        <section aria-labelledby="jour">
          <h2 id="jour">{relativeDay(day, today)}</h2>
          {away && <p>Absence ce jour-là&nbsp;: {labelOf(absenceKindLabels, away.kind).toLowerCase()}.</p>}
          {isEmpty ? <NothingPlanned /> : ofDay.length === 0 && <p>Aucun rendez-vous ce jour-là.</p>}
          <List labelledBy="jour">
            {ofDay.map((appointment) => (
              <AppointmentRow key={appointment.id} appointment={appointment} />
            ))}
          </List>
          <Others day={day} />
        </section>
        {next.length > 0 && (
          <section aria-labelledby="ensuite">
            <h2 id="ensuite">Ensuite</h2>
            <List labelledBy="ensuite">
              {next.map((appointment) => (
                <AppointmentRow
                  key={appointment.id}
                  appointment={appointment}
                  day={relativeDay(appointment.date, today)}
                />
              ))}
            </List>
          </section>
        )}
        <Others day={day} isAfter />
        <ExportReminders today={today} />
      </Stack>
    </Page>
  )
}

function DayLinks({ day, today }: { day: CalendarDay; today: CalendarDay }) {
  return (
    <Row>
      <Link href={agendaAddress(addDays(day, -1))} asChild>
        <ButtonLink variant="quiet" icon="back">
          Jour précédent
        </ButtonLink>
      </Link>
      {day !== today && (
        <Link href={addresses.agenda} asChild>
          <ButtonLink variant="quiet">Aujourd’hui</ButtonLink>
        </Link>
      )}
      <Link href={agendaAddress(addDays(day, 1))} asChild>
        <ButtonLink variant="quiet" icon="next">
          Jour suivant
        </ButtonLink>
      </Link>
    </Row>
  )
}

function NothingPlanned() {
  return (
    <EmptyState icon="calendar" title="Aucun rendez-vous prévu.">
      Importez le fichier de votre calendrier, ou ajoutez un rendez-vous. Quand il est passé, son compte rendu
      est à compléter sur l’accueil.
    </EmptyState>
  )
}
