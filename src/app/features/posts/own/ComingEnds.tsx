import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { OwnEnd } from '../../../../domain/commitments/own-contract-ends.ts'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { comingWords } from '../days-words.ts'

/** What ends soon, or by a departure that the structure said. */
export function ComingEnds({ ends, today }: { ends: readonly OwnEnd[]; today: CalendarDay }) {
  return ends.map(({ contract, ends: day, withinMonths }) => {
    if (withinMonths === undefined && !contract.isDeparture) return null
    const when = `le ${formatDayInFigures(day)}, ${day === today ? 'aujourd’hui' : comingWords(day, today)}`
    return (
      <Notice
        key={contract.scope}
        tone={withinMonths !== undefined && withinMonths <= 3 ? 'warn' : 'info'}
        announce="never"
        title={
          contract.isDeparture
            ? `${contract.structureName} a enregistré votre départ\u00A0: dernier jour ${when}.`
            : `Votre contrat avec ${contract.structureName} se termine ${when}.`
        }
      >
        {contract.isDeparture
          ? 'Si ce n’est pas juste, voyez avec votre structure\u00A0: elle peut l’annuler jusqu’à ce jour.'
          : 'S’il est renouvelé, votre structure enregistre le nouveau contrat, et rien ne change pour vous.'}
      </Notice>
    )
  })
}
