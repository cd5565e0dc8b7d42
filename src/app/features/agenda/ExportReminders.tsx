import { addDays, type CalendarDay } from '../../../domain/calendar-day.ts'
import { importBounds } from '../../../domain/appointment/import-window.ts'
import { appointmentsBetween, isToComplete } from '../../data/appointments.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { downloadText } from '../../ui/download-text.ts'
import { counted } from '../../ui/format/number.ts'
import { Stack } from '../../ui/Stack.tsx'
import { useSayDone } from '../../ui/undo.ts'

/** Gives what is to come as a file whose appointments ring at their end: a web app can't wake itself. */
export function ExportReminders({ today }: { today: CalendarDay }) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const give = async () => {
    const { writeCalendar } = await import('../../../domain/appointment/icalendar/write-calendar.ts')
    const all = await appointmentsBetween(db, today, addDays(today, importBounds.daysAhead))
    const planned = all.filter(isToComplete)
    if (planned.length > 0) downloadText('rappels.ics', 'text/calendar', writeCalendar(planned, new Date()))
    sayDone({
      text: `Rappels\u00A0: ${counted(planned.length, 'rendez-vous', 'rendez-vous')} dans le fichier.`,
    })
  }
  return (
    <section aria-labelledby="rappels">
      <Stack gap="close">
        <h2 id="rappels">Rappels</h2>
        <p>
          Ce fichier, ouvert dans le calendrier du téléphone, sonne à la fin de chaque rendez-vous&nbsp;:
          «&nbsp;Déposer le compte rendu&nbsp;». Il ne contient que vos titres et les heures.
        </p>
        <Button icon="download" onClick={() => void give()}>
          Exporter les rappels
        </Button>
      </Stack>
    </section>
  )
}
