import type { StructurePerson } from '../../../../domain/access/structure-posts.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { PostFactOf } from '../../../../domain/commitments/post-fact.ts'
import { departureReasonLabels } from '../../../../domain/commitments/post-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatDayWithYear } from '../../../ui/format/date.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { WaitingReports } from './WaitingReports.tsx'

export interface SaidDepartureProps {
  departure: PostFactOf<'departure'>
  person: StructurePerson
  today: CalendarDay
  onUndo: () => void
}

/** A departure to come, with the way back as long as its day isn't over. */
export function SaidDeparture({ departure, person, today, onUndo }: SaidDepartureProps) {
  return (
    <>
      <Notice
        announce="never"
        title={`Départ enregistré, dernier jour le ${formatDayWithYear(departure.day)}.`}
        actions={
          departure.day >= today && (
            <Button icon="undo" onClick={onUndo}>
              Annuler ce départ
            </Button>
          )
        }
      >
        {departureReasonLabels[departure.reason]}. Jusqu’à ce jour inclus, le départ peut être annulé.
      </Notice>
      <WaitingReports person={person} />
    </>
  )
}
