import { useState } from 'react'
import type { StructureAbsence } from '../../../../domain/access/structure-absences.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { Button } from '../../../ui/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { capitalised, daysInWords, kindInWords } from '../absence-words.ts'

export interface AbsenceRowsProps {
  absences: readonly StructureAbsence[]
  today: CalendarDay
  /** Takes back what the structure declared; undefined for who only reads. */
  onWithdraw?: (absence: StructureAbsence) => void
}

/** Under way and to come, then what is over, the latest first. */
export function AbsenceRows({ absences, ...props }: AbsenceRowsProps) {
  const [isOpen, setOpen] = useState(false)
  const coming = absences.filter(({ to }) => to >= props.today)
  const past = absences.filter(({ to }) => to < props.today).toReversed()
  return (
    <section aria-labelledby="a-venir">
      <h2 id="a-venir">En cours et à venir</h2>
      {coming.length === 0 && <p>Aucune absence en cours ni à venir.</p>}
      {coming.length > 0 && <Rows absences={coming} label="En cours et à venir" {...props} />}
      {past.length > 0 && (
        <Disclosure summary={`Passées (${past.length})`} open={isOpen} onToggle={setOpen}>
          <Rows absences={past} label="Passées" {...props} />
        </Disclosure>
      )}
    </section>
  )
}

function Rows({ absences, label, today, onWithdraw }: AbsenceRowsProps & { label: string }) {
  return (
    <List label={label}>
      {absences.map((absence) => (
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
      ))}
    </List>
  )
}
