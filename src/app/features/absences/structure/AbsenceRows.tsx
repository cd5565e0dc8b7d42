import type { StructureAbsence } from '../../../../domain/access/structure-absences.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { Button } from '../../../ui/Button.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { capitalised, daysInWords, kindInWords } from '../absence-words.ts'
import { ComingAndPast } from '../ComingAndPast.tsx'

export interface AbsenceRowsProps {
  absences: readonly StructureAbsence[]
  today: CalendarDay
  /** Takes back what the structure declared; undefined for who only reads. */
  onWithdraw?: (absence: StructureAbsence) => void
}

/** Absences of a structure’s advisors, by name. */
export function AbsenceRows({ absences, today, onWithdraw }: AbsenceRowsProps) {
  return (
    <ComingAndPast
      absences={absences}
      today={today}
      renderRow={(absence) => (
        <ListRow
          key={`${absence.advisorId} ${absence.id}`}
          icon="calendar"
          title={`${absence.advisorName}, ${kindInWords(absence.kind).toLowerCase()}`}
          detail={`${capitalised(daysInWords(absence, today))} · déclarée par ${absence.byName}`}
          actions={
            absence.isOurs &&
            onWithdraw && (
              <Button variant="quiet" icon="trash" onClick={() => onWithdraw(absence)}>
                <span>
                  Retirer
                  <VisuallyHidden>
                    {' '}
                    : {absence.advisorName}, {daysInWords(absence, today)}
                  </VisuallyHidden>
                </span>
              </Button>
            )
          }
        />
      )}
    />
  )
}
