import { appointmentStateLabels } from '../../../domain/appointment/appointment.ts'
import { calendarDaySchema } from '../../../domain/calendar-day.ts'
import type { Json, JsonObject } from '../../../domain/json.ts'
import { labelOf } from '../../../domain/report/nomenclature.ts'
import { formatDayWithYear } from '../../ui/format/date.ts'
import { counted } from '../../ui/format/number.ts'
import { Stack } from '../../ui/Stack.tsx'
import { FieldLines } from './FieldLines.tsx'

/** What was planned with a person. */
export function AppointmentLines({ appointments }: { appointments: readonly JsonObject[] }) {
  return (
    <section aria-labelledby="rendez-vous">
      <h2 id="rendez-vous">{counted(appointments.length, 'rendez-vous', 'rendez-vous')}</h2>
      <Stack>
        {appointments.map((one, index) => (
          // Nothing moves in a list that is only read.
          // oxlint-disable-next-line react/no-array-index-key -- see above
          <FieldLines key={index} lines={linesOf(one)} />
        ))}
      </Stack>
    </section>
  )
}

function linesOf({ date, title, location, description, state }: JsonObject) {
  const day = calendarDaySchema.safeParse(date).data
  return [
    { label: 'Jour', text: day ? formatDayWithYear(day) : '' },
    { label: 'Objet', text: textOf(title) },
    { label: 'Lieu', text: textOf(location) },
    { label: 'Description', text: textOf(description) },
    { label: 'État', text: labelOf(appointmentStateLabels, textOf(state)) },
  ]
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
