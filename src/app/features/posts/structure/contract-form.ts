import { calendarDaySchema, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { weeklyMinutesSchema, type PostFactOf } from '../../../../domain/commitments/post-fact.ts'
import type { ContractTerms } from '../../../../domain/commitments/post-words.ts'
import type { ContractPerson, StructureSays } from '../../../../domain/commitments/said-post-fact.ts'
import { errorCatalogue } from '../../../../domain/errors.ts'
import { scopeIdSchema } from '../../../../domain/ids.ts'
import { parseNumber } from '../../../ui/format/number.ts'

/** What is typed of a contract. */
export interface ContractValues {
  /** An assignment, or nothing for somebody who is invited. */
  readonly scope: string
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly terms: ContractTerms | null
  readonly starts: string
  readonly ends: string
  /** Hours a week, as typed. */
  readonly hours: string
}

type Field = 'email' | 'terms' | 'starts' | 'ends' | 'hours'
export type ContractErrors = Readonly<Partial<Record<Field, string>>>
export type SaidContract = Omit<Extract<StructureSays, { kind: 'contract' }>, 'id'>

export function startOf(
  corrected: PostFactOf<'contract' | 'offered'> | undefined,
  today: CalendarDay,
): ContractValues {
  return {
    scope: corrected?.kind === 'contract' ? corrected.scope : '',
    email: '',
    givenName: '',
    familyName: '',
    terms: corrected && corrected.terms !== 'inconnu' ? corrected.terms : null,
    starts: corrected?.day ?? today,
    ends: corrected?.ends ?? '',
    hours: corrected ? hoursOf(corrected.weeklyMinutes) : '35',
  }
}

function hoursOf(minutes: number | null): string {
  return minutes === null ? '' : String(Math.round((minutes / 60) * 100) / 100).replace('.', ',')
}

/** The contract that was typed; or what to correct. */
export function contractIn(
  values: ContractValues,
  corrected: PostFactOf<'contract' | 'offered'> | undefined,
): { ok: true; said: SaidContract } | { ok: false; errors: ContractErrors } {
  const starts = calendarDaySchema.safeParse(values.starts).data
  const hasEnd = values.terms !== 'cdi' && values.ends !== ''
  const ends = hasEnd ? calendarDaySchema.safeParse(values.ends).data : null
  const hours = parseNumber(values.hours)
  const weeklyMinutes =
    hours === null ? undefined : weeklyMinutesSchema.safeParse(Math.round(hours * 60)).data
  const isNew = values.scope === '' && corrected?.kind !== 'offered'
  const endFault = endError(values, starts, ends)
  const errors: ContractErrors = {
    ...(isNew &&
      !looksLikeAddress(values.email) && {
        email: 'Indiquez une adresse électronique, comme nom@mairie.fr.',
      }),
    ...(!values.terms && { terms: 'Choisissez le type de contrat.' }),
    ...(!starts && { starts: 'Indiquez le premier jour.' }),
    ...(endFault && { ends: endFault }),
    ...(weeklyMinutes === undefined && { hours: 'Indiquez les heures par semaine, de 1 à 48.' }),
  }
  if (Object.keys(errors).length > 0 || !starts || ends === undefined || !values.terms || !weeklyMinutes)
    return { ok: false, errors }
  const { terms } = values
  const replaces = corrected?.id ?? null
  return {
    ok: true,
    said: {
      kind: 'contract',
      replaces,
      day: starts,
      ends,
      terms,
      weeklyMinutes,
      who: personIn(values, corrected),
    },
  }
}

function endError(
  { terms, ends: typed }: ContractValues,
  starts: CalendarDay | undefined,
  ends: CalendarDay | null | undefined,
): string | undefined {
  if (terms !== 'cdi' && terms !== null && typed === '')
    return 'Indiquez le dernier jour\u00A0: seul un CDI n’en a pas.'
  if (ends === undefined) return 'Indiquez un jour qui existe.'
  return ends !== null && starts !== undefined && ends < starts
    ? errorCatalogue['contract-ends-before-start'].title
    : undefined
}

function personIn(
  { scope, email, givenName, familyName }: ContractValues,
  corrected: PostFactOf<'contract' | 'offered'> | undefined,
): ContractPerson {
  if (corrected?.kind === 'offered') return { offer: corrected.offer }
  const known = scopeIdSchema.safeParse(scope)
  if (known.success) return { scope: known.data }
  return { email: email.trim(), givenName: givenName.trim(), familyName: familyName.trim() }
}

/** Something on both sides of an @: the server judges the rest. */
function looksLikeAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
}
