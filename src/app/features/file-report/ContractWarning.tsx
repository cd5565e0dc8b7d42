import { hasContractOn } from '../../../domain/access/has-contract-on.ts'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import { calendarDaySchema } from '../../../domain/calendar-day.ts'
import { formatDay } from '../../ui/format/date.ts'
import { Status } from '../../ui/Status.tsx'

export interface ContractWarningProps {
  scope: OwnScope | undefined
  date: string
}

/** The server refuses a day that no contract holds: said before, and not refused here, since a renewal may be on its way. */
export function ContractWarning({ scope, date }: ContractWarningProps) {
  const day = calendarDaySchema.safeParse(date)
  const isOutside = scope !== undefined && day.success && !hasContractOn(scope, day.data)
  return (
    <Status tone="warn">
      {isOutside &&
        `Aucun de vos contrats avec ${scope.structureName} ne couvre le ${formatDay(day.data)}. Corrigez le jour, ou demandez à votre structure de mettre vos contrats à jour\u00A0: sans cela, l’envoi sera refusé.`}
    </Status>
  )
}
