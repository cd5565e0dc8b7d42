import { appointmentSchema } from '../../domain/appointment/appointment.ts'
import { namedZone } from '../../domain/appointment/icalendar/time-zones.ts'
import { addDays, type CalendarDay } from '../../domain/calendar-day.ts'
import type { JsonObject } from '../../domain/json.ts'
import type { DemonstrationAdvisor } from './demonstration-advisor.ts'
import type { GeneratedDocument } from './generated-document.ts'
import { seededRandom } from './seeded-random.ts'
import { seededDocumentId } from './seeded-uuid.ts'

/** Days from today, hour, minutes, what, and which of the advisor's places. */
type Planned = readonly [days: number, hour: number, minutes: number, title: string, place: number]

/** Around today, so that the home screen shows the path from the agenda to the report: one is over without a report. */
const planned: Readonly<Record<string, readonly Planned[]>> = {
  awa: [
    [-1, 14, 45, 'Aide à une déclaration en ligne', 2],
    [0, 18, 60, 'Prise en main d’une tablette', 0],
    [1, 10, 30, 'Messagerie : pièces jointes', 0],
    [2, 14, 120, 'Atelier photos du téléphone', 4],
    [6, 9, 60, 'Démarche de retraite', 1],
  ],
  hugo: [
    [-1, 10, 60, 'Espace France Travail', 0],
    [0, 18, 30, 'Sauvegarde d’un téléphone', 1],
    [3, 14, 90, 'Atelier premiers clics', 0],
  ],
}

/** What an advisor has in the agenda, as typed there the day before the first of it. */
export function plannedAppointments(
  advisor: DemonstrationAdvisor,
  { today, now }: { today: CalendarDay; now: Date },
): GeneratedDocument[] {
  const filedAt = new Date(now.getTime() - 2 * 86_400_000)
  return (planned[advisor.key] ?? []).map((appointment) => {
    const random = seededRandom(`${advisor.key}/appointment/${today}/${appointment[3]}`)
    const body = bodyOf(advisor, appointment, today)
    appointmentSchema.parse(body)
    return { id: seededDocumentId(random, filedAt), body, filedAt }
  })
}

function bodyOf(
  { places }: DemonstrationAdvisor,
  [days, hour, minutes, title, place]: Planned,
  today: CalendarDay,
): JsonObject {
  const date = addDays(today, days)
  const starts = parisInstant(date, hour)
  const name = places[place]?.name
  return {
    title,
    date,
    starts: new Date(starts).toISOString(),
    ends: new Date(starts + minutes * 60_000).toISOString(),
    ...(name !== undefined && { location: name }),
    state: 'prevu',
  }
}

function parisInstant(date: CalendarDay, hour: number): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const paris = namedZone('Europe/Paris')
  if (!paris) throw new Error('every runtime knows the time zone of Paris')
  return paris({ year, month, day, hour, minute: 0, second: 0 })
}
