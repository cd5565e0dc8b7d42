import type { OwnScope } from '../../../../domain/access/signed-in-person.ts'
import type { CoopDatabase } from '../../../data/database.ts'
import { plannedElsewhereById } from '../../../data/planned-elsewhere.ts'
import { durationFields } from '../duration-fields.ts'
import type { ReportFormValues } from '../form-values.ts'
import { kindsOfScope } from '../kinds-of-scope.ts'

/**
 * What a form on an event of the community or a half-day of training opens with: all that its report needs; nothing where
 * it isn't known here.
 */
export async function valuesOfPlanned(
  db: CoopDatabase,
  text: string,
  { minutes: offered, scopes }: { minutes: readonly number[]; scopes: readonly OwnScope[] },
): Promise<Partial<ReportFormValues>> {
  const planned = await plannedElsewhereById(db, text)
  const own = scopes.find(({ scope }) => scope === planned?.scope)
  if (!planned || !own) return {}
  const { kind, activity, date, minutes, title, isFromAfar } = planned.report
  if (!kindsOfScope(own).includes(kind)) return {}
  return {
    kind,
    activity,
    scope: planned.scope,
    date,
    title,
    // Where it took place is none of the advisor's places.
    place: isFromAfar ? 'a_distance' : '',
    ...durationFields(minutes, offered),
  }
}
