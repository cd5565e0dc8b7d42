import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { latestDayOf, newApiTokenSchema, type NewApiToken } from '../../../domain/open-data/api-token.ts'
import { datasetNames, type DatasetName } from '../../../domain/open-data/rows.ts'

/** What is typed and chosen of a new token. */
export interface TokenValues {
  readonly name: string
  readonly purpose: string
  readonly datasets: readonly DatasetName[]
  /** Empty for the nation. */
  readonly department: string
  readonly lastDay: string
}

export type TokenErrors = Readonly<Partial<Record<keyof TokenValues | 'kept', string>>>

/** @param own the department of the person's remit, null for the nation's */
export function startOf(own: string | null, today: CalendarDay): TokenValues {
  return { name: '', purpose: '', datasets: datasetNames, department: own ?? '', lastDay: latestDayOf(today) }
}

const sentences: Readonly<Record<keyof TokenValues, string>> = {
  name: 'Donnez le nom du logiciel.',
  purpose: 'Dites à quoi il servira.',
  datasets: 'Choisissez au moins un jeu de données.',
  department: 'Choisissez un territoire de la liste.',
  lastDay: 'Donnez un jour, à un an d’ici au plus.',
}

/** What is asked of the server, or what is to be corrected, field by field. */
export function tokenAsked(
  { datasets, department, ...values }: TokenValues,
  today: CalendarDay,
): { asked: NewApiToken } | { errors: TokenErrors } {
  const parsed = newApiTokenSchema.safeParse({
    ...values,
    datasets: [...datasets],
    department: department === '' ? null : department,
  })
  if (!parsed.success)
    return { errors: Object.fromEntries(parsed.error.issues.map(({ path }) => errorAt(path[0]))) }
  const isInTime = parsed.data.lastDay >= today && parsed.data.lastDay <= latestDayOf(today)
  return isInTime ? { asked: parsed.data } : { errors: { lastDay: sentences.lastDay } }
}

function errorAt(field: PropertyKey | undefined): [string, string] {
  const name = String(field)
  // The schema's fields are those of the form.
  return [name, sentences[name as keyof TokenValues]]
}
