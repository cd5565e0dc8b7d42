import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { LocalAbsence } from '../../data/absences.ts'
import { Button } from '../../ui/Button.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Row } from '../../ui/Row.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { capitalised, daysInWords, kindInWords } from './absence-words.ts'
import { ComingAndPast } from './ComingAndPast.tsx'

export interface OwnAbsencesProps {
  absences: readonly LocalAbsence[]
  scopes: readonly OwnScope[]
  today: CalendarDay
  onEdit: (absence: LocalAbsence) => void
  onRemove: (absence: LocalAbsence) => void
}

/** One’s absences, each to be corrected or taken away. */
export function OwnAbsences({ absences, ...props }: OwnAbsencesProps) {
  return (
    <ComingAndPast
      absences={absences}
      today={props.today}
      renderRow={(absence) => (
        <AbsenceRow key={`${absence.scope} ${absence.id}`} absence={absence} {...props} />
      )}
    />
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
