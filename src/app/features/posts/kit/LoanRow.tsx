import type { KitPerson } from '../../../../domain/access/kit-on-the-wire.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { loanStateOn } from '../../../../domain/commitments/kit/kit-standing.ts'
import type { Loan } from '../../../../domain/commitments/kit/structure-kit.ts'
import { Button } from '../../../ui/Button.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Row } from '../../../ui/Row.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { StatusWord } from '../StatusWord.tsx'
import type { OpenKit } from './kit-opened.ts'
import type { KitOfPerson } from './kit-person.ts'
import { loanDetail, loanStanding, loanTitle } from './kit-sentences.ts'

export interface LoanRowProps {
  person: KitPerson
  own: KitOfPerson
  loan: Loan
  today: CalendarDay
  onOpen: OpenKit
}

/** A thing that somebody has: what it is, where it stands, and what can be said of it next. */
export function LoanRow({ person, own, loan, today, onOpen }: LoanRowProps) {
  const { tone, words } = loanStanding(loan, today)
  const state = loanStateOn(loan, today)
  const canBreak = state === 'to-confirm' || state === 'held'
  const hidden = <VisuallyHidden>{loanTitle(loan)}</VisuallyHidden>
  return (
    <ListRow
      icon="device"
      title={loanTitle(loan)}
      detail={loanDetail(loan)}
      state={<StatusWord tone={tone}>{words}</StatusWord>}
      actions={
        onOpen && (
          <Row>
            {loan.back.structure === undefined && (
              <Button onClick={() => onOpen({ kind: 'back', person, own, loan })}>
                <span>
                  {state === 'back-to-confirm' ? 'Confirmer le retour' : 'Rendu'} {hidden}
                </span>
              </Button>
            )}
            {canBreak && (
              <Button variant="quiet" onClick={() => onOpen({ kind: 'out-of-order', person, own, loan })}>
                <span>En panne {hidden}</span>
              </Button>
            )}
            {state === 'out-of-order' && (
              <Button onClick={() => onOpen({ kind: 'repaired', person, own, loan })}>
                <span>Réparé {hidden}</span>
              </Button>
            )}
          </Row>
        )
      }
    />
  )
}
