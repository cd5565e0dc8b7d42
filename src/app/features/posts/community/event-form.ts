import { calendarDaySchema, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { eventDetailsSchema, type EventDetails } from '../../../../domain/community/community-fact.ts'
import { refusalOfDetails } from '../../../../domain/community/refuse-community-fact.ts'
import { errorCatalogue, type ErrorCode } from '../../../../domain/errors.ts'
import { wallTimeSchema } from '../../../../domain/french-time.ts'

/** What is typed of an event. */
export type EventValues = Readonly<Record<keyof EventDetails, string>>
export type EventErrors = Readonly<Partial<Record<keyof EventDetails, string>>>

export function startOfEvent(details: EventDetails | undefined): EventValues {
  return (
    details ?? {
      kind: 'webinaire',
      title: '',
      words: '',
      day: '',
      starts: '10:00',
      ends: '11:00',
      place: '',
      link: '',
    }
  )
}

/** The event that was typed; or what to correct, at the field where it is asked. */
export function eventIn(
  values: EventValues,
  today: CalendarDay,
): { ok: true; details: EventDetails } | { ok: false; errors: EventErrors } {
  const errors: EventErrors = {
    ...(!values.title.trim() && { title: 'Donnez un titre.' }),
    ...(!calendarDaySchema.safeParse(values.day).success && { day: 'Indiquez le jour.' }),
    ...(!wallTimeSchema.safeParse(values.starts).success && { starts: 'Indiquez l’heure de début.' }),
    ...(!wallTimeSchema.safeParse(values.ends).success && { ends: 'Indiquez l’heure de fin.' }),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const read = eventDetailsSchema.safeParse(values)
  if (!read.success) return { ok: false, errors: { words: 'Raccourcissez ce texte.' } }
  const refusal = refusalOfDetails(read.data, today)
  return refusal
    ? {
        ok: false,
        errors: { [askedIn(refusal)]: `${errorCatalogue[refusal].title} ${errorCatalogue[refusal].next}` },
      }
    : { ok: true, details: read.data }
}

function askedIn(refusal: ErrorCode): keyof EventDetails {
  if (refusal === 'event-day-unlikely') return 'day'
  if (refusal === 'event-nowhere') return 'place'
  return refusal === 'event-link-not-https' ? 'link' : 'ends'
}
