import { useState } from 'react'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { LocalAbsence } from '../../data/absences.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Row } from '../../ui/Row.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { capitalised, daysInWords, kindInWords } from './absence-words.ts'

export interface OwnAbsencesProps {
  absences: readonly LocalAbsence[]
  scopes: readonly OwnScope[]
  today: CalendarDay
  onEdit: (absence: LocalAbsence) => void
  onRemove: (absence: LocalAbsence) => void
}

/** What is under way and to come, then what is over, the latest first. */
export function OwnAbsences({ absences, ...props }: OwnAbsencesProps) {
  const [isOpen, setOpen] = useState(false)
  const coming = absences.filter(({ to }) => to >= props.today)
  const past = absences.filter(({ to }) => to < props.today).toReversed()
  return (
    <section aria-labelledby="absences">
      <h2 id="absences">En cours et à venir</h2>
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

function Rows({ absences, label, ...props }: OwnAbsencesProps & { label: string }) {
  return (
    <List label={label}>
      {absences.map((absence) => (
        <AbsenceRow key={`${absence.scope} ${absence.id}`} absence={absence} {...props} />
      ))}
    </List>
  )
}

type AbsenceRowProps = Omit<OwnAbsencesProps, 'absences'> & { absence: LocalAbsence }

function AbsenceRow({ absence, scopes, today, onEdit, onRemove }: AbsenceRowProps) {
  const kind = kindInWords(absence.kind)
  const days = daysInWords(absence, today)
  const structure = scopes.length > 1 && scopes.find(({ scope }) => scope === absence.scope)?.structureName
  const isTheirs = absence.declaredBy === 'structure'
  const which = (
    <VisuallyHidden>
      {' '}
      : {kind.toLowerCase()} {days}
    </VisuallyHidden>
  )
  return (
    <ListRow
      icon="calendar"
      title={kind}
      detail={[capitalised(days), structure, isTheirs && 'déclarée par votre structure']
        .filter(Boolean)
        .join(' · ')}
      state={absence.mark === 'sent' ? undefined : <StateMark state={absence.mark} />}
      actions={
        <Row>
          <Button variant="quiet" icon="pencil" onClick={() => onEdit(absence)}>
            <span>Modifier{which}</span>
          </Button>
          <Button variant="quiet" icon="trash" onClick={() => onRemove(absence)}>
            <span>Supprimer{which}</span>
          </Button>
        </Row>
      }
    />
  )
}
