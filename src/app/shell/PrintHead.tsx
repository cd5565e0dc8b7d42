import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { useToday } from '../data/react/use-today.ts'
import { formatDayWithYear } from '../ui/format/date.ts'

/** On paper only: where it comes from, who printed it, when. */
export function PrintHead({ person: { givenName, familyName } }: { person: SignedInPerson }) {
  return (
    <p data-print="only" aria-hidden="true">
      Espace Coop, {givenName} {familyName}, le {formatDayWithYear(useToday())}
    </p>
  )
}
