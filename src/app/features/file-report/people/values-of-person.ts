import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { documentIdSchema } from '../../../../domain/ids.ts'
import { followedPerson } from '../../../data/beneficiaries.ts'
import type { CoopDatabase } from '../../../data/database.ts'
import type { ReportFormValues } from '../form-values.ts'
import { traitsOf } from './traits-of.ts'

/** What a form on a person opens with; nothing where the device doesn't know them. */
export async function valuesOfPerson(
  db: CoopDatabase,
  id: string,
  today: CalendarDay,
): Promise<Partial<ReportFormValues>> {
  const known = documentIdSchema.safeParse(id)
  const local = known.success ? await followedPerson(db, known.data) : undefined
  if (!local) return {}
  const { commune, ...traits } = traitsOf(local.person, today)
  return { beneficiary: local.id, scope: local.scope, residence: commune, ...traits }
}
