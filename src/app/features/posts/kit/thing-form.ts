import { calendarDaySchema, type CalendarDay } from '../../../../domain/calendar-day.ts'
import type { Equipment, Wear } from '../../../../domain/commitments/kit/kit-words.ts'

/** What is typed of a thing that is handed over. */
export interface ThingValues {
  readonly equipment: Equipment | null
  readonly label: string
  readonly serial: string
  readonly wear: Wear | null
  readonly day: string
}

export type ThingErrors = Readonly<Partial<Record<'equipment' | 'label' | 'wear' | 'day', string>>>

/** The thing that was typed, and the day of its hand-over. */
export interface HandedThing {
  readonly equipment: Equipment
  readonly label: string
  readonly serial: string
  readonly wear: Wear
  readonly day: CalendarDay
}

/** The thing that was typed; or what to correct. */
export function thingIn({
  equipment,
  label,
  serial,
  wear,
  day: typed,
}: ThingValues): { ok: true; thing: HandedThing } | { ok: false; errors: ThingErrors } {
  const day = calendarDaySchema.safeParse(typed).data
  const name = label.trim()
  if (equipment && name !== '' && wear && day)
    return { ok: true, thing: { equipment, label: name, serial: serial.trim(), wear, day } }
  return {
    ok: false,
    errors: {
      ...(!equipment && { equipment: 'Choisissez le matériel.' }),
      ...(name === '' && { label: 'Donnez-lui un nom ou un numéro d’inventaire.' }),
      ...(!wear && { wear: 'Choisissez l’état.' }),
      ...(!day && { day: 'Indiquez le jour.' }),
    },
  }
}
