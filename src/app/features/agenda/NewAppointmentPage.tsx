import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import { calendarDaySchema } from '../../../domain/calendar-day.ts'
import { addresses } from '../../addresses.ts'
import { agendaAddress } from '../../later-addresses.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useToday } from '../../data/react/use-today.ts'
import { saveAppointment } from '../../data/save-appointment.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { AppointmentForm } from './AppointmentForm.tsx'
import { AgendaScope } from './AgendaScope.tsx'

/** A planned accompaniment of one's own, made by hand. */
export function NewAppointmentPage({ scopes }: { scopes: readonly OwnScope[] }) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const today = useToday()
  const [, navigate] = useLocation()
  const asked = calendarDaySchema.safeParse(new URLSearchParams(useSearch()).get('jour'))
  const [scope, setScope] = useState(scopes[0]?.scope)
  return (
    <Page title="Nouveau rendez-vous" back={{ href: addresses.agenda, label: 'Retour à l’agenda' }}>
      {scope === undefined ? (
        <EmptyState icon="building" title="Vous n’êtes rattaché à aucune structure." />
      ) : (
        <Stack>
          <AgendaScope scopes={scopes} value={scope} onChange={setScope} />
          <AppointmentForm
            initial={{ title: '', date: asked.data ?? today, from: '', to: '', location: '' }}
            onSave={async (fields) => {
              await saveAppointment(db, { scope, fields })
              sayDone({ text: 'Rendez-vous enregistré.' })
              navigate(agendaAddress(calendarDaySchema.parse(fields['date'])), { replace: true })
            }}
          />
        </Stack>
      )}
    </Page>
  )
}
