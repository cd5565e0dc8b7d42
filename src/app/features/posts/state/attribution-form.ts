import { calendarDaySchema, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { conventionEnd, isConventionLength } from '../../../../domain/commitments/convention-months.ts'
import type { PostRole } from '../../../../domain/commitments/post-words.ts'
import type { NewPost } from '../../../../domain/commitments/said-post-fact.ts'
import { errorCatalogue } from '../../../../domain/errors.ts'
import { namedHolder, noHolder, siretError, type HolderValues } from './holder-form.ts'

/** What is typed of a post to attribute. */
export interface AttributionValues {
  readonly reference: string
  readonly department: string
  readonly holder: HolderValues
  readonly role: PostRole
  readonly isAdditional: boolean
  readonly notifiedOn: string
  readonly starts: string
  readonly ends: string
}

type Field = 'reference' | 'department' | 'siret' | 'notifiedOn' | 'starts' | 'ends'
export type AttributionErrors = Readonly<Partial<Record<Field, string>>>

export function startOf(department: string | null, today: CalendarDay): AttributionValues {
  return {
    reference: '',
    department: department ?? '',
    holder: noHolder,
    role: 'advisor',
    isAdditional: false,
    notifiedOn: today,
    starts: today,
    ends: conventionEnd(today, 24),
  }
}

/** The post that was typed, but for its id; or what to correct. */
export function attributionIn(
  values: AttributionValues,
): { ok: true; post: Omit<NewPost, 'id'> } | { ok: false; errors: AttributionErrors } {
  const [notifiedOn, starts, ends] = [values.notifiedOn, values.starts, values.ends].map(
    (day) => calendarDaySchema.safeParse(day).data,
  )
  const isLong = starts && ends && isConventionLength(starts, ends)
  const siret = siretError(values.holder.siret)
  const errors: AttributionErrors = {
    ...(!values.reference.trim() && {
      reference: 'Indiquez le numéro du poste, tel que sur la notification.',
    }),
    ...(!values.department && { department: 'Choisissez le département.' }),
    ...(siret && { siret }),
    ...(!notifiedOn && { notifiedOn: 'Indiquez le jour de la notification.' }),
    ...(!starts && { starts: 'Indiquez le premier jour de la convention.' }),
    ...(starts &&
      notifiedOn &&
      starts < notifiedOn && { starts: 'La convention ne commence pas avant la notification.' }),
    ...(!isLong && starts && { ends: errorCatalogue['convention-length'].title }),
  }
  if (Object.keys(errors).length > 0 || !notifiedOn || !starts || !ends) return { ok: false, errors }
  const { reference, department, holder, role, isAdditional } = values
  return {
    ok: true,
    post: {
      reference: reference.trim(),
      department,
      holder: namedHolder(holder),
      role,
      isAdditional,
      notifiedOn,
      convention: { starts, ends },
    },
  }
}
