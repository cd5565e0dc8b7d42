import {
  absenceKindLabels,
  saidAbsenceSchema,
  type AbsenceKind,
  type SaidAbsence,
} from '../../../domain/absence/absence.ts'
import type { StoredAbsence } from '../../../domain/absence/stored-absence.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'

/** What the form holds while one types. */
export interface TypedAbsence {
  readonly kind: AbsenceKind | null
  readonly from: string
  readonly to: string
  readonly fromNoon: boolean
  readonly toNoon: boolean
  readonly weekdays: readonly number[]
}

export type TypedField = keyof TypedAbsence

export function emptyAbsence(today: CalendarDay): TypedAbsence {
  return { kind: null, from: today, to: today, fromNoon: false, toNoon: false, weekdays: [] }
}

export function typedOf({ kind, from, to, fromNoon, toNoon, weekdays }: StoredAbsence): TypedAbsence {
  return {
    kind: absenceKinds.find((known) => known === kind) ?? null,
    from,
    to,
    fromNoon: fromNoon ?? false,
    toNoon: toNoon ?? false,
    weekdays: weekdays ?? [],
  }
}

// Object.keys forgets the literal types that the labels have.
export const absenceKinds = Object.keys(absenceKindLabels) as AbsenceKind[]

export type Judged =
  | { readonly ok: true; readonly said: SaidAbsence }
  | { readonly ok: false; readonly field: TypedField; readonly message: string }

const missing: Readonly<Record<TypedField, string>> = {
  kind: 'Choisissez un motif.',
  from: 'Indiquez le premier jour.',
  to: 'Indiquez le dernier jour.',
  fromNoon: 'Choisissez le matin ou l’après-midi.',
  toNoon: 'Choisissez le matin ou l’après-midi.',
  weekdays: 'Choisissez les jours non travaillés.',
}

/** Reads what was typed: an absence, or what is the matter with it. */
export function judgeAbsence(typed: TypedAbsence): Judged {
  const { kind, from, to, weekdays } = typed
  if (kind === null) return { ok: false, field: 'kind', message: missing.kind }
  const isPartTime = kind === 'temps_partiel'
  const parsed = saidAbsenceSchema.safeParse({
    kind,
    from,
    to,
    ...(!isPartTime && typed.fromNoon && { fromNoon: true }),
    ...(!isPartTime && typed.toNoon && { toNoon: true }),
    ...(isPartTime && { weekdays: [...weekdays] }),
  })
  if (parsed.success) return { ok: true, said: parsed.data }
  const [issue] = parsed.error.issues
  const field = fieldNames.find((name) => name === issue?.path[0]) ?? 'from'
  // What the schema says in words of its own; a day that isn't one has no better words than that it is missing.
  const message = field === 'from' || issue?.code !== 'custom' ? missing[field] : issue.message
  return { ok: false, field, message }
}

const fieldNames = Object.keys(missing) as TypedField[]
