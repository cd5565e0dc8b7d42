import type { OwnScope } from '../../../../domain/access/signed-in-person.ts'
import { reportOnEvent } from '../../../../domain/community/report-on-event.ts'
import type { CoopDatabase } from '../../../data/database.ts'
import { ownEventById } from '../../../data/own-events.ts'
import { durationFields } from '../duration-fields.ts'
import type { ReportFormValues } from '../form-values.ts'
import { kindsOfScope } from '../kinds-of-scope.ts'

/** What a form on an event of the community opens with: all that its report needs; nothing where it isn't known here. */
export async function valuesOfEvent(
  db: CoopDatabase,
  text: string,
  { minutes: offered, scopes }: { minutes: readonly number[]; scopes: readonly OwnScope[] },
): Promise<Partial<ReportFormValues>> {
  const event = await ownEventById(db, text)
  const own = scopes.find(({ scope }) => scope === event?.scope)
  if (!event || !own) return {}
  const { kind, activity, date, minutes, title, isFromAfar } = reportOnEvent(event.details)
  if (!kindsOfScope(own).includes(kind)) return {}
  return {
    kind,
    activity,
    scope: event.scope,
    date,
    title,
    // Where it took place is none of the advisor's places.
    place: isFromAfar ? 'a_distance' : '',
    ...durationFields(minutes, offered),
  }
}
